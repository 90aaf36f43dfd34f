from tests.check.writing_rules.written import heard, written

from pressroom.model.style import Style

RULE = "inclusive-wording"
STYLE = Style(inclusive={"manpower": "people", "chairm*n": "x", "chairman": "chair"})

CLEAN = written("The chair needs more people.", style=Style(inclusive={"manpower": "people"}))
FAULTY = written("We need more manpower.", style=Style(inclusive={"manpower": "people"}))


def test_it_says_what_the_house_says_instead() -> None:
    [finding] = heard(RULE, "The chairman came.\n\nA Chairman left.", style=Style(inclusive={"chairman": "chair"}))

    assert finding.message == "“chairman” does not mean everybody whom it should. Also here: “Chairman” (line 12)."
    assert (finding.line, finding.hint) == (10, "House style has for it: chair")
