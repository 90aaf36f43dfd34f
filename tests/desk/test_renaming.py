"""Renaming: what has a name that is not fit gets one that is, and whatever refers to it follows."""

import pytest
from tests.desk.mending import FOLDER, PICTURED, Desk, desk
from tests.load.building import ISSUE, NEWSLETTER, PUBLICATION, SHOW, STORY, Files, picture, podcast, write

__all__ = ["desk"]


def test_a_picture_gets_a_name_that_is_fit_and_so_does_whatever_shows_it(desk: Desk) -> None:
    old, page = f"{FOLDER}/Grey Cloud.PNG", "content/pages/about.md"
    told = desk.fix(
        {
            STORY: PICTURED,
            old: picture(),
            page: "---\ntitle: About\n---\n[x](../issues/2026-11/Grey%20Cloud.PNG)\n",
        }
    )

    new = f"{FOLDER}/grey-cloud.png"
    right = PICTURED
    for before, after in (("image: ", "\n"), ("(<", ">)"), ("(", "#top)"), ("]: ", "\n")):
        for name in ("Grey Cloud.PNG", "Grey%20Cloud.PNG"):
            right = right.replace(f"{before}{name}{after}", f"{before}grey-cloud.png{after}")
    assert desk.read(STORY) == right
    assert "(../issues/2026-11/grey-cloud.png)" in desk.read(page)
    assert told == [f"{old}:1: is called grey-cloud.png now, also in {STORY}:4, {STORY}:7, {STORY}:13, {page}:4"]
    assert not (desk.root / old).exists()
    assert (desk.root / new).read_bytes() == picture()
    assert [finding.rule for finding in desk.findings()] == []


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({f"{FOLDER}/grey-cloud.png": picture(50)}, "there is a grey-cloud.png already"),
        ({f"{FOLDER}/grey-Cloud.png": picture(50)}, "there is a grey-Cloud.png already"),
        ({ISSUE: b"---\ntitle: [\n---\n![a](<Grey Cloud.PNG>)\n"}, f"{ISSUE} has to be mended first"),
        ({ISSUE: b"\xff"}, f"{ISSUE} has to be mended first"),
        ({STORY: PICTURED.replace("`Grey Cloud.PNG`", "`![](<Grey Cloud.PNG>)`")}, "in a way that is not understood"),
        ({f"{FOLDER}/fog.nl.md": PICTURED}, f"{FOLDER}/fog.nl.md names it, and is not read"),
        ({STORY: PICTURED.replace("image: Grey Cloud", "image: >\n  Grey\n  Cloud")}, f"{STORY}:4 names it in a way"),
    ],
)
def test_a_picture_keeps_its_name_where_something_is_not_certain(desk: Desk, files: Files, says: str) -> None:
    write(desk.root, {STORY: PICTURED, f"{FOLDER}/Grey Cloud.PNG": picture(), **files})
    before = desk.tree()
    told = desk.fix()
    assert any("is not renamed to grey-cloud.png" in line and says in line for line in told), told
    assert desk.tree() == before


def test_artwork_and_photos_are_pictures_too(desk: Desk) -> None:
    show = str(podcast()[SHOW]).replace("artwork.png", "Art Work.png")
    publication = str(NEWSLETTER[PUBLICATION]).replace("{name: Ada Lovelace}", "{name: Ada Lovelace, photo: ADA.png}")
    desk.fix(
        {
            **podcast(),
            "podcast/artwork.png": None,
            "podcast/Art Work.png": picture(1400, 1400),
            SHOW: show,
            PUBLICATION: publication,
            "content/people/ADA.png": picture(),
        }
    )
    assert "artwork: art-work.png\n" in desk.read(SHOW)
    assert "photo: ada.png}" in desk.read(PUBLICATION)
    assert [finding.rule for finding in desk.findings()] == []


def test_a_name_of_another_case_is_written_as_the_file_lies_there(desk: Desk) -> None:
    desk.fix({STORY: PICTURED.replace("Grey Cloud", "Cloud").replace("%20", ""), f"{FOLDER}/cloud.png": picture()})
    assert "image: cloud.png" in desk.read(STORY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fog.MD", "fog.md"),
        ("fog.nl.markdown", "fog.nl.md"),
        ("fog.md.txt", "fog.md"),
        ("Thick Fog.md", "thick-fog.md"),
        ("Übung.md", "ubung.md"),
    ],
)
def test_a_text_gets_a_name_that_is_fit_and_links_lead_there(desk: Desk, old: str, new: str) -> None:
    written = old.replace(" ", "%20")
    desk.fix(
        {
            STORY: None,
            f"{FOLDER}/{old}": "---\ntitle: Fog\nsummary: Thick.\n---\nWords.\n",
            ISSUE: f"---\ntitle: November\ndate: 2026-11-19\n---\nSee [it]({written}#top), {old}.\n",
        }
    )
    assert (desk.root / FOLDER / new).exists()
    assert f"See [it]({new}#top), {old}." in desk.read(ISSUE)


def test_a_folder_gets_a_name_that_is_fit_where_nobody_refers_to_it(desk: Desk) -> None:
    files = {"content/issues/2026 12/issue.md": "---\ntitle: December\ndate: 2026-12-17\n---\nWords.\n"}
    assert desk.fix(files) == ["content/issues/2026 12:1: is called 2026-12 now"]
    assert desk.fix(
        {
            "content/issues/2027 01/issue.md": "---\ntitle: J\ndate: 2027-01-17\n---\n[x](../2027%2002/issue.md)\n",
            "content/issues/2027 02/issue.md": "---\ntitle: F\ndate: 2027-02-17\n---\nWords.\n",
        }
    ) == [
        "content/issues/2027 01:1: is called 2027-01 now",
        "content/issues/2027 02:1: is not renamed to 2027-02: content/issues/2027-01/issue.md may link to it",
    ]


@pytest.mark.parametrize("name", ["新闻.md", "con.md", "notes.txt"])
def test_a_name_that_would_lose_something_is_left_to_people(desk: Desk, name: str) -> None:
    assert desk.fix({f"{FOLDER}/{name}": "---\ntitle: x\nsummary: y\n---\nWords.\n"}) == []
