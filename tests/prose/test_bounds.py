"""What would take too long is told instead of rendered."""

import pytest

from pressroom.prose import bounds, render

DEEP = {
    "quotations": "> " * 21 + "x",
    "quotations without spaces": ">" * 5000,
    "numbers on a line": "1. " * 21 + "x",
    "lists": "".join("  " * level + "- x\n" for level in range(21)),
    "very deep lists": "".join("  " * level + "- x\n" for level in range(500)),
    "lists in quotations": "> " * 11 + "- " * 11 + "x",
    "tags": "<div>" * 101 + "</div>" * 101,
    "tags that are never closed": "<div>" * 5000,
    "brackets": "[" * 50_000,
    "pictures": "![" * 5000,
    "addresses": "[a](" * 5000,
    "brackets in brackets": "[" * 2000 + "]" * 2000,
    "marks of footnotes that are never closed": "[^" * 25_000,
    "brackets in a list": "- a\n- " + "[a][b" * 2000,
}
LONG = {
    "text": "words " * 90_000,
    "line": "word " * 11_000,
    "cell": "| a | b |\n|---|---|\n| " + "word " * 11_000 + "| c |",
    "lines": "words\n" * 1001,
    "headings": "# a\n" * 1001,
    "abbreviations": "".join(f"*[A{number}]: b\n\n" for number in range(1001)),
    "footnotes": "a[^1] " * 1001 + "\n\n[^1]: b",
    "fences": "```\n" * 1001,
    "notes of the writer": "<!-- a -->\n\n" * 1001,
    "captions": "/// caption\na\n///\n\n" * 10_000,
    "code that is never closed": "``a`" * 12_000,
    "escaped backticks": r"\`` " * 12_000,
    "columns and rows": "|".join("a" * 10_000) + "\n" + "|".join("-" * 10_000) + "\n" + "|a|\n" * 100,
    "columns and rows of HTML": f"<table><tr>{'<td>a' * 5000}{'<tr><td>a' * 5000}</table>",
    "columns and code": "`a`|" * 50_000 + "\n" + "-|" * 50_000,
}
FINE = {
    "quotations": "> " * 20 + "x",
    "lists": "".join("  " * level + "- x\n" for level in range(20)),
    "tags": "<div>" * 90 + "</div>" * 90,
    "brackets in code": "```\n" + "[" * 50_000 + "\n```\n",
    "brackets in code by indentation": "    " + "[" * 40_000,
    "brackets that are closed": "[a](b) " * 5000,
    "lines of code": "```\n" + "words\n" * 2000 + "```\n",
    "definitions": "a\n: b\n" * 400,
    "many paragraphs": "words\n\n" * 2000,
    "emphasis": "*" * 50_000,
    "emphasis that is never closed": "*a **b _c ~d ^e ==f " * 2000,
    "code": "`a` and " * 5000,
    "code of two kinds": "`a` and ``b`` " * 300,
    "a large table": "|".join("a" * 20) + "\n" + "|".join("-" * 20) + "\n" + "|a|\n" * 990,
    "captions": "words\n\n/// caption\na\n///\n\n" * 100,
    "signs": "&<>\\{|`" * 5000,
    "notes that lead to each other": "[^1]: a[^2]\n[^2]: b[^1]\n\nc[^1]",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_is_too_deep_is_told(text: str) -> None:
    prose = render(text)

    assert [fault.rule for fault in prose.faults] == ["too-deep"]
    assert (prose.html, prose.text) == ("", "")


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_what_is_too_long_is_told(text: str) -> None:
    prose = render(text)

    assert [fault.rule for fault in prose.faults] == ["too-long"]
    assert prose.html == ""


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_what_is_not_is_rendered(text: str) -> None:
    prose = render(text)

    assert not {fault.rule for fault in prose.faults} & {"too-long", "too-deep"}
    assert prose.html


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("words\n\n" + "> " * 21, 12),
        ("words\n\n- a\n  - " + "[" * 3000, 13),
        ("words\n\nmore\n" + "a\n" * 1001, 12),
        ("[" * 3000, 10),
        ("words\n\n" + "``a`" * 5000, 12),
        ("words\n\n" + "|".join("a" * 500) + "\n" + "|".join("-" * 500) + "\n" + "|a|\n" * 100, 12),
        ("words\n\n" + "`a`|" * 1000 + "\n" + "-|" * 1000, 12),
        (f"words\n\n<table><tr>{'<td>a' * 500}{'<tr><td>a' * 500}</table>", 12),
    ],
)
def test_the_place_is_told(text: str, line: int) -> None:
    assert [fault.line for fault in render(text, first_line=10).faults] == [line]


def test_other_faults_are_told_beside() -> None:
    rules = [fault.rule for fault in render("a\a\n\n" + "> " * 30 + "\n\n" + "*[A]: b\n" * 1001).faults]

    assert rules == ["control-character", "too-long", "too-deep"]


def test_everything_but_the_size_is_told_of_a_text_within_it() -> None:
    assert bounds.exceeded("words", 1) == []
    assert [fault.rule for fault in bounds.exceeded("[^1]" * 1001 + "\n" + "> " * 21, 1)] == ["too-deep", "too-long"]
