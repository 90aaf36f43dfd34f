"""Style sheets: what every page needs is one file, so that a first visit waits for one request and not for six.

The parts stay apart in the theme, where a publication may replace each. The one file is named by a
digest of what is in it: a browser keeps it for good, and asks for the next one by its next name.
"""

from hashlib import sha256

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from pressroom.build import material

OURS = ("tokens", "layout", "reading", "search")
"""Of assets/press/, in their order; after Material's own. Pages that need more link it themselves."""

_FOLDER = "assets/press"
_MAP = "/*# sourceMappingURL="
"""Begins the last line of Material's sheets; what it names is left out of the site."""


def join(env: Environment, files: Files, config: MkDocsConfig) -> None:
    """Put one file in the place of its parts, and offer templates its address from the site's root as `sheet`."""
    names = [*material.styles(files), *(f"{_FOLDER}/{name}.css" for name in OURS)]
    parts = [file for name in names if (file := files.get_file_from_path(name))]
    text = "\n".join(part.content_string.partition(_MAP)[0].strip() for part in parts) + "\n"
    name = f"{_FOLDER}/site.{sha256(text.encode()).hexdigest()[:12]}.css"
    for part in parts:
        files.remove(part)
    files.append(File.generated(config, name, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    env.globals["sheet"] = name
