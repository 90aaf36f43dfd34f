"""Templates find in dictionaries what they found before, sooner."""

import pytest
from jinja2 import Environment, StrictUndefined

from pressroom.build import lookups


class Thing:
    """What is no dictionary."""

    name = "attribute"


class Kept(dict[str, str]):
    """A dictionary with an attribute of its own."""

    name = "attribute"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ plain.name }}", "value"),
        ("{{ plain.inner.name }}", "inside"),
        ("{{ plain.items() | length }}", "4"),
        ("{{ plain.keys is callable }}", "True"),
        ("{{ plain.missing is defined }}", "False"),
        ("{{ thing.name }}", "attribute"),
        ("{{ kept.name }}", "attribute"),
        ("{{ kept.other }}", "value"),
    ],
)
def test_what_is_found_stays_the_same(template: str, text: str) -> None:
    plain = {"name": "value", "inner": {"name": "inside"}, "items": "no method", "keys": "no method"}
    values = {"plain": plain, "thing": Thing(), "kept": Kept(name="value", other="value")}
    usual, quick = Environment(autoescape=True), Environment(autoescape=True, undefined=StrictUndefined)
    lookups.quicken(quick)
    assert usual.from_string(template).render(values) == text
    assert quick.from_string(template).render(values) == text
