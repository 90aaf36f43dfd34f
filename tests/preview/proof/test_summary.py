"""What a job's summary says, and that nothing of the content says anything there by itself."""

from typing import Any

import pytest
from tests import builders

from pressroom.model.finding import error
from pressroom.model.release import release
from pressroom.preview.proof import summary
from pressroom.preview.proof.changes import Changes, FileChange, TextChange
from pressroom.preview.proof.figures import lengths, weights
from pressroom.preview.proof.matter import Matter

_FOUND = "**Nothing wrong found.**\n"
_FILE = "build/proof/2026-11/index.html"


def matter(**fields: Any) -> Matter:
    issue = builders.issue(title="The one with the fog")
    given: dict[str, Any] = {
        "id": "2026-11",
        "title": issue.title,
        "current": release(builders.publication(issue), builders.NOW, drafts=True),
        "issues": (issue,),
        "episode": None,
        "mark": "",
        "findings": (),
        "elsewhere": (),
        "lines": {},
        "messages": (),
        "lengths": lengths((issue,)),
        "weights": weights([builders.message("x" * 81_234)]),
        "prints": (),
        "changes": None,
    }
    return Matter(**{**given, **fields})


def text(**fields: Any) -> TextChange:
    given: dict[str, Any] = {
        "kind": "new",
        "what": "story",
        "title": "Fog",
        "language": "en",
        "path": "fog.md",
        "words": 6,
    }
    return TextChange(**{**given, **fields})


def test_figures_and_where_to_look() -> None:
    assert summary.write([(matter(mark="Draft"), _FILE)], _FOUND) == (
        "## The one with the fog (2026\\-11) — Draft\n\n"
        "- English: 120 words, 1 min to read\n"
        "- The email, en: 81,234 of 100,000 bytes, 82%, near the limit\n\n"
        f"To look at it, open `{_FILE}`. In CI that is in the artifact which this run keeps.\n\n"
        "## What was found\n\n**Nothing wrong found.**\n"
    )


def test_an_issue_that_cannot_be_shown_says_so() -> None:
    faulty = matter(findings=(error("title", "issue.md", 2, "It has no title."),), weights=())
    told = summary.write([(faulty, _FILE)], "**1 error**\n")
    assert "It cannot be shown while there are errors." in told
    assert _FILE not in told
    assert told.endswith("## What was found\n\n**1 error**\n")


def test_without_an_issue_the_findings_are_told_all_the_same() -> None:
    assert summary.write([], _FOUND) == (
        "No issue has changed, so there is no proof to look at.\n\n## What was found\n\n**Nothing wrong found.**\n"
    )


def test_what_changed_is_told_in_a_few_lines() -> None:
    texts = (
        text(),
        text(kind="changed", what="issue", title="November", language="nl"),
        text(kind="gone", what="episode", title="Talk", language=""),
    )
    files = (FileChange(kind="new", path="content/issues/2026-11/quay.jpg"),)
    told = summary.write([(matter(changes=Changes(since="origin/main", texts=texts, files=files)), _FILE)], _FOUND)
    assert (
        "Changed since origin/main:\n\n"
        "- new: story Fog (en), 6 words\n"
        "- changed: the letter November (nl)\n"
        "- removed: episode Talk\n"
        "- new: quay.jpg\n"
    ) in told
    unchanged = summary.write([(matter(changes=Changes(since="main")), _FILE)], _FOUND)
    assert "Nothing of it has changed since main." in unchanged


def test_many_changes_are_counted() -> None:
    changes = Changes(since="main", texts=(text(),) * 15, files=(FileChange(kind="gone", path="a.jpg"),) * 14)
    told = summary.write([(matter(changes=changes), _FILE)], _FOUND)
    assert "- and 3 more texts\n" in told
    assert "- and 2 more files\n" in told


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](https://evil.example)",
        "![x](https://evil.example/pixel.gif)",
        "```\n# Injected",
        "@everyone and #1",
        "https://evil.example/",
        "**bold** _it_ `code`",
        "a\n\n## Injected\n\n- item",
        "&lt;b&gt; \x1b[31m",
    ],
)
def test_nothing_of_the_content_is_markup(title: str) -> None:
    changes = Changes(since=title, texts=(text(title=title),), files=(FileChange(kind="new", path=title),))
    told = summary.write([(matter(title=title, changes=changes), _FILE)], _FOUND)
    for sign in ("<script", "<img", "](", "\n# Inj", "\n## Inj", "\n- item", "https://", "@everyone", "**bold", "\x1b"):
        assert sign not in told.replace(_FILE, "")
    assert not [line for line in told.splitlines() if line.lstrip().startswith("```")]


def test_issues_without_a_proof_are_counted() -> None:
    assert "So many have changed that 108 older ones have no proof." in summary.write([(matter(), _FILE)], _FOUND, 108)


def test_a_long_title_is_cut() -> None:
    told = summary.write([(matter(title="word " * 500), _FILE)], _FOUND)
    assert len(told.splitlines()[0]) < 150
