import pytest

from pressroom.model.publication import Feedback, Mail
from pressroom.render.newsletter.sender import Sender, plain_address, sender, to_ascii
from tests.render.newsletter.rich_issue import publication


def sending(**changes: object) -> Sender:
    return sender(publication(**{"mail": Mail(), "feedback": Feedback(), **changes}))


def test_what_the_publication_says_is_taken() -> None:
    assert sender(publication()) == Sender(
        name="The Bench",
        address="news@example.com",
        reply_to="bench@example.com",
        list_id="bench.example.com",
        unsubscribe="mailto:news@example.com?subject=unsubscribe",
    )


def test_without_mail_the_site_s_host_stands_in() -> None:
    assert sending() == Sender(
        name="The Bench",
        address="newsletter@news.example.com",
        reply_to="newsletter@news.example.com",
        list_id="newsletter.news.example.com",
        unsubscribe="mailto:newsletter@news.example.com?subject=unsubscribe",
    )


def test_without_a_reply_address_feedback_is_asked() -> None:
    found = sending(feedback=Feedback(email="us@example.com"))
    assert (found.reply_to, found.unsubscribe) == ("us@example.com", "mailto:us@example.com?subject=unsubscribe")


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        ("news@example.com", "The Bench", "news@example.com"),
        ("<news@example.com>", "The Bench", "news@example.com"),
        ('"The \\"B\\"" <news@example.com>', 'The "B"', "news@example.com"),
        ("Roasters, Inc. <news@example.com>", "Roasters, Inc.", "news@example.com"),
        ("Bänk <news@bücher.example>", "Bänk", "news@xn--bcher-kva.example"),
        ("The Bench", "The Bench", "newsletter@news.example.com"),
    ],
)
def test_senders_may_be_written_in_many_ways(written: str, name: str, address: str) -> None:
    found = sending(mail=Mail(sender=written))
    assert (found.name, found.address) == (name, address)


def test_the_domain_is_that_of_the_address() -> None:
    assert sending(base_url="https://bücher.example/").domain == "xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("domain", "ascii_domain"),
    [
        ("example.com", "example.com"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("例え.jp", "xn--r8jz45g.jp"),
    ],
)
def test_domains_become_ascii(domain: str, ascii_domain: str) -> None:
    assert to_ascii(domain) == ascii_domain


def test_an_address_without_its_name() -> None:
    assert plain_address("Ada <ada@bücher.example>") == "ada@xn--bcher-kva.example"
    assert plain_address("") == ""
