import pytest

from pressroom.desk.outside.addresses import is_public, without_password


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"]
)
def test_what_is_anybodys(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",  # noqa: S104  nothing is bound
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "100.100.100.200",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "2002:0a00:0001::1",
        "64:ff9b::a00:1",
        "fec0::1",
        "3fff::1",
        "192.88.99.1",
        "nonsense",
    ],
)
def test_what_is_somebodys_own(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://ada:secret@news.example/a", "https://…@news.example/a"),
        ("https://a@b@news.example", "https://…@news.example"),
        ("//secret@news.example?x", "//…@news.example?x"),
        ("https://news.example/@ada", "https://news.example/@ada"),
        ("https://news.example?to=a@b", "https://news.example?to=a@b"),
        ("http:nowhere", "http:nowhere"),
    ],
)
def test_a_password_in_an_address_is_not_told(url: str, told: str) -> None:
    assert without_password(url) == told
