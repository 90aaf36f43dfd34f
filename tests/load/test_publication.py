from datetime import time

import pytest
from tests.load.building import PUBLICATION, STORY, Press, picture

from pressroom.model.brand import Brand
from pressroom.model.edition import Audience
from pressroom.model.outlets import Delivery, Deploy, Quiet
from pressroom.model.person import Person
from pressroom.model.publication import Feedback, Mail

_FULL = """\
name: The Bench
organization: Example Roasters
base_url: https://news.example.com/bench
language: EN
languages: [nl, en, de]
timezone: Europe/Amsterdam
description: |
  What happened,
  and why.
people:
  ada:
    name: Ada Lovelace
    role: Head of research
    photo: ada.png
    email: ada@example.com
  bram:
    name: Bram Stoker
sections:
  people: People
  crews: Ships and crews
feedback: {email: feedback@example.com, url: https://x.example/postbox}
mail:
  from: The Bench <news@example.com>
  reply_to: feedback@example.com
  list_id: bench.example.com
  unsubscribe: "mailto:news@example.com?subject=unsubscribe"
  server: smtps://mail.example.com
  policy: retry
  rate: 600
  connections: 4
  quiet: 20:00-7
audiences:
  - {id: all, language: en, to: all@example.com}
  - {id: floor, language: nl, kind: frontline, recipients: floor.csv}
brand:
  logo: logo.png
  colours: {primary: "#0F3D56"}
visibility: public
deploy: {to: 'ssh://deploy@web.example.com:2222/srv/news', access: wall, keep: 3, public: no}
announce: [slack, town-hall]
ledger: git
"""


def test_everything_that_it_says(newsletter: Press) -> None:
    loaded = newsletter.load(
        {PUBLICATION: _FULL, "content/people/ada.png": picture(), "content/logo.png": picture(96, 96)}
    )
    publication = loaded.publication

    assert loaded.findings == ()
    assert (publication.name, publication.organization) == ("The Bench", "Example Roasters")
    assert publication.base_url == "https://news.example.com/bench/"
    assert (publication.language, publication.languages) == ("en", ("en", "nl", "de"))
    assert publication.timezone == "Europe/Amsterdam"
    assert publication.description == "What happened,\nand why."
    assert list(publication.people) == ["ada", "bram"]
    ada = publication.people["ada"]
    assert (ada.name, ada.role, ada.email) == ("Ada Lovelace", "Head of research", "ada@example.com")
    assert ada.photo is not None
    assert ada.photo.path == "content/people/ada.png"
    assert publication.people["bram"] == Person(id="bram", name="Bram Stoker")
    assert list(publication.sections.items()) == [("people", "People"), ("crews", "Ships and crews")]
    assert publication.feedback == Feedback(email="feedback@example.com", url="https://x.example/postbox")
    assert publication.mail == Mail(
        sender="The Bench <news@example.com>",
        reply_to="feedback@example.com",
        list_id="bench.example.com",
        unsubscribe="mailto:news@example.com?subject=unsubscribe",
        delivery=Delivery(
            server="smtps://mail.example.com",
            policy="retry",
            rate=600,
            connections=4,
            quiet=Quiet(begins=time(20), ends=time(7)),
        ),
    )
    assert publication.audiences == (
        Audience(id="all", language="en", to="all@example.com"),
        Audience(id="floor", language="nl", kind="frontline", recipients="floor.csv"),
    )
    assert publication.brand.but(logo=None) == Brand(primary="#0f3d56")
    assert publication.visibility == "public"
    assert publication.deploy == Deploy(to="ssh://deploy@web.example.com:2222/srv/news", access="wall", keep=3)
    assert publication.behind_wall
    assert (publication.announce, publication.ledger) == (("slack", "town-hall"), "git")
    assert publication.source.line("people.ada.photo") == 14


def test_what_it_leaves_out(newsletter: Press) -> None:
    publication = newsletter.load(
        {PUBLICATION: "name: x\norganization: y\nbase_url: https://x.example\nlanguage: en\ntimezone: UTC\n"}
    ).publication

    assert publication.languages == ("en",)
    assert (publication.people, publication.sections, publication.audiences) == ({}, {}, ())
    assert (publication.feedback, publication.mail, publication.brand) == (Feedback(), Mail(), Brand())
    assert publication.visibility == "internal"
    assert (publication.deploy, publication.announce, publication.ledger) == (Deploy(), (), "sqlite")
    assert not publication.behind_wall


