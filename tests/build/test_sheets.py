from collections.abc import Mapping
from hashlib import sha256

import pytest
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files, InclusionLevel

from pressroom.build import sheets

PARTS = {
    "assets/press/layout.css": "p { margin: 0 }\n",
    "assets/stylesheets/main.1a2b3c4d.min.css": "b{color:red}\n/*# sourceMappingURL=main.css.map */",
    "assets/press/tokens.css": ":root { --ink: #000 }\n",
    "assets/press/print.css": "a { display: none }\n",
}


@pytest.fixture
def config() -> MkDocsConfig:
    config = MkDocsConfig()
    config.plugins = PluginCollection()
    config.plugins._current_plugin = "pressroom"  # as MkDocs says while an event runs
    return config


def join(texts: Mapping[str, str], config: MkDocsConfig) -> tuple[str, Files]:
    """Return what templates are offered, and the files that are left."""
    level = InclusionLevel.NOT_IN_NAV
    files = Files([File.generated(config, name, content=text, inclusion=level) for name, text in texts.items()])
    env = Environment()  # noqa: S701  nothing is rendered
    sheets.join(env, files, config)
    return str(env.globals["sheet"]), files


def test_what_every_page_needs_is_one_file_materials_first(config: MkDocsConfig) -> None:
    sheet, files = join(PARTS, config)
    made = files.get_file_from_path(sheet)
    assert made
    assert made.content_string == "b{color:red}\n:root { --ink: #000 }\np { margin: 0 }\n"


def test_its_parts_are_left_out_and_other_sheets_are_not(config: MkDocsConfig) -> None:
    sheet, files = join(PARTS, config)
    assert sorted(file.src_uri for file in files) == ["assets/press/print.css", sheet]


def test_it_lies_where_its_parts_did_so_that_their_fonts_are_found(config: MkDocsConfig) -> None:
    assert join(PARTS, config)[0].startswith("assets/press/site.")


def test_it_has_another_name_when_a_part_changes(config: MkDocsConfig) -> None:
    sheet, files = join(PARTS, config)
    made = files.get_file_from_path(sheet)
    assert made
    assert sha256(made.content_bytes).hexdigest()[:12] in sheet
    assert join({**PARTS, "assets/press/layout.css": "p { margin: 1px }\n"}, config)[0] != sheet
    assert join({**PARTS, "assets/press/print.css": "p { margin: 1px }\n"}, config)[0] == sheet
