"""The index is read as the search box has it: what was found is in its fragments, one for each page."""

import gzip
import json
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any
from unittest.mock import Mock
from urllib.parse import parse_qsl, urlsplit

import pagefind_bin  # type: ignore[import-untyped]  # it brings no types
import pytest
from tests.bench.archive import write_archive
from tests.cli.calling import Caller
from tests.whole.running import tree

from pressroom.build import search
from pressroom.build.search import indexing
from pressroom.errors import Unwritable
from pressroom.model.artifact import Batch, Document
from pressroom.model.bulk import Bulk
from pressroom.store import Store

QUAY = Document(
    address="issues/2026-11/quay/",
    language="en",
    title='Rain & <wind> at "Quay 3"',
    label="Ships & crews",
    people="Ada Vos",
    date="19 November 2026",
    picture="assets/pictures/quay-aaaaaaaaaaaa-480.webp",
    standfirst="Eleven weeks late.",
    markup=Bulk.of(
        '<h2 id="gale">The gale<a class="headerlink" href="#gale">#</a></h2>'
        '<p>Storm &amp; <a href="ref:0">fog</a>.</p><p><img src="pic:0" alt="A rope"></p>'
    ),
)
KADE = Document(address="nl/issues/2026-11/kade/", language="nl", title="De kade", markup=Bulk.of("<p>Regen.</p>"))
BARE = Document(address="about/", language="en", title="About us")


def index(documents: Sequence[Document]) -> Mapping[str, bytes]:
    """Return the files of an index, by their name in its folder."""
    with indexing([Batch(lambda: documents, len(documents))], Store(None)) as files:
        return {artifact.path.removeprefix("site/pagefind/"): artifact.data for artifact in files()}


def pages(files: Mapping[str, bytes]) -> Mapping[str, Any]:
    """Return what the index tells of each page, by the address that it leads to."""
    fragments = (data for name, data in files.items() if name.startswith("fragment/"))
    told = (json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")) for data in fragments)
    return {urlsplit(page["url"]).path: page for page in told}


def entry(files: Mapping[str, bytes]) -> Any:
    return json.loads(files["pagefind-entry.json"])


# What is found, and what is shown of it


def test_a_page_is_found_by_its_words() -> None:
    page = pages(index([QUAY]))["/issues/2026-11/quay/"]
    assert page["content"] == "Eleven weeks late. The gale. Storm & fog."


def test_its_title_section_and_people_are_told_as_they_were_written() -> None:
    page = pages(index([QUAY]))["/issues/2026-11/quay/"]
    told = {"title": 'Rain & <wind> at "Quay 3"', "label": "Ships & crews", "people": "Ada Vos"}
    assert page["meta"] == {**told, "image": ""}


def test_what_is_shown_but_not_searched_for_stands_in_the_address() -> None:
    files = index([QUAY.but(draft="Draft", in_parts=True)])
    told = dict(parse_qsl(urlsplit(pages(files)["/issues/2026-11/quay/"]["url"]).query))
    assert told == {"date": QUAY.date, "draft": "Draft", "parts": "1", "picture": QUAY.picture}


def test_a_page_of_a_title_alone_is_found_too() -> None:
    page = pages(index([BARE]))["/about/"]
    assert page["url"] == "/about/"
    assert page["content"] == "About us."
    assert page["meta"] == {"title": "About us", "image": ""}


def test_headings_are_known_so_that_a_result_can_lead_to_one() -> None:
    (anchor,) = pages(index([QUAY]))["/issues/2026-11/quay/"]["anchors"]
    assert (anchor["id"], anchor["text"]) == ("gale", "The gale")


def test_each_language_has_an_index_of_its_own() -> None:
    files = index([QUAY, KADE, BARE])
    counts = {language: told["page_count"] for language, told in entry(files)["languages"].items()}
    assert counts == {"en": 2, "nl": 1}
    assert pages({name: data for name, data in files.items() if "/nl_" in name}).keys() == {"/nl/issues/2026-11/kade/"}


def test_nothing_is_made_of_nothing() -> None:
    assert index([]) == {}


# What is written


def test_only_what_the_search_box_loads_is_kept() -> None:
    names = index([QUAY, KADE])
    plain = {name for name in names if "/" not in name and not name.endswith(".pf_meta")}
    assert plain == {
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
        "wasm.en.pagefind",
        "wasm.nl.pagefind",
        "years.json",
    }
    assert {name.partition("/")[0] for name in names if "/" in name} == {"fragment", "index"}


def test_a_language_without_rules_of_its_own_gets_the_common_engine() -> None:
    files = index([BARE.but(language="tlh")])
    assert entry(files)["languages"]["tlh"]["wasm"] is None
    assert "wasm.unknown.pagefind" in files


def test_the_same_documents_give_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tags = ("nl", "de", "fr", "pt-br", "en", "tlh")
    many = [
        Document(
            address=f"{tag}/{n}/",
            language=tag,
            title=f"Title {n}",
            label=f"Part {n % 3}",
            markup=Bulk.of(f"<p>Rain {n}.</p>"),
        )
        for tag in tags
        for n in range(12)
    ]
    first = index(many)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    for _ in range(3):
        assert index(many) == first
    assert list(entry(first)["languages"]) == sorted(tags)


def test_settings_that_lie_about_do_not_reach_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = index([QUAY])
    (tmp_path / "pagefind.yml").write_text("force_language: nl\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "nl")
    assert index([QUAY]) == before


# What can go wrong


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a script in pagefind's place."""
    program = folder / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: program)


def refusal(message: str) -> str:
    """Return an answer that says no."""
    answer = {"message_id": 1, "payload": {"type": "Error", "message": message, "original_message": None}}
    return b64encode(json.dumps(answer).encode()).decode()


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo >&2; echo 'no room left' >&2; exit 3", "pagefind says: no room left"),
        ("exit 0", "pagefind ended before it was done"),
        (f"printf '%s,' {refusal('Invalid config supplied')}", "pagefind says: Invalid config supplied"),
        (f"for n in 1 2 3; do printf '%s,' {refusal('No such index')}; done", "pagefind says: No such index"),
    ],
)
def test_a_failure_is_told_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, words: str
) -> None:
    stand_in(tmp_path, monkeypatch, script)
    with pytest.raises(Unwritable) as told:
        index([QUAY])
    assert told.value.exit_code == 3
    assert told.value.message == f"The search index could not be made: {words}."
    assert told.value.hint