def test_a_network_is_no_wall(newsletter: Press) -> None:
    text = "name: x\norganization: y\nbase_url: https://x.example\nlanguage: en\ntimezone: UTC\n"

    assert not newsletter.load({PUBLICATION: text + "deploy: {access: network}\n"}).publication.behind_wall


def test_people_and_sections_that_are_faulty_are_still_known(newsletter: Press) -> None:
    loaded = newsletter.load(
        {
            PUBLICATION: "name: x\norganization: y\nbase_url: https://x.example\nlanguage: en\ntimezone: UTC\n"
            "people:\n  ada: {role: Editor}\n  bram: Bram\n  cleo:\nsections:\n  people:\n  crews: [x]\n",
            STORY: "---\ntitle: Fog\nsummary: Thick.\nauthors: [ada, bram, nobody]\nsection: nowhere\n---\nWords.\n",
        }
    )

    assert {key: person.name for key, person in loaded.publication.people.items()} == {
        "ada": "ada",
        "bram": "bram",
        "cleo": "cleo",
    }
    assert loaded.publication.people["ada"].role == "Editor"
    assert loaded.publication.sections == {"people": "people", "crews": "crews"}
    assert [finding.line for finding in loaded.findings] == [7, 8, 9, 11, 12]


def test_a_misspelt_people_makes_nobody_unknown(newsletter: Press) -> None:
    loaded = newsletter.load(
        {
            PUBLICATION: "name: x\norganization: y\nbase_url: https://x.example\nlanguage: en\ntimezone: UTC\n"
            "peopel:\n  ada: {name: Ada}\n",
            STORY: "---\ntitle: Fog\nsummary: Thick.\nauthors: [ada]\n---\nWords.\n",
        }
    )

    assert [finding.rule for finding in loaded.findings] == ["unknown-key"]
    assert set(loaded.publication.people) == {"ada"}


def test_a_default_language_that_is_faulty_makes_no_suffix_wrong(newsletter: Press) -> None:
    findings = newsletter.findings(
        {
            PUBLICATION: "name: x\norganization: y\nbase_url: https://x.example\nlanguage: Dutch\ntimezone: UTC\n",
            "content/issues/2026-11/issue.en.md": "---\ntitle: November\n---\nWords.\n",
            "content/issues/2026-11/issue.nl.md": "---\ntitle: November\n---\nWoorden.\n",
            "content/pages/about.en.md": "---\ntitle: About\n---\nWords.\n",
        }
    )

    assert findings == [f"{PUBLICATION}:4 language"]


def test_languages_that_are_faulty_make_no_translation_unknown(newsletter: Press) -> None:
    findings = newsletter.findings(
        {
            PUBLICATION: "name: x\norganization: y\nbase_url: https://x.example\nlanguage: en\ntimezone: UTC\n"
            "languages: [Dutch]\naudiences:\n  - {id: a, language: nl, to: a@x.example}\n",
            "content/issues/2026-11/issue.nl.md": "---\ntitle: November\n---\nWoorden.\n",
            "content/pages/about.nl.md": "---\ntitle: Over\n---\nWoorden.\n",
        }
    )

    assert findings == [f"{PUBLICATION}:6 language"]


@pytest.mark.parametrize("digits", [1, 7, 5_000])
def test_a_person_whose_id_is_a_number_of_any_length_is_told(newsletter: Press, digits: int) -> None:
    base = "name: x\norganization: x\nbase_url: https://x.example\nlanguage: en\ntimezone: UTC\n"
    text = f'{base}people:\n  ada: {{name: Ada}}\n  bram: {{name: Bram}}\n  ? "{"1" * digits}"\n  : Ada Lovelace\n'
    found = [finding for finding in newsletter.load({PUBLICATION: text}).findings if finding.path == PUBLICATION]

    assert "wrong-shape" in [finding.rule for finding in found]
    assert max(len(finding.message) for finding in found) < 300


def test_the_feeds_of_a_private_show_go_to_a_place_of_their_own(newsletter: Press) -> None:
    facts = (newsletter.root / PUBLICATION).read_text()
    private = "deploy: {private: {to: 'folder:/srv/listen', base_url: 'https://listen.example.com', server: static}}\n"
    publication = newsletter.load({PUBLICATION: f"{facts}{private}"}).publication
    assert publication.deploy.private.as_dict() == {
        "to": "folder:/srv/listen",
        "base_url": "https://listen.example.com/",
        "server": "static",
    }
    assert publication.private_url == "https://listen.example.com/"
    assert newsletter.load({PUBLICATION: facts}).publication.private_url == "https://news.example.com/private_podcast/"
    assert newsletter.findings({PUBLICATION: f"{facts}deploy: {{private: {{server: apache}}}}\n"}) != []
