"""What the parser makes is made good: for screen readers, for every browser, for the next parser."""

from lxml.html import HtmlElement

from pressroom.prose import trees


def tidy(root: HtmlElement) -> None:
    """Name the heads of tables, label tasks, number footnotes, and leave out what parsers disagree about."""
    for code in root.iter("pre"):
        code.text = code.text.lstrip("\n") if code.text else None  # browsers leave out the first, others none
    for head in root.iter("thead"):
        _name_columns(head)
    for box in list(root.iter("input")):
        _label(box)
    for chance in list(root.iter("wbr")):
        trees.unwrap(chance, "\u200b")  # libxml2 takes what follows <wbr> for something inside it
    for notes in root.find_class("footnote"):
        _number(root, notes)
    _drop_lost_ways(root)


def _name_columns(head: HtmlElement) -> None:
    """Say of each head of a column that it is one (WCAG technique H63); the empty corner of a table heads nothing."""
    for cell in list(head.iter("th")):
        if not len(cell) and not cell.text_content().strip():
            cell.tag = "td"
            cell.attrib.pop("scope", None)
        elif "scope" not in cell.attrib:
            cell.set("scope", "col")


def _label(box: HtmlElement) -> None:
    """Make the words of a task the name of its box, in any language (WCAG technique H44)."""
    checked = "checked" in box.attrib
    box.attrib.clear()
    for name in ("type", "disabled", *(["checked"] if checked else [])):
        box.set(name, "checkbox" if name == "type" else "")
    around = box.getparent()
    assert around is not None  # noqa: S101 the root is no box
    label = box.makeelement("label")
    behind = list(box.itersiblings())
    trees.replace(box, label)
    label.append(box)
    box.tail, label.tail = label.tail, None
    for element in behind:
        if element.tag in _BESIDE_WORDS:
            break
        label.append(element)


_BESIDE_WORDS = frozenset(
    {"blockquote", "details", "div", "dl", "figure", "hr", "label", "ol", "p", "pre", "table", "ul"}
)
"""What is not part of a task's words."""


def _number(root: HtmlElement, notes: HtmlElement) -> None:
    """Name footnotes by their number, and each way back by the place that it leads to.

    The roles are those of Digital Publishing (WAI-ARIA DPUB), which screen readers name in
    their reader's language.
    """
    items = [item for part in notes if part.tag == "ol" for item in part if item.tag == "li"]
    numbers = {item.attrib.pop("id", ""): number for number, item in enumerate(items, 1)}
    uses = [0] * (len(items) + 1)
    for reference in root.find_class("footnote-ref"):
        number = numbers.get((reference.get("href") or "")[1:], 0)
        uses[number] += 1
        reference.attrib.update({"href": f"#fn:{number}", "role": "doc-noteref"})
        raised = reference.getparent()
        assert raised is not None  # noqa: S101 the root is no reference
        raised.set("id", _use_id(number, uses[number]))
    for number, item in enumerate(items, 1):
        item.set("id", f"fn:{number}")
        _lead_back(item, number, uses[number])
    notes.set("role", "doc-endnotes")


def _lead_back(item: HtmlElement, number: int, uses: int) -> None:
    for use, way in enumerate(item.find_class("footnote-backref"), 1):
        if use > uses:
            way.drop_tree()
            continue
        name = f"{number}" if uses == 1 else f"{number}.{use}"
        way.attrib.update({"href": f"#{_use_id(number, use)}", "role": "doc-backlink", "aria-label": f"↩ {name}"})


def _drop_lost_ways(root: HtmlElement) -> None:
    """Take away what leads to or from no footnote, as broken HTML around one may leave it."""
    ids = set(root.xpath(".//@id"))
    for way in (*root.find_class("footnote-ref"), *root.find_class("footnote-backref")):
        if (way.get("href") or "")[1:] not in ids:
            way.drop_tree()


def _use_id(number: int, use: int) -> str:
    return f"fnref:{number}" if use == 1 else f"fnref{use}:{number}"
