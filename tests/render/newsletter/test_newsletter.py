"""The newsletter's public face: which messages there are, which files they become, and how large."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.builders import prose
from tests.render.newsletter.rich_issue import (
    BASE_URL,
    episode,
    issue,
    message,
    page,
    released,
    show,
    story,
    theme,
)

from pressroom.model.edition import Audience
from pressroom.model.issue import Issue, Telling
from pressroom.model.message import LARGEST
from pressroom.model.prose import Prose
from pressroom.render import newsletter
from pressroom.render.message_files import paths

ROOT = Path(__file__).parents[3]
SENTENCE = "The quay was full of people who had come to see a ship tie up in the rain. "


def test_every_issue_has_a_message_for_each_edition() -> None:
    audiences = (
        Audience(id="desks", language="en", to="desks@example.com"),
        Audience(id="floor", language="en", kind="frontline", to="floor@example.com"),
    )
    release = released(issue(), issue(language="nl"), issue(id="2026-10", stories=()), audiences=audiences)
    made = newsletter.render(release, theme())
    assert [(m.edition.issue.id, m.edition.id, m.edition.to) for m in made] == [
        ("2026-11", "en", ("desks@example.com",)),
        ("2026-11", "en-frontline", ("floor@example.com",)),
        ("2026-11", "nl", ()),
        ("2026-10", "en", ("desks@example.com",)),
        ("2026-10", "en-frontline", ("floor@example.com",)),
    ]


def test_a_message_becomes_three_files_and_a_page_of_the_site() -> None:
    found = message()
    files = {path: found.forms()[form] for path, form in paths(found.edition)}
    assert files == {
        "build/email/2026-11/en.html": found.html.encode(),
        "build/email/2026-11/en.txt": found.text.encode(),
        "build/email/2026-11/en.eml": found.eml,
        "site/issues/2026-11/email.html": found.html.encode(),
    }


def test_another_language_s_page_stands_under_its_code() -> None:
    lie = [path for path, _ in paths(message(issue(language="nl")).edition)]
    assert lie[0] == "build/email/2026-11/nl.html"
    assert lie[-1] == "site/nl/issues/2026-11/email.html"


def test_only_the_desk_s_edition_is_published_in_the_site() -> None:
    lie = [path for path, _ in paths(message(edition={"kind": "frontline"}).edition)]
    assert lie == [f"build/email/2026-11/en-frontline.{suffix}" for suffix in ("html", "txt", "eml")]


def sections(number: int, paragraphs: int, words: str = SENTENCE) -> Prose:
    return prose(
        "<p>Dear all.</p>"
        + "".join(
            f'<h2 id="s-{n}">Section {n}</h2>' + "".join(f"<p>{words * 4}</p>" for _ in range(paragraphs))
            for n in range(number)
        )
    )


def test_a_single_file_is_carried_in_full_while_it_is_small() -> None:
    whole = message(issue(stories=(), prose=sections(8, 5)))
    assert len(page(whole).xpath("//div[@class='prose']/p")) == 41
    assert not page(whole).xpath("//a[starts-with(text(), 'Read on')]")


def test_a_long_single_file_is_carried_as_its_outline() -> None:
    text = sections(20, 12)
    assert len(text.html.encode()) > 60_000
    short = message(issue(stories=(), prose=text))
    prose_of_it = page(short).xpath("//div[@class='prose']")[0]
    assert [element.tag for element in prose_of_it] == ["p", *["h2", "p", "p"] * 20]
    assert prose_of_it.xpath("./p/a/@href")[3] == f"{BASE_URL}issues/2026-11/#s-3"
    assert prose_of_it.xpath("string(./p/a)") == "Read on: Section 0"
    assert "Read on: Section 19 (https://news.example.com/bench/issues/2026-11/#s-19)" in short.text


LINKS = prose("".join(f'<p><a href="https://intranet.example.com/{n}">{n}</a></p>' for n in range(1100)))
STORIES = tuple(story(f"number-{n}", title=f"{n} {SENTENCE * 3}", summary=SENTENCE * 20) for n in range(300))
PARAGRAPH = prose(f"<p>{SENTENCE * 1500}</p>")
LIST = prose("<ul>" + f"<li>{SENTENCE}</li>" * 700 + "</ul>")


@pytest.mark.parametrize(
    "heavy",
    [
        issue(stories=(), prose=LINKS),
        issue(stories=(), prose=sections(1, 300)),
        issue(stories=(), prose=sections(900, 1, "word ")),
        issue(stories=(), prose=PARAGRAPH),
        issue(stories=(), prose=LIST),
        issue(prose=PARAGRAPH),
        issue(stories=STORIES[:60]),
        issue(stories=STORIES, prose=sections(300, 3)),
        issue(stories=tuple(a.but(title="\N{PARTY POPPER} " * 300) for a in STORIES)),
        issue(title=SENTENCE * 3000, preheader=SENTENCE * 3000),
    ],
    ids=["links", "a-section", "sections", "a-paragraph", "a-list", "a-letter", "sixty", "all", "emoji", "words"],
)
def test_no_message_is_larger_than_gmail_shows(heavy: Issue) -> None:
    found = message(heavy)
    assert len(found.html.encode()) <= LARGEST
    assert found.html.endswith("</html>")
    assert page(found).xpath("//td[contains(@class, 'footer')]//a")


def test_what_is_left_out_can_be_found_in_the_site() -> None:
    found = page(message(issue(stories=STORIES)))
    assert len(found.xpath("//li[@class='title-only']")) == 40
    assert found.xpath("//a[text()='All stories of this issue']/@href") == [f"{BASE_URL}issues/2026-11/"]


LONG = prose(f"<p>{SENTENCE * 4}</p>" * 30)


def test_what_was_chosen_is_never_shortened_and_what_nobody_chose_makes_room() -> None:
    whole = tuple(story(f"whole-{n}", prose=LONG) for n in range(6))
    rest = tuple(story(f"rest-{n}", summary=SENTENCE * 8) for n in range(20))
    chosen = dict.fromkeys((one.slug for one in (*whole, rest[-1])), Telling.FULL) | {"rest-19": Telling.TEASER}
    found = message(issue(stories=(*whole, *rest), newsletter=chosen))
    assert len(found.html.encode()) <= LARGEST
    root = page(found)
    assert [len(told.findall("p")) for told in root.xpath("//div[contains(@class, 'whole')]")] == [30] * 6
    teasers = root.xpath("//h3[@class='subheadline']")
    assert teasers[-1].text_content() == "The story of the rest-19"
    assert 0 < len(root.xpath("//li[@class='title-only']")) == 20 - len(teasers)


def test_more_than_fits_that_was_chosen_stays_more_than_fits() -> None:
    whole = tuple(story(f"whole-{n}", prose=LONG) for n in range(14))
    chosen = {one.slug: Telling.FULL for one in whole}
    found = message(issue(stories=(*whole, story("rest"), story("more")), newsletter=chosen))
    assert len(found.html.encode()) > LARGEST
    assert len(page(found).xpath("//div[contains(@class, 'whole')]")) == 14
    assert len(found.portions) == 15
    assert found.html.endswith("</html>")


def test_all_titles_are_there_where_only_the_teasers_do_not_fit() -> None:
    stories = tuple(story(f"number-{n}", summary=SENTENCE * 12) for n in range(50))
    found = message(issue(stories=stories))
    titles = page(found).xpath("//a[@class='headline-link']")
    assert len(titles) == 50
    assert not page(found).xpath("//a[text()='All stories of this issue']")
    assert all(f"{BASE_URL}issues/2026-11/number-{n}/\n" in found.text for n in range(50))


HOSTILE = (
    "<script>alert(1)</script> \" ' & {{ 7*7 }} {% x %} ]]> <!-- --> <![endif]--> \u202e=?utf-8?q?x?= </title></style>"
)


def test_hostile_words_are_shown_as_they_are_written() -> None:
    found = message(
        issue(
            title=HOSTILE,
            subject=HOSTILE,
            preheader=HOSTILE,
            stories=(story("a", title=HOSTILE, summary=HOSTILE), story("b", title=HOSTILE, summary=HOSTILE)),
        ),
        name=HOSTILE,
        organization=HOSTILE,
        show=show(title=HOSTILE, episodes=(episode(title=HOSTILE, summary=HOSTILE),)),
    )
    root = page(found)
    assert not list(root.iter("script"))
    assert root.findtext("head/title") == HOSTILE
    assert root.xpath("//*[@role='article']/@aria-label") == [HOSTILE]
    assert root.findtext(".//h1") == HOSTILE
    assert [heading.text_content() for heading in root.xpath("//h3[@class='subheadline']")] == [HOSTILE]
    assert "49" not in found.html.replace("1749", "")
    assert HOSTILE in found.text
    assert found.html.count("<!--[if") == found.html.count("<![endif]-->")
    assert "<script" not in found.html


PROGRAM = """
import hashlib
from tests.render.newsletter.rich_issue import message
found = message()
print(hashlib.sha256(found.html.encode() + found.text.encode() + found.eml).hexdigest())
"""


def test_the_same_issue_gives_the_same_bytes_whatever_the_hash_seed_the_locale_and_the_time_zone() -> None:
    digests = set()
    for seed, zone, language in (("0", "UTC", "C.UTF-8"), ("1", "Pacific/Kiritimati", "nl_NL.UTF-8")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
        )
        digests.add(run.stdout)
    assert len(digests) == 1
