import pytest

from pressroom.render.newsletter.ascii_addresses import as_uri, mailto, to_ascii


@pytest.mark.parametrize(
    ("domain", "ascii_domain"),
    [
        ("example.com", "example.com"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("例え.jp", "xn--r8jz45g.jp"),
        ("نامه\u200cای.example", "xn--mgba3gch31f060k.example"),
        ("Bücher.Example", "xn--bcher-kva.Example"),
    ],
)
def test_domains_become_ascii(domain: str, ascii_domain: str) -> None:
    assert to_ascii(domain) == ascii_domain


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://news.example.com:8080/stop?a=1&b=%20#c", "https://news.example.com:8080/stop?a=1&b=%20#c"),
        ("https://bücher.example/schluß?ja=ä b", "https://xn--bcher-kva.example/schlu%C3%9F?ja=%C3%A4%20b"),
        (
            "mailto:büro@bücher.example?subject=Stop bitte",
            "mailto:b%C3%BCro@xn--bcher-kva.example?subject=Stop%20bitte",
        ),
        (" mailto:a@b.example ", "mailto:a@b.example"),
        ("mailto:a@b.example\r\nBcc: c@d.example", "mailto:a@b.example%0D%0ABcc:%20c@d.example"),
    ],
)
def test_addresses_become_ascii(written: str, address: str) -> None:
    assert as_uri(written) == address


@pytest.mark.parametrize(
    ("mailbox", "address"),
    [
        ("news@example.com", "mailto:news@example.com?subject=Stop%20%26%20go"),
        ("a+b@bücher.example", "mailto:a+b@xn--bcher-kva.example?subject=Stop%20%26%20go"),
        ("büro@b.example", "mailto:b%C3%BCro@b.example?subject=Stop%20%26%20go"),
        ("a?b&c%41@d.example", "mailto:a%3Fb%26c%2541@d.example?subject=Stop%20%26%20go"),
    ],
)
def test_a_mail_can_be_begun_to_anybody(mailbox: str, address: str) -> None:
    assert mailto(mailbox, "Stop & go") == address
