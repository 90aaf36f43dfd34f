"""axe-core finds nothing on any kind of page, on a phone, a tablet and a desk's screen, in light and in dark."""

from typing import Any

import pytest
from tests.web.conftest import Visitor
from tests.web.parts import AXE
from tests.web.visiting import OPENED, visit

_WIDTHS = (320, 375, 1280)
_RUN = "() => axe.run().then(found => found.violations)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", OPENED)
def test_axe_finds_no_violation(visitor: Visitor, kind: str, scheme: str) -> None:
    axe = AXE.need().read_text()
    page = visitor(color_scheme=scheme, reduced_motion="reduce", viewport={"width": _WIDTHS[0], "height": 800})
    visit(page, kind)
    page.evaluate(axe)
    found = []
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"at {width} px: {_told(violation)}" for violation in page.evaluate(_RUN)]
    assert not found, "\n".join(found)


def _told(violation: dict[str, Any]) -> str:
    nodes = "\n".join(f"    {node['html']}\n      {node['failureSummary']}" for node in violation["nodes"])
    return f"{violation['id']}: {violation['help']}\n{nodes}"
