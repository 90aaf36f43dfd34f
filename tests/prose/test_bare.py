import pytest
from markdown import Markdown
from markdown.inlinepatterns import SimpleTagInlineProcessor

from pressroom.prose.bare import Bare
from pressroom.prose.parser import convert


class _Counting(SimpleTagInlineProcessor):
    """Looks for a letter, so that it shows whether a text was looked through."""

    def __init__(self) -> None:
        super().__init__(r"()(q)", "q")


def looked_through(text: str) -> bool:
    md = Markdown(extensions=[Bare()])
    md.inlinePatterns.register(_Counting(), "counting", 5)
    return "<q>" in md.convert(text)


def test_text_without_a_sign_is_passed_over() -> None:
    assert not looked_through("The quay, at noon: ready? Yes!")


@pytest.mark.parametrize(
    "sign",
    [
        "`a`",
        "\\a",
        "[a]",
        "<b>",
        "&amp;",
        "*a*",
        "_a_",
        "^a^",
        "~~a~~",
        "==a==",
        "a  \nb",
        "https://a",
        ":a:",
        "WWW.a.b",
    ],
)
def test_a_sign_of_markup_has_it_looked_through(sign: str) -> None:
    assert looked_through(f"quay {sign}")


def test_what_follows_an_element_is_looked_through() -> None:
    assert convert("*a* b *c*") == "<p><em>a</em> b <em>c</em></p>"


def test_later_steps_find_plain_strings() -> None:
    assert convert("*[HR]: People\n\nAsk HR.") == '<p>Ask <abbr title="People">HR</abbr>.</p>'
