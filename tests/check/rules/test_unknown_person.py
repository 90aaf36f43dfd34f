from tests.builders import episode, issue, page, person, publication, show, story
from tests.check.judging import found, places

from pressroom.model.finding import Severity

_PEOPLE = {"ada": person("ada", "Ada Novak"), "bram": person("bram", "Bram de Wit")}

CLEAN = publication(issue(story(authors=("bram",)), editors=("ada",)), pages=(page(),), people=_PEOPLE)
FAULTY = publication(issue(story(authors=("ada", "bramm"))), people=_PEOPLE)


def test_people_of_the_publication_are_fine() -> None:
    assert found("unknown-person", CLEAN) == []


def test_an_unknown_author_is_an_error_at_their_line_with_the_near_id() -> None:
    wrong = story(authors=("ada", "bramm"), lines={"authors": 5, "authors.0": 6, "authors.1": 7})
    [finding] = found("unknown-person", publication(issue(wrong), people=_PEOPLE))
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("content/issues/2026-11/fog.md", 7)
    assert finding.message == "Nobody has the id bramm."
    assert finding.hint == "Did you mean bram? Somebody new is added under `people` in content/publication.yml."


def test_a_name_in_place_of_an_id_is_understood() -> None:
    [finding] = found("unknown-person", publication(issue(editors=("Ada Novak",)), people=_PEOPLE))
    assert finding.hint.startswith("Did you mean ada?")


def test_where_nobody_is_near_those_who_are_known_are_named() -> None:
    [finding] = found("unknown-person", publication(issue(editors=("zzz",)), people=_PEOPLE))
    assert finding.hint.startswith("Known are ada and bram. Somebody new is added")


def test_of_many_people_the_first_are_named() -> None:
    many = {f"p{n}": person(f"p{n}", f"Name {n}") for n in range(13)}
    [finding] = found("unknown-person", publication(issue(editors=("zzz",)), people=many))
    assert finding.hint.startswith("Known are p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11 … Somebody")


def test_where_there_are_no_people_yet_the_hint_says_where_they_go() -> None:
    [finding] = found("unknown-person", publication(issue(editors=("zzz",))))
    assert finding.hint == "Somebody new is added under `people` in content/publication.yml."


def test_editors_authors_and_guests_are_all_looked_up() -> None:
    whole = publication(issue(story(authors=("x",)), editors=("x",)), show=show(episode(people=("x",))))
    assert places(found("unknown-person", whole)) == [
        "content/issues/2026-11/fog.md:5",
        "content/issues/2026-11/issue.md:5",
        "podcast/episodes/captain/episode.md:5",
    ]


def test_a_translation_is_not_blamed_for_the_people_that_it_takes_over() -> None:
    english = issue(story(authors=("x",)))
    dutch = issue(story(language="nl", authors=("x",), lines={}), language="nl")
    assert places(found("unknown-person", publication(english, dutch))) == ["content/issues/2026-11/fog.md:5"]


def test_a_host_of_the_show_and_who_has_a_role_are_looked_up_as_well() -> None:
    told = show(episode(roles={"ada": "narrator", "bramm": "narrator"}), hosts=("ada", "nobody"))
    findings = found("unknown-person", publication(show=told, people=_PEOPLE))
    assert [finding.message for finding in findings] == ["Nobody has the id bramm.", "Nobody has the id nobody."]
    assert [finding.path for finding in findings] == ["podcast/episodes/captain/episode.md", "podcast/show.yml"]