def test_one_that_ends_while_it_is_being_asked_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "exit 1")
    long = QUAY.but(markup=Bulk.of("<p>storm</p>" * 100_000))
    with pytest.raises(Unwritable):
        index([long] * 3)


def test_a_program_that_cannot_be_run_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: tmp_path / "nowhere/pagefind")
    with pytest.raises(Unwritable, match="pagefind cannot be started"):
        index([QUAY])


def test_so_is_one_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing(monkeypatch)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unwritable, match="pagefind cannot be started"):
        index([QUAY])


def test_without_ours_that_of_the_machine_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = Path(pagefind_bin.get_executable())
    missing(monkeypatch)
    (tmp_path / "pagefind").symlink_to(theirs)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert index([QUAY])


def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pip's pagefind be no longer there."""
    monkeypatch.setattr("pagefind_bin.get_executable", Mock(side_effect=FileNotFoundError))


def test_whoever_gives_up_leaves_nothing_running(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = search._start

    def watched(complaints: IO[bytes]) -> subprocess.Popen[bytes]:
        started.append(start(complaints))
        return started[0]

    def give_up() -> None:
        with indexing([Batch(lambda: [QUAY], 1)], Store(None)):
            raise RuntimeError("thrown away")

    monkeypatch.setattr(search, "_start", watched)
    with pytest.raises(RuntimeError, match="thrown away"):
        give_up()
    assert started[0].returncode is not None


def test_whoever_gives_up_does_not_wait_for_what_a_wrapper_has_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapper = tmp_path / "pagefind"
    wrapper.write_text("#!/bin/sh\ncat > /dev/null\ntrue\n")
    wrapper.chmod(0o755)
    monkeypatch.setattr(search, "_program", lambda: wrapper)
    with pytest.raises(KeyError), indexing([Batch(lambda: [QUAY], 1)], Store(None)):
        raise KeyError


# In a build


@pytest.fixture
def pressroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Caller:
    write_archive(tmp_path / "root", issues=1, stories=2)
    return Caller(tmp_path / "root", monkeypatch, capfd)


def test_a_build_brings_the_index_of_what_it_shows(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    folder = pressroom.root / "site" / "pagefind"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = pages(files)
    assert {"/issues/2026-11/", "/issues/2026-11/story-01/", "/podcast/2026-11-talk/"} <= found.keys()
    for address in found:
        assert (pressroom.root / "site" / address.strip("/") / "index.html").is_file(), address


def test_a_build_without_an_index_leaves_the_last_one_whole(
    pressroom: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pressroom("build").code == 0
    before = tree(pressroom.root / "site")
    shutil.rmtree(pressroom.root / ".cache")
    stand_in(tmp_path, monkeypatch, "echo 'no room left' >&2; exit 3")
    called = pressroom("build")
    assert called.code == 3
    assert "The search index could not be made: pagefind says: no room left." in called.err
    assert tree(pressroom.root / "site") == before
