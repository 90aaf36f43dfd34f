from tests.load.building import PAGE, Press

from pressroom.model.issue import Page


def pages(press: Press, files: dict[str, str]) -> tuple[Page, ...]:
    loaded = press.load(files)
    assert loaded.findings == ()
    return loaded.publication.pages


def test_standing_pages_in_each_of_their_languages(newsletter: Press) -> None:
    about, over, colofon = pages(
        newsletter,
        {
            PAGE: "---\ntitle: About\nsummary: Who we are.\nupdated: 2026-11-19\n---\n# Who\n",
            "content/pages/about.nl.md": "---\ntitle: Over ons\n---\nWij.\n",
            "content/pages/colofon.nl.md": "---\ntitle: Colofon\n---\nWij.\n",
        },
    )

    assert (about.slug, about.language, about.address) == ("about", "en", "about/")
    assert (about.title, about.summary) == ("About", "Who we are.")
    assert about.updated is not None
    assert [heading.text for heading in about.prose.headings] == ["Who"]
    assert (over.slug, over.language, over.address) == ("about", "nl", "nl/about/")
    assert (over.title, over.summary, over.updated) == ("Over ons", "", None)
    assert (colofon.slug, colofon.language, colofon.address) == ("colofon", "nl", "nl/colofon/")


def test_a_page_may_say_in_translation_when_it_was_updated(newsletter: Press) -> None:
    _, over = pages(
        newsletter,
        {
            PAGE: "---\ntitle: About\nupdated: 2026-11-19\n---\nWe.\n",
            "content/pages/about.nl.md": "---\ntitle: Over ons\nupdated: 2026-11-20\n---\nWij.\n",
        },
    )

    assert over.updated is not None
    assert over.updated.day == 20


def test_a_page_without_a_title_is_called_by_its_name(newsletter: Press) -> None:
    loaded = newsletter.load({PAGE: "---\nsummary: x\n---\nWe.\n"})

    assert [page.title for page in loaded.publication.pages] == ["about"]
    assert [finding.rule for finding in loaded.findings] == ["missing-field"]
