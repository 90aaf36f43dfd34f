"""A publication of one's own begins whole: every field explained, nothing to find fault with."""

import io
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image
from tests.load.fields.written import values

from pressroom import load
from pressroom.check import examining
from pressroom.desk.scaffolds.artwork import artwork
from pressroom.desk.scaffolds.publication import Wishes, publication
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.desk.schemas import text as schema_text
from pressroom.desk.writing import write
from pressroom.load import plain_yaml
from pressroom.load.fields.base import Fields, key_of
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.fields.shape import form_of
from pressroom.model.finding import Finding
from pressroom.model.release import release
from pressroom.store import Store

_DAY = date(2026, 12, 3)
_PLAIN = Wishes(
    name="The Bench",
    organization="Example Roasters",
    base_url="https://news.example.com",
    languages=("en",),
    timezone="Europe/Amsterdam",
)
_STRANGE = _PLAIN.but(
    name='The "Bench": $news #1 {{ x }}', organization="No: & <Sons>", languages=("nl", "en", "pt-br")
)
_PUBLICATION = "content/publication.yml"


def _findings(root: Path, scaffold: Scaffold) -> list[Finding]:
    write(root, scaffold)
    loaded = load.load(root, Store(None))
    whole = loaded.publication
    now = datetime(2026, 12, 24, tzinfo=UTC)
    return [*loaded.findings, *examining.publication(release(whole, now, drafts=True), whole, {})]


@pytest.mark.parametrize("show", [False, True], ids=["newsletter alone", "with a show"])
@pytest.mark.parametrize("wishes", [_PLAIN, _STRANGE], ids=["plain", "strange"])
def test_nothing_is_wrong_with_it(tmp_path: Path, wishes: Wishes, show: bool) -> None:
    assert _findings(tmp_path, publication(wishes.but(show=show), _DAY)) == []


def test_it_says_what_was_wished(tmp_path: Path) -> None:
    write(tmp_path, publication(_STRANGE, _DAY))
    made = load.load(tmp_path, Store(None)).publication
    assert (made.name, made.organization) == (_STRANGE.name, _STRANGE.organization)
    assert made.languages == ("nl", "en", "pt-br")
    [issue] = made.issues
    assert (issue.id, issue.draft, issue.number) == ("2026-12", True, 1)
    assert [story.slug for story in issue.stories] == ["why-a-newsletter"]
    assert made.show is None


def _all_fields(model: type[Fields]) -> set[str]:
    inner = (form_of(model, name) for name in model.model_fields)
    return {description for field in model.model_fields.values() if (description := field.description)}.union(
        *(_all_fields(group) for form, group in inner if "group" in form)
    )


def _unwrapped(text: str) -> str:
    return " ".join(line.lstrip("# ") for line in text.splitlines())


def test_every_field_of_publication_yml_is_explained_those_inside_others_too() -> None:
    whole = _unwrapped(publication(_PLAIN, _DAY).texts[_PUBLICATION])
    assert {told for told in _all_fields(PublicationFields) if " ".join(told.split()) not in whole} == set()


def test_taking_away_every_mark_gives_fields_that_can_be_read() -> None:
    lines = publication(_PLAIN, _DAY).texts[_PUBLICATION].splitlines()
    bare = "\n".join(line if re.match(r"# \S", line) else line.removeprefix("#") for line in lines)
    read = plain_yaml.read(bare, 1)
    assert read.faults == ()
    assert set(read.values) == {key_of(name) for name in PublicationFields.model_fields}
    assert isinstance(read.values["deploy"], dict)
    assert set(read.values["deploy"]) == {"to", "access", "keep", "public", "private"}
    assert isinstance(read.values["audiences"], list)
    assert isinstance(read.values["people"], dict)
    assert "ada" in read.values["people"]


def test_editing_programs_find_the_schemas() -> None:
    texts = publication(_PLAIN.but(show=True), _DAY).texts
    for schema, file in json.loads(texts[".vscode/settings.json"])["yaml.schemas"].items():
        assert texts[schema] == schema_text(Path(file).stem)
        assert values(texts[file])


def test_a_podcast_and_gitlab_come_if_they_are_wanted() -> None:
    plain, full = publication(_PLAIN, _DAY), publication(_PLAIN.but(show=True, gitlab=True), _DAY)
    added, left_out = set(full.texts) - set(plain.texts), set(plain.texts) - set(full.texts)
    assert added == {"podcast/show.yml", ".vscode/show.schema.json", ".gitlab-ci.yml"}
    assert left_out == {f".github/workflows/{name}.yml" for name in ("check", "proof-comment", "publish")}
    assert set(full.pictures) == {"podcast/artwork.png"}
    assert "podcast" in full.texts["README.md"]
    assert "podcast" not in plain.texts["README.md"]


def test_no_line_of_a_template_is_left_unfilled() -> None:
    for path, text in publication(_PLAIN, _DAY).texts.items():
        assert path.startswith(".github/workflows") or path.endswith(".schema.json") or "$" not in text, path


@pytest.mark.parametrize(
    "title", ["The Bench", "A", "Donaudampfschifffahrtsgesellschaft in the very long run", "漢字", ""]
)
def test_artwork_is_as_podcast_apps_want_it(title: str) -> None:
    with Image.open(io.BytesIO(artwork(title))) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (1400, 1400))
        colours = picture.getcolors(1_000_000) or []
    assert len(colours) > 1


def test_it_says_where_the_program_may_come_from_before_anything_is_installed() -> None:
    texts = publication(_PLAIN, _DAY).texts
    *said, wanted = texts["requirements.txt"].splitlines()
    assert wanted.startswith("pressroom==")
    assert all(line.startswith("#") for line in said)
    assert f"#./{wanted.replace('==', '-')}-py3-none-any.whl" in said
    assert any(line.startswith("#--index-url ") for line in said)
    readme = texts["README.md"]
    assert readme.index("Say in `requirements.txt` where Pressroom comes from") < readme.index("git init")
