from pressroom.model.theme import Theme

THEME = Theme(files={}, phrases={"en": {"archive": "All issues", "podcast": "Podcast"}, "nl": {"archive": "Archief"}})


def test_a_language_says_what_it_knows_and_the_rest_in_english() -> None:
    assert THEME.words("nl") == {"archive": "Archief", "podcast": "Podcast"}


def test_a_language_without_phrases_speaks_english() -> None:
    assert THEME.words("de") == THEME.words("en") == {"archive": "All issues", "podcast": "Podcast"}


def test_a_theme_without_phrases_says_nothing() -> None:
    assert Theme(files={}, phrases={}).words("nl") == {}
