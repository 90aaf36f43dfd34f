"""What a text says, passage by passage, each with the line in which it begins."""

import pytest

from pressroom.model.prose import Prose
from pressroom.prose import CODE, Anchor, Kind, passages_of, render

TEXT = """\
First
and [more](fog.md).

"Quoted," she said. (Bracketed.)

## Heading

- one
- two
  goes on
    - inside

1. **Bold** and ~~struck~~

> Somebody
> else

| a | b |
|---|---|
| c | d |

!!! note "Titled"
    Inside.

Noted[^1] `code` <https://x.example> <br> line.

[^1]: The note.

```
left out
```

<div>Raw &amp; plain</div>
"""


def told(text: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.kind.name, one.text) for one in passages_of(render(text, 10))]


def test_each_passage_has_the_line_that_it_begins_in_its_kind_and_its_words() -> None:
    assert told(TEXT) == [
        (10, "TEXT", "First and more."),
        (13, "TEXT", '"Quoted," she said. (Bracketed.)'),
        (15, "HEADING", "Heading"),
        (17, "TEXT", "one"),
        (18, "TEXT", "two goes on"),
        (20, "TEXT", "inside"),
        (22, "TEXT", "Bold and"),
        (24, "QUOTE", "Somebody else"),
        (27, "CELL", "a"),
        (27, "CELL", "b"),
        (29, "CELL", "c"),
        (29, "CELL", "d"),
        (29, "HEADING", "Titled"),
        (32, "TEXT", "Inside."),
        (34, "TEXT", f"Noted {CODE} https://x.example line."),
        (42, "TEXT", "Raw & plain"),
        (36, "TEXT", "The note."),
    ]


def test_links_are_told_with_their_words() -> None:
    text = "[The *new* rota](rota.md) and [![A quay](quay.jpg)](https://x.example)[^1]\n\n[^1]: Note.\n"

    assert passages_of(render(text))[0].links == (
        Anchor("The new rota", "ref:0"),
        Anchor("A quay", "https://x.example"),
    )


@pytest.mark.parametrize(
    "text",
    [
        '[a]: x.md\n  "A title"\n\n[a] is it.',
        "*[HR]: Human resources\n\nHR has it.",
        "'Quoted' and (bracketed)\n\"too\"",
    ],
)
def test_signs_at_the_beginning_of_a_line_mean_what_they_meant(text: str) -> None:
    assert "\ufdd0" not in render(text).html
    assert render(f"Words.\n\n{text}").html.endswith(render(text).html)


def test_a_text_whose_lines_are_not_known_stands_at_its_first() -> None:
    made = Prose.of(html="<p>One</p><p>Two</p><p>Three</p>", lines=(4, 6))

    assert [one.line for one in passages_of(made)] == [4, 4, 4]
    assert [one.line for one in passages_of(Prose.of(html="<p>One</p>"))] == [1]


def test_a_text_without_words_has_no_passages() -> None:
    assert passages_of(Prose()) == ()
    assert passages_of(render("![A quay](quay.jpg)")) == ()


def test_what_stands_in_a_quotation_is_a_quotation() -> None:
    assert {one.kind for one in passages_of(render("> ## A heading\n>\n> - an item\n"))} == {Kind.QUOTE}
