"""Ids of headings."""

import pytest

from pressroom.prose import headings, render, trees


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Open enrolment", "open-enrolment"),
        ("What’s new? (And why!)", "whats-new-and-why"),
        ("  two  spaces", "--two--spaces"),
        ("snake_case-and.dots", "snake_case-anddots"),
        ("Ünïcode 水曜日 Ελληνικά", "ünïcode-水曜日-ελληνικά"),
        ("हिन्दी", "हिन्दी"),
        ("½ Ⅷ ²", "½-ⅷ-²"),
        ("a‿b", "a‿b"),
        ("👋 hello", "-hello"),
        ("ÄÖ 1.2.3", "äö-123"),
        ("?!", "section"),
    ],
)
def test_a_slug_is_what_github_makes(words: str, slug: str) -> None:
    assert headings.slug(words) == slug


def test_ids_are_there_once() -> None:
    prose = render("# A\n\n# A\n\n# A-1\n\n# A {#b}\n\n<p id='b'>x</p>\n\n# ?\n\n# !\n")

    assert prose.anchors == ("a", "a-1", "a-1-1", "b", "b-1", "section", "section-1")


def test_a_name_that_is_given_very_often_takes_a_number_each_time() -> None:
    root = trees.parse("<b id='a'></b><b id='a-2'></b>" + "<b id='a'></b>" * 20_000)

    headings.name(root)

    anchors = headings.anchors(root)
    assert (anchors[:4], anchors[-1], len(set(anchors))) == (("a", "a-2", "a-1", "a-3"), "a-20001", 20_002)


def test_the_words_of_a_heading_are_plain() -> None:
    prose = render("## The **big** [news](a.md) in `code`, ![pic](p.png) &amp; <b>HTML</b>[^1]\n\n[^1]: note")

    assert [(heading.text, heading.id) for heading in prose.headings] == [
        ("The big news in code, pic & HTML", "the-big-news-in-code-pic--html")
    ]


def test_levels_are_as_they_were_written() -> None:
    assert [heading.level for heading in render("### a\n\n# b\n\n###### c\n\n<h4>d</h4>").headings] == [3, 1, 6, 4]


def test_every_id_is_an_anchor() -> None:
    root = trees.parse("<p id='a'><b id='b'></b></p>")

    assert headings.anchors(root) == ("a", "b")
