"""Indentation as Python-Markdown wants it."""

import pytest

from pressroom.prose.lists import indent

MOVED = {
    "two columns": ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
    "three columns": ("1. a\n   - b\n2. c", "1. a\n    - b\n2. c"),
    "four columns stay": ("* a\n    * b\n\n        words\n\n            code", None),
    "markers in a slant": ("- a\n - b\n  - c", "- a\n- b\n- c"),
    "wide markers": ("10. a\n    - b", None),
    "markers with more space": ("-   a\n\n    words", None),
    "code directly behind a marker": ("-     code\n  - b", "-     code\n    - b"),
    "brackets behind numbers": ("1) a\n2) b", "1. a\n2. b"),
    "several items on a line": ("- - a\n  - b\n- 1. c", "- - a\n    - b\n- 1. c"),
    "words below an item": ("- a\n\n  words\n  more", "- a\n\n    words\n    more"),
    "lazy words": ("- a\nwords\n- b", None),
    "words that end a list": ("- a\n\nwords\n  - b", "- a\n\nwords\n\n  - b".replace("  - b", "- b")),
    "a list behind words": ("words\n- a", "words\n\n- a"),
    "a numbered list behind words": ("words\n1. a", "words\n\n1. a"),
    "a year behind words": ("born in\n1986. A year", None),
    "a year in an item": ("- born in\n  1986. A year", "- born in\n    1986. A year"),
    "a list of the other kind": ("- a\n1. b", "- a\n\n1. b"),
    "a list behind words in an item": ("- a\n\n  words\n  - b", "- a\n\n    words\n\n    - b"),
    "a list in a quotation": ("> words\n> - a\n>   - b", "> words\n>\n> - a\n>     - b"),
    "a quotation in an item": ("- a\n\n  > b\n  > - c\n- d", "- a\n\n    > b\n    >\n    > - c\n\n- d"),
    "a numbered item behind a quotation in one": ("1. a\n\n   > b\n2. c", "1. a\n\n    > b\n\n2. c"),
    "an item behind code in one": ("- a\n\n      b\n- c", "- a\n\n        b\n\n- c"),
    "an item in one behind code": ("- a\n\n      b\n  3. c", "- a\n\n        b\n\n    3. c"),
    "words and a quotation behind code": (
        "- a\n\n      b\n\n      c\n  d\n\n      e\n  > f",
        "- a\n\n        b\n\n        c\n\n    d\n\n        e\n\n    > f",
    ),
    "a fence behind code": ("- a\n\n      b\n  ```\n  ```", "- a\n\n        b\n\n    ```\n    ```\n"),
    "a definition behind blocks of another": ("a\n: b\n\n  c\n: d\n: e", "a\n: b\n\n    c\n\n: d\n: e"),
    "a definition behind a list in another": ("a\n: b\n  - c\n: d", "a\n: b\n\n    - c\n\n: d"),
    "a quotation directly in an item": ("- > a\n  > b", None),
    "quotations in a quotation": ("> > - a\n> >   - b", "> > - a\n> >     - b"),
    "an empty line of a quotation": (">a\n>\n>b", "> a\n>\n> b"),
    "a table behind words": ("words\n| a | b |\n|---|---|\n| c | d |", "words\n\n| a | b |\n|---|---|\n| c | d |"),
    "a table in an item": ("- a\n\n  | b |\n  |---|", "- a\n\n    | b |\n    |---|"),
    "a fence behind words": ("words\n```\na\n```\nwords", "words\n\n```\na\n```\n\nwords"),
    "a fence in an item": (
        "- a\n\n  ```\n  b\n    c\n d\n\n  ```",
        "- a\n\n    ```\n    b\n      c\n   d\n\n    ```\n",
    ),
    "what looks like a list in a fence": ("~~~\n- a\n  - b\n~~~", "~~~\n- a\n  - b\n~~~\n"),
    "a fence that is never closed": ("````\n- a\n```", "````\n- a\n```\n````"),
    "a fence in a quotation that is never closed": ("> ```\n> a\n\nwords", "> ```\n> a\n> ```\n\nwords"),
    "code in a line that begins with it": ("```a``` b\n- c", "```a``` b\n\n- c"),
    "code by indentation": ("    - a\n      - b", None),
    "words with indentation": ("words\n    - a", None),
    "HTML code": ("<pre>\n- a\n  - b\n</pre>\n- c", None),
    "HTML code in a line": ("<pre>a</pre>\n\n- b\n  - c", "<pre>a</pre>\n\n- b\n    - c"),
    "a rule is no list": ("* * *\n- - -\n***", None),
    "emphasis is no list": ("**a** b\n*c* d", None),
    "a note": (
        "!!! tip\n    words\n    - a\n      - b\n\n    more\n\nout",
        "!!! tip\n    words\n\n    - a\n        - b\n\n    more\n\nout",
    ),
    "a footnote": ("[^1]: a\n  b\n\n  c", "[^1]: a\n    b\n\n    c"),
    "a definition": ("a\n: b\n  - c", "a\n: b\n\n    - c"),
    "definitions without gaps": ("a\n: b\nc\n: d\n: e", "a\n: b\n\nc\n: d\n: e"),
    "a heading in a list": ("- a\n\n  ## b\n  words", "- a\n\n    ## b\n    words"),
    "a heading behind words": ("words\n## a\n!!! tip\n    b", "words\n\n## a\n!!! tip\n    b"),
    "what follows a table": ("| a |\n|---|\n| b |\n- c", "| a |\n|---|\n| b |\n\n- c"),
    "a quotation behind words": ("words\n> a", "words\n\n> a"),
    "a quotation behind words in an item": ("- a\n\n  b\n  > c", "- a\n\n    b\n\n    > c"),
    "a quotation behind an item's words": ("- a\n  > b", None),
    "an underlined heading": ("a\n---\nb\n===\n- c", "a\n---\nb\n===\n\n- c"),
    "words and a list behind a heading": ("## a\nwords\n- b", "## a\nwords\n\n- b"),
    "a list behind a quotation": ("> a\n- b", "> a\n\n- b"),
    "an item behind a quotation in one": ("- > a\n- b", None),
    "a heading before a list": ("## a\n3. b", None),
}


@pytest.mark.parametrize(("written", "moved"), MOVED.values(), ids=MOVED)
def test_lines_are_moved(written: str, moved: str | None) -> None:
    assert indent(written) == (written if moved is None else moved)


@pytest.mark.parametrize("written", [written for written, _ in MOVED.values()], ids=MOVED)
def test_what_was_moved_stays(written: str) -> None:
    once = indent(written)

    assert indent(once).replace(">", "").split() == once.replace(">", "").split()
