from tests.builders import NOW, episode, issue, prose, publication, show, story
from tests.check.judging import judge
from tests.check.message_rules.opened import good, made

from pressroom.check import examining
from pressroom.model.release import release


def test_a_publication_without_faults_has_no_findings() -> None:
    assert judge(publication(issue(story()), show=show(episode()))) == ()


def test_a_message_without_faults_has_no_findings() -> None:
    assert examining.message(made(good())) == ()


def test_findings_come_in_order_of_their_places_each_of_them_once() -> None:
    twice = prose(links=("gone.md", "gone.md"), headings=("#### Deep",))
    same_line = twice.but(links=(twice.links[0], twice.links[0]))
    findings = judge(publication(issue(story("ice", prose=same_line), story("fog", prose=same_line))))
    assert [(finding.path, finding.rule) for finding in findings] == [
        ("content/issues/2026-11/fog.md", "dead-link"),
        ("content/issues/2026-11/fog.md", "skipped-heading"),
        ("content/issues/2026-11/ice.md", "dead-link"),
        ("content/issues/2026-11/ice.md", "skipped-heading"),
    ]


def test_findings_are_the_same_whether_or_not_drafts_are_shown() -> None:
    draft = issue(id="2026-12", draft=True, prose=prose(links=("gone.md",)))
    whole = publication(draft, issue(prose=prose(links=("../2026-12/issue.md",))))
    shown = release(whole, NOW, drafts=True)
    assert examining.publication(shown, whole, {}) == judge(whole)
    assert [finding.rule for finding in judge(whole)] == ["held-link", "dead-link"]
