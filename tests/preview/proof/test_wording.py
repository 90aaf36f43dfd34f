"""Differences that a person can read: words, and no lines or signs of a markup."""

import random

import pytest

from pressroom.preview.proof.wording import Run, passages, runs


def shown(before: str, after: str) -> str:
    """What changed, with what went in square brackets and what came in curly ones."""
    marks = {"same": "%s", "gone": "[%s]", "come": "{%s}"}
    return "".join(marks[run.fate] % run.text for run in runs(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The ferry leaves at nine.", "The ferry leaves at ten.", "The ferry leaves at [nine]{ten}."),
        ("The ferry leaves.", "The big ferry leaves.", "The {big }ferry leaves."),
        ("The big ferry leaves.", "The ferry leaves.", "The [big ]ferry leaves."),
        ("The ferry leaves", "The ferry leaves, today", "The ferry leaves{, today}"),
        ("It's fine.", "It’s fine.", "[It's ]{It’s }fine."),
        ("", "All new.", "{All new.}"),
        ("All old.", "", "[All old.]"),
        ("船は九時に出ます", "船は十時に出ます", "船は[九]{十}時に出ます"),
        ("العبارة تغادر في التاسعة", "العبارة تغادر في العاشرة", "العبارة تغادر في [التاسعة]{العاشرة}"),
        ("<script>alert(1)</script>", "<script>alert(2)</script>", "<script>alert([1]{2})</script>"),
    ],
)
def test_what_changed_is_told_in_words(before: str, after: str, told: str) -> None:
    assert shown(before, after) == told


def test_a_sentence_that_is_written_anew_is_no_patchwork() -> None:
    told = shown("We met the crew of the Aurora in the fog.", "Nobody had seen the accounts for a year.")
    assert told == "[We met the crew of the Aurora in the fog]{Nobody had seen the accounts for a year}."


def test_two_changes_that_are_a_word_apart_are_one() -> None:
    before = "The red and old ferry leaves from the quay at nine in the morning."
    after = "The blue and new ferry leaves from the quay at nine in the morning."
    assert shown(before, after).startswith("The [red and old ]{blue and new }ferry leaves")


def test_texts_that_are_the_same_have_no_passages() -> None:
    assert passages(["One.", "Two."], ["One.", "Two."]) == ()


def test_paragraphs_that_stayed_are_counted_and_not_repeated() -> None:
    found = passages(["One.", "Two.", "It is here, at last!"], ["One.", "Two.", "It was here, at last!", "Four."])
    assert [passage.unchanged for passage in found] == [2, 0]
    assert found[1].runs == (
        Run(fate="same", text="It "),
        Run(fate="gone", text="is "),
        Run(fate="come", text="was "),
        Run(fate="same", text="here, at last!"),
        Run(fate="come", text="\nFour."),
    )


def test_a_paragraph_that_is_parted_keeps_its_words() -> None:
    [passage] = passages(["The ferry leaves at nine. It is blue."], ["The ferry leaves at nine.", "It is blue."])
    assert "".join(run.text for run in passage.runs if run.fate != "gone") == "The ferry leaves at nine.\nIt is blue."


@pytest.mark.parametrize("seed", range(20))
def test_whatever_changes_both_texts_can_be_read_off(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  the same words each time, nothing secret
    words = ["ferry", "quay", "fog,", "the", "a", "\n", "—", "crew"]
    before, after = (" ".join(chance.choices(words, k=chance.randint(0, 60))) for _ in range(2))
    found = runs(before, after)
    assert "".join(run.text for run in found if run.fate != "gone") == after
    gone = "".join(run.text for run in found if run.fate != "come")
    assert gone.split() == before.split()


def test_ten_thousand_words_in_one_paragraph_are_compared_where_they_differ() -> None:
    before = " ".join(f"word{number % 700}" for number in range(10_000))
    after = before.replace("word699 word0", "word699 and word0", 1)
    found = runs(before, after)
    assert [run.text for run in found if run.fate != "same"] == ["and "]


def test_ten_thousand_words_that_are_all_others_are_told_as_a_whole() -> None:
    before, after = (" ".join(f"{letter}{number % 700}" for number in range(10_000)) for letter in "ab")
    assert [run.fate for run in runs(before, after)] == ["gone", "come"]
