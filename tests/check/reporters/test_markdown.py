"""The summary that a communicator reads in a pull request."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pressroom.check.reporters import markdown
from pressroom.check.reporters.escaping import block, code, inline
from pressroom.check.reporters.visible import visible
from pressroom.model.finding import Finding, Fix, error, warning

_COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_findings_stand_under_their_files_with_the_corrected_line_and_why_it_matters() -> None:
    twice = error("duplicate-number", "content/b.md", 4, "Both are number 4.", "48 is free. Write: number: 48")
    told = markdown.write([warning("empty-text", "content/a.md", 2, "“A” has no text.", "Write it.\nSoon."), twice])
    assert told == (
        "**1 error, 1 warning**\n"
        "\n"
        "### `content/b.md`\n"
        "\n"
        "- **Error, line 4**: Both are number 4.\\\n"
        "  48 is free.\n"
        "\n"
        "  ```text\n"
        "  number: 48\n"
        "  ```\n"
        "\n"
        "### `content/a.md`\n"
        "\n"
        "- **Warning, line 2**: “A” has no text.\\\n"
        "  Write it.\\\n"
        "  Soon.\n"
        "\n"
        "### Why it matters\n"
        "\n"
        "- `duplicate-number`: Readers who look for “issue 47” find two, and nobody knows which one was meant.\n"
        "- `empty-text`: Readers follow a title and find an empty page. Mostly it is a text that was not saved.\n"
    )


def test_nothing_wrong_is_one_line() -> None:
    assert markdown.write([]) == "**Nothing wrong found.**\n"


def test_a_fix_of_several_lines_is_one_block() -> None:
    found = error("x", "a.md", 1, "Wrong.").but(fix=Fix(line=1, before="a", after="a: 1\nb: 2"))
    assert "\n\n  ```text\n  a: 1\n  b: 2\n  ```\n" in markdown.write([found])


def test_a_rule_that_is_not_explained_is_told_all_the_same() -> None:
    told = markdown.write([error("a-rule-of-tomorrow", "a.md", 1, "Wrong.")])
    assert "Wrong." in told
    assert "Why it matters" not in told


def _many(number: int) -> list[Finding]:
    return [error("dead-link", f"content/{n % 50}.md", n, f"Dead {n}: {'x' * 200}") for n in range(1, number)]


def test_it_stays_below_what_github_takes_and_counts_what_is_left_out() -> None:
    told = markdown.write(_many(6_000))
    assert len(told.encode()) <= 1_048_576
    kept = told.count("**Error, line")
    assert kept > 3_000
    assert f"**And {5_999 - kept:,} others**: mend these first" in told
    assert "### Why it matters" in told


@pytest.mark.parametrize("most", [400, 1_000, 5_000])
def test_whoever_has_less_room_says_so(most: int) -> None:
    told = markdown.write([warning("empty-text", "a.md", 1, "Soft."), *_many(100)], most=most)
    assert len(told.encode()) <= most
    assert "others**: mend these first" in told
    assert "Soft" not in told


def test_a_single_finding_cannot_use_up_all_the_room() -> None:
    told = markdown.write([error("dead-link", "a" * 5_000, 1, "é" * 1_000_000, "\n".join(["x" * 5_000] * 3))])
    assert len(told) < 20_000
    assert "**Error, line 1**" in told


_texts = st.text(st.sampled_from("a1 \n\t`*_[](){}<>#+-.!|~^$=:/\\&@w\u202e\x1b") | st.characters(), max_size=40)


@settings(max_examples=300, deadline=None)
@given(_texts)
def test_any_text_in_a_paragraph_is_text_and_reads_as_it_was(text: str) -> None:
    tokens = _COMMONMARK.parse(inline(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    shown = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in shown} <= {"text", "text_special"}
    assert "".join(child.content for child in shown).replace("\u200b", "") == visible(text.strip())


@settings(max_examples=200, deadline=None)
@given(_texts)
def test_any_text_in_a_code_span_stays_in_it(text: str) -> None:
    tokens = _COMMONMARK.parse(f"x {code(text)} x")
    assert [child.type for token in tokens for child in token.children or ()] == ["text", "code_inline", "text"]


@settings(max_examples=200, deadline=None)
@given(st.lists(_texts, min_size=1, max_size=4))
def test_any_lines_in_a_block_stay_in_it(lines: list[str]) -> None:
    tokens = _COMMONMARK.parse(f"- x\n\n{block(lines, '  ')}\n\nend\n")
    inside = [token.type for token in tokens if token.type in {"fence", "code_block", "html_block"} or token.level == 0]
    assert inside[:3] == ["bullet_list_open", "fence", "bullet_list_close"]
    assert inside[3:] == ["paragraph_open", "paragraph_close"]
