"""HTML as a tree and back."""

from pressroom.prose import trees


def test_there_and_back() -> None:
    html = "a &lt; b<p>c</p>d"

    assert trees.serialise(trees.parse(html)) == html
    assert trees.serialise(trees.parse("")) == ""


def test_comments_are_left_out_and_the_words_behind_them_stay() -> None:
    assert trees.serialise(trees.parse("a<!-- b -->c<p>d<!-- e -->f</p>")) == "ac<p>df</p>"


def test_plain_words_of_an_element() -> None:
    root = trees.parse("a <b>b\n c</b><img alt='d'>e<sup><a class='footnote-ref'>1</a></sup> f")

    assert trees.plain(root) == "a b cde f"


def test_how_deep_a_tree_is() -> None:
    assert trees.deepest(trees.parse("a")) == 1
    assert trees.deepest(trees.parse("<p><b></b></p><p>c</p>")) == 3
