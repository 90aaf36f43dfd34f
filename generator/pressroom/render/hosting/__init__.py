"""What a web server says beside each file: one set of rules, in the words of the servers that sites stand behind."""

from pressroom.model.artifact import Artifact
from pressroom.model.release import Release
from pressroom.render.hosting import headers_file, nginx

__all__ = ["render"]


def render(release: Release) -> tuple[Artifact, ...]:
    """Return `site/_headers` for Netlify and Cloudflare Pages, and `build/hosting/nginx.conf` for nginx.

    Azure Static Web Apps reads neither. Its routes have a wildcard only at their end and cannot tell a message
    from a page; a file for it would say little more than every page says of itself (`policy.in_page`).
    """
    publication = release.publication
    return (
        Artifact(path="site/_headers", data=headers_file.write(publication).encode()),
        Artifact(path="build/hosting/nginx.conf", data=nginx.write(publication).encode()),
    )
