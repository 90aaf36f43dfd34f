"""What HTML a text may have."""

import pytest

from pressroom.prose import policy


def test_the_cleaner_keeps_what_is_listed_and_nothing_else() -> None:
    assert (
        policy.clean('<p class="tip" onclick="x">a<script>b</script><kbd>c</kbd></p>')
        == '<p class="tip">a<kbd>c</kbd></p>'
    )
    assert policy.clean('<a href="ref:1" rel="opener">a</a>') == '<a href="ref:1">a</a>'
    assert policy.clean('<a href="javascript:x">a</a>') == "<a>a</a>"


@pytest.mark.parametrize("tag", sorted(policy.TAGS))
def test_every_listed_tag_passes_the_cleaner_alone_or_in_its_place(tag: str) -> None:
    around = {"td": "tr", "th": "tr", "tr": "table", "tbody": "table", "thead": "table", "tfoot": "table"}
    around |= {"caption": "table", "colgroup": "table", "col": "table"}
    html = f"<{tag}></{tag}>"
    for outer in (around.get(tag, ""), "table" if around.get(tag) == "tr" else ""):
        html = f"<{outer}>{html}</{outer}>" if outer else html

    assert f"<{tag}" in policy.clean(html)


def test_tags_are_of_one_kind_alone() -> None:
    assert not policy.TAGS & policy.DROPPED
    assert not policy.KNOWN & set(policy.UNSAFE)


@pytest.mark.parametrize(
    ("address", "kept"), [('https://example.com/?a="b"', True), ("https://[x", False), ("irc:x", False)]
)
def test_the_cleaner_is_asked_about_addresses(address: str, kept: bool) -> None:
    assert policy.keeps(address) is kept


def test_values_are_held_to_what_they_may_be() -> None:
    assert policy.fits("colspan", "2")
    assert not policy.fits("colspan", "0")
    assert not policy.fits("colspan", "1000")
    assert policy.fits("alt", "anything")
    assert policy.classes("admonition x language-c++ language-") == "admonition language-c++"
