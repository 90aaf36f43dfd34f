"""Building fields out of nodes, and refusing what an editor cannot have meant."""

import re

from pressroom.load.characters import first_forbidden, is_surrogate
from pressroom.load.faults import fault, remark
from pressroom.load.plain_yaml.document import Value, below, replacing
from pressroom.load.plain_yaml.nodes import Mapping, Node, Refused, Scalar, Sequence
from pressroom.load.quoting import in_quotes, one_field_a_line, simplest, value_of, within_curly
from pressroom.model.finding import Fault

_BLOCKS = ("|", ">")
_SENTENCES = frozenset({"title", "subject", "preheader", "summary", "question", "description", "image_alt"})
"""Fields of words, where a # is rather meant to be read; nobody comments on a headline in its own line."""

_SWALLOWED = re.compile(r"\s+#[^\s#]")
_SWALLOWED_WORDS = re.compile(r"\s+#+\s*\S")
_SWALLOWED_WHOLE = re.compile(r"\s*:\s+#[^\s#]")


class Builder:
    """Builds the fields of one text, once."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self.lines: dict[str, int] = {}
        self.faulty: set[str] = set()
        self.faults: list[Fault] = []
        self._text = lines
        self._first_line = first_line
        self._referred = False

    def build(self, root: Node | None) -> dict[str, Value]:
        """Return the fields.

        Raises:
            Refused: the text is no mapping.

        """
        if root is None:
            return {}
        if isinstance(root, Mapping) and not root.tag:
            return self._mapping(root, "")
        what = "a list" if isinstance(root, Sequence) else "plain text"
        message = f"Fields such as `title: …` are expected here, and not {what}."
        raise Refused(self._fault("wrong-shape", root, message, one_field_a_line(self._raw(root))))

    def _mapping(self, node: Mapping, place: str) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key, value in node.entries:
            name = self._key(key, place, values)
            if name is not None:
                path = below(place, name)
                self.lines[path] = self._line(key)
                values[name] = self._value(value, path)
                self._watch_comment(key, value, path)
                self._watch_quotes(name, value)
        return values

    def _key(self, key: Node, place: str, before: dict[str, Value]) -> str | None:
        """Return a field's name, or note why it cannot be one."""
        if not isinstance(key, Scalar) or key.tag or key.anchor:
            message = "Brackets, braces, `*`, `&` and `!` have a meaning of their own at the beginning of a value."
            self._drop("yaml-syntax", key, place, message, in_quotes(self._raw(key)))
            return None
        wrong = self._twice(key, place) if key.text in before else self._unfit(key)
        self.faults += [wrong] if wrong else []
        return None if wrong else key.text

    def _twice(self, key: Scalar, place: str) -> Fault:
        message = f"`{key.text}` is written twice; it stands in line {self.lines[below(place, key.text)]} already."
        return self._fault("duplicate-key", key, message, "Keep the one that is meant, and delete the other.")

    def _unfit(self, key: Scalar) -> Fault | None:
        if key.text == "<<":
            message = "`<<` would copy fields from elsewhere, which is not read here."
            return self._fault("yaml-merge", key, message, "Write the fields out.")
        if not key.text.strip() or first_forbidden(key.text):
            message = "A colon stands here without a field's name before it."
            return self._fault("yaml-syntax", key, message, in_quotes(self._raw(key)))
        return None

    def _value(self, node: Node, place: str) -> Value:
        if node.anchor:
            self.faulty.add(place)
            self._refer(node)
        if node.tag:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"`{tag}` asks for something to be made or run; only text is read here."
            self._drop(
                "yaml-tag", node, place, message, f"Delete the tag. Is it meant as text? {in_quotes(self._raw(node))}"
            )
            return None
        if isinstance(node, Mapping):
            return self._mapping(node, place)
        if isinstance(node, Sequence):
            return [self._item(item, f"{place}.{position}") for position, item in enumerate(node.items)]
        return self._scalar(node, place) if isinstance(node, Scalar) else None

    def _item(self, node: Node, place: str) -> Value:
        self.lines[place] = self._line(node)
        return self._value(node, place)

    def _scalar(self, node: Scalar, place: str) -> Value:
        if not node.text.isascii() and any(map(is_surrogate, node.text)):
            message = "`\\ud…` is half a character, mostly of an emoji; by itself it stands for nothing."
            self._drop("lone-surrogate", node, place, message, "Type the emoji itself.")
            return None
        if name := first_forbidden(node.text, allowed="\r"):
            self._drop(
                "control-character",
                node,
                place,
                f"The value holds {name}, a character that cannot be seen.",
                "Delete it.",
            )
            return None
        if not node.text and not node.style:
            return None
        return node.text.removesuffix("\n") if node.style in _BLOCKS else node.text

    def _refer(self, node: Node) -> None:
        """Note the first anchor or alias; the others go with it."""
        if self._referred:
            return
        self._referred = True
        message = (
            "A value that begins with `&` or `*` would be copied from one place to another, which is not done here."
        )
        self._note("yaml-alias", node, message, f"Write it out. Is it meant as text? {in_quotes(self._raw(node))}")

    def _watch_comment(self, key: Node, value: Node, place: str) -> None:
        """Tell when `#` hides a value, or its end, from everybody."""
        if not isinstance(value, Scalar) or value.style or not isinstance(key, Scalar):
            return
        raw = self._raw(key)
        hint = f"{in_quotes(raw)}\nIf it is a comment, put it into a line of its own, with a space behind the #."
        if not value.text and _SWALLOWED_WHOLE.match(raw[key.end[1] :]):
            message = f"`{key.text}` is empty, since everything behind # is a comment."
            self._drop("hidden-by-comment", key, place, message, hint)
        elif value.text and (_SWALLOWED_WORDS if key.text in _SENTENCES else _SWALLOWED).match(
            self._text[value.end[0]][value.end[1] :]
        ):
            message = f"`{key.text}` ends before the #, since everything behind it is a comment."
            self.faults.append(remark("hidden-by-comment", self._line(value), message, hint))

    def _watch_quotes(self, name: str, value: Node) -> None:
        """Tell when curly quotes stand around a whole value, where they are read as a part of it."""
        inside = within_curly(value.text) if isinstance(value, Scalar) and not value.style else ""
        if not isinstance(value, Scalar) or not inside:
            return
        raw, line, written = self._raw(value), self._line(value), value.text.strip()
        message = f"The curly quotes become a part of `{name}`."
        hint = f"Quotes around a value are straight, or left out: {name}: {simplest(inside)}"
        fix = replacing(raw, line, written, simplest(inside)) if value_of(raw).strip() == written else None
        self.faults.append(remark("curly-quotes", line, message, hint, fix))

    def _drop(self, rule: str, node: Node, place: str, message: str, hint: str) -> None:
        self.faulty.add(place)
        self._note(rule, node, message, hint)

    def _note(self, rule: str, node: Node, message: str, hint: str) -> None:
        self.faults.append(self._fault(rule, node, message, hint))

    def _fault(self, rule: str, node: Node, message: str, hint: str) -> Fault:
        return fault(rule, self._line(node), message, hint)

    def _line(self, node: Node) -> int:
        return self._first_line + self._at(node)

    def _raw(self, node: Node) -> str:
        return self._text[self._at(node)]

    def _at(self, node: Node) -> int:
        """Return a node's line, counted from 0; an empty one may begin behind the last."""
        return min(node.line, len(self._text) - 1)
