"""QR codes of issues, for paper."""

from tests.builders import issue, publication, story

from pressroom.model.release import release
from pressroom.render import codes

_ISSUES = (issue(story(), id="2026-11"), issue(id="2026-11", language="nl"))


def test_every_issue_has_its_own_in_each_language() -> None:
    made = publication(*_ISSUES, languages=("en", "nl"))
    files = {file.path: file.data for file in codes.render(release(made, _ISSUES[0].date, drafts=False))}
    assert files == {
        "site/issues/2026-11/code.svg": codes.code("https://gangway.example/issues/2026-11/"),
        "site/nl/issues/2026-11/code.svg": codes.code("https://gangway.example/nl/issues/2026-11/"),
    }


def test_another_address_gives_another_code() -> None:
    assert codes.code("https://gangway.example/a/") != codes.code("https://gangway.example/b/")
