"""robots.txt: who may read the site by machine (RFC 9309)."""

from pressroom.model.artifact import Artifact
from pressroom.model.publication import Publication
from pressroom.render.addresses import absolute

_NOBODY = "User-agent: *\nDisallow: /\n"
_EVERYBODY = "User-agent: *\nDisallow:\n\nSitemap: {sitemap}\n"


def render(publication: Publication) -> Artifact:
    """Return `site/robots.txt`: an internal site is for nobody's index, a public one says where its map is."""
    internal = publication.visibility == "internal"
    text = _NOBODY if internal else _EVERYBODY.format(sitemap=absolute(publication.base_url, "sitemap.xml"))
    return Artifact(path="site/robots.txt", data=text.encode())
