"""Tags that readers never get: what their writer is told."""

import pytest

from pressroom.prose import foreign, policy, render
from pressroom.prose.stamps import Kind, Stamp


def told(markdown: str) -> list[str]:
    return [f"{fault.message} {fault.hint}" for fault in render(markdown).faults]


@pytest.mark.parametrize("tag", sorted(policy.UNSAFE))
def test_every_unsafe_tag_is_an_error_with_advice_of_its_own(tag: str) -> None:
    assert told(f"<{tag}>") == [f"<{tag}> may not stand in a text. {policy.UNSAFE[tag]}"]


def test_what_is_inside_an_unsafe_tag_is_not_told_of() -> None:
    assert len(told("<svg><path d='M'/><foo></svg> then <bar>")) == 2
    assert len(told("<svg> <bar>")) == 2


def test_what_was_meant_is_guessed() -> None:
    (sentence,) = told("<sumary>")
    assert sentence.startswith("<sumary> is no tag that readers get; it is shown as it stands. Did you mean <summary>?")
    assert sentence.endswith("To show it, write it as code: `<sumary>`.")
    assert "Did you mean" not in told("<company>")[0]


def test_a_sign_that_only_looks_like_a_tag_is_left_alone() -> None:
    assert told("a <y and b") == []
    (sentence,) = told("a <b and c")
    assert sentence.startswith("<b begins a tag that is never finished; it is shown as it stands.")
    assert sentence.endswith("Finish it with >, or write \\< where you mean the sign.")


def test_the_end_of_an_unknown_tag_is_told_with_its_beginning() -> None:
    assert len(told("<foo>x</foo>")) == 1
    assert told("</foo>") == []


def test_foreign_tags_are_shown() -> None:
    assert render("Press <Enter> or <script>x</script>").text == "Press <Enter> or <script>x</script>"


@pytest.mark.parametrize("tag", ["script", "foo"])
def test_a_great_many_foreign_tags_are_told_of_each_on_its_line(tag: str) -> None:
    count = 50_000
    begun = [Stamp(Kind.FOREIGN, line, name=tag, rest="") for line in range(1, count + 1)]
    ended = [Stamp(Kind.FOREIGN_END, count, name=other, rest="") for other in ("script", "foo") for _ in range(count)]

    assert [fault.line for fault in foreign.faults([*ended, *begun])] == list(range(1, count + 1))
