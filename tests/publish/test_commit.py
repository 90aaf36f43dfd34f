"""What is published has a name: the commit, or what stands for one where there is no git."""

import os

from tests.publish.newsroom import Press, git

from pressroom.publish.commit import commit_of


def test_with_git_it_is_the_commit(press: Press) -> None:
    press.commit()
    assert commit_of(press.root) == git(press.root, "rev-parse", "HEAD").strip()


def test_without_git_it_changes_with_what_lies_there_and_only_with_that(press: Press) -> None:
    first = commit_of(press.root)
    assert first.startswith("files:")
    press.write("build/email/2026-11/en.html", "<p>")
    press.write(".pressroom/note", "")
    assert commit_of(press.root) == first
    press.write("mkdocs.yml", "site_name: The Bench\n")
    second = commit_of(press.root)
    assert second != first
    issue = press.root / "content/issues/2026-11/issue.md"
    os.utime(issue, ns=(1, 1))
    third = commit_of(press.root)
    assert third != second
    issue.with_name("link").symlink_to("nowhere")
    os.close(os.open(os.fsencode(issue.parent) + b"/\xff", os.O_CREAT))
    assert commit_of(press.root) not in (first, second, third)
