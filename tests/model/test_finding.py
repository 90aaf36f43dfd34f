from pressroom.model.finding import Finding, Severity, error, warning


def test_an_error_stops_the_build_and_a_warning_does_not() -> None:
    assert error("dead-link", "a.md", 3, "There is no b.md.", "Did you mean c.md?") == Finding(
        severity=Severity.ERROR,
        rule="dead-link",
        path="a.md",
        line=3,
        message="There is no b.md.",
        hint="Did you mean c.md?",
    )
    assert warning("long-title", "a.md", 1, "Long.").severity is Severity.WARNING


def test_findings_are_sorted_by_file_then_line_then_rule() -> None:
    ordered = [
        warning("z", "a.md", 1, "x"),
        error("a", "a.md", 2, "x"),
        error("b", "a.md", 2, "a"),
        error("b", "a.md", 2, "b"),
        error("a", "a.md", 10, "x"),
        error("a", "b.md", 1, "x"),
    ]
    assert sorted([ordered[n] for n in (3, 5, 0, 4, 2, 1)], key=Finding.order) == ordered
