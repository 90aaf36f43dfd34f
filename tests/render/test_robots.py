from tests.builders import publication

from pressroom.render import robots


def test_nobody_indexes_an_internal_site() -> None:
    artifact = robots.render(publication())
    assert artifact.path == "site/robots.txt"
    assert artifact.data == b"User-agent: *\nDisallow: /\n"


def test_a_public_site_may_be_read_and_says_where_its_map_is() -> None:
    lines = robots.render(publication(visibility="public")).data.decode().splitlines()
    assert lines == ["User-agent: *", "Disallow:", "", "Sitemap: https://gangway.example/sitemap.xml"]
