import pytest
from tests.render.newsletter.rich_issue import publication

from pressroom.model.publication import Feedback, Mail
from pressroom.render.newsletter.sender import Sender, plain_address, sender


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


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "[::1]", "localhost"])
def test_a_number_is_no_domain_of_mail(host: str) -> None:
    found = sending(base_url=f"http://{host}/")
    assert (found.address, found.list_id) == ("newsletter@localhost", "newsletter.localhost")


def test_the_list_may_have_a_name() -> None:
    assert sending(mail=Mail(list_id="The Bench <bench.bücher.example>")).list_id == "bench.xn--bcher-kva.example"


def test_the_way_to_stop_is_in_ascii() -> None:
    found = sending(mail=Mail(unsubscribe="mailto:news@bücher.example?subject=Stop bitte"))
    assert found.unsubscribe == "mailto:news@xn--bcher-kva.example?subject=Stop%20bitte"


def test_an_address_without_its_name() -> None:
    assert plain_address("Ada <ada@bücher.example>") == "ada@xn--bcher-kva.example"
    assert plain_address("") == ""
