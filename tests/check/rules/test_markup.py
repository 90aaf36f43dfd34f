from tests.builders import episode, issue, page, prose, publication, show, story
from tests.check.judging import judge

from pressroom.model.finding import Fault, Fix, Severity

_FAULT = Fault(
    severity=Severity.ERROR,
    rule="unsafe-address",
    line=14,
    message="This link would run a program.",
    hint="Link to a page.",
    fix=Fix(line=14, before="javascript:x", after=""),
)
_UNSAFE = prose(faults=(_FAULT,))

CLEAN = publication(issue(story()))
FAULTY = publication(issue(story(prose=_UNSAFE)))
RULE = "unsafe-address"


def test_a_text_without_faults_is_fine() -> None:
    assert judge(CLEAN) == ()


def test_a_fault_becomes_a_finding_with_the_path_and_all_else_as_it_was() -> None:
    [finding] = judge(FAULTY)
    assert finding.path == "content/issues/2026-11/fog.md"
    assert finding.as_dict("path") == _FAULT.as_dict()


def test_the_faults_of_every_kind_of_text_in_every_language_are_given_broken_files_included() -> None:
    english = issue(story("ice"), prose=_UNSAFE, broken=True)
    dutch = issue(story("ice"), story(language="nl", prose=_UNSAFE), language="nl")
    whole = publication(english, dutch, pages=(page(prose=_UNSAFE),), show=show(episode(prose=_UNSAFE)))
    assert [finding.path for finding in judge(whole)] == [
        "content/issues/2026-11/fog.nl.md",
        "content/issues/2026-11/issue.md",
        "content/pages/about.md",
        "podcast/episodes/captain/episode.md",
    ]
