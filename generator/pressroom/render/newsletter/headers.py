"""The lines at the head of a message: encoded where they must be, folded, and never more than one field.

Written here and not by `email.policy`, which would encode a long `List-Unsubscribe` so that no
mail program finds the address in it, decode a subject that shows `=?…?=`, and let NUL pass.
"""

from base64 import b64encode
from collections.abc import Iterator

WIDTH = 76
"""The most characters of a line that holds an encoded word, RFC 2047 section 2."""

LONGEST = 998
"""The most octets of any line, RFC 5322 section 2.1.1 and RFC 6532 section 3.4."""

_SPECIAL = frozenset('()<>[]:;@\\,."')


def text(name: str, value: str) -> str:
    """Return a field of free words, such as a subject; words beyond ASCII are encoded, RFC 2047."""
    _refuse_breaks(name, value)
    return _fold(name, _words(name, value))


def mailbox(name: str, person: str, address: str) -> str:
    """Return a field with one address: `From: "The Bench" <news@example.com>`."""
    _refuse_breaks(name, person)
    _require_mailbox(name, address)
    return _fold(name, [*_phrase(name, person), f"<{address}>"] if person else [address])


def mailboxes(name: str, addresses: tuple[str, ...]) -> str:
    """Return a field with several addresses: `To: office@example.com, ships@example.com`.

    An address whose local part is beyond ASCII is written as it is, in UTF-8 (RFC 6532): no encoded word may stand in
    an address (RFC 2047 section 5), so such a message goes only from server to server that know SMTPUTF8.
    """
    for address in addresses:
        _require_mailbox(name, address)
    return _fold(name, ", ".join(addresses).split(" "))


def list_id(person: str, identifier: str) -> str:
    """Return the field that names the list, RFC 2919: `List-ID: The Bench <bench.example.com>`."""
    return mailbox("List-ID", person, identifier)


def angled(name: str, addresses: tuple[str, ...]) -> str:
    """Return a field of addresses in angle brackets, RFC 2369; it is folded only at its commas."""
    for address in addresses:
        _refuse_breaks(name, address)
        if not address.isascii() or not address.isprintable() or set(address) & set(" <>"):
            raise ValueError(
                f"{name}: “{address}” is no address; write it percent-encoded, such as mailto:a@b.example."
            )
    last = len(addresses) - 1
    return _fold(name, [f"<{address}>{',' if at < last else ''}" for at, address in enumerate(addresses)])


def _phrase(name: str, person: str) -> list[str]:
    """Return a name as words that may stand before an address, quoted or encoded where needed."""
    if not set(person) & _SPECIAL:
        return _words(name, person)
    escaped = person.replace("\\", "\\\\").replace('"', '\\"')
    quoted = f'"{escaped}"'.split(" ")
    return quoted if _are_plain(name, quoted) else list(_encode(name, person))


def _words(name: str, value: str) -> list[str]:
    words = value.split(" ")
    return words if _are_plain(name, words) else list(_encode(name, value))


def _are_plain(name: str, words: list[str]) -> bool:
    """Tell whether words can stand as they are, and come back the same from folded lines."""
    if any(not word.isascii() or not word.isprintable() or "=?" in word for word in words):
        return False
    return all(0 < len(word) <= _room(name) for word in words)


def _room(name: str) -> int:
    """Return the length of the longest word for which a field's first line has room; none begins with a fold."""
    return WIDTH - len(f"{name}: ")


def _encode(name: str, value: str) -> Iterator[str]:
    """Give a text as encoded words; between two of them, mail programs ignore the line break."""
    chunk, most = b"", (_room(name) - len(_encoded_word(b""))) // 4 * 3
    for character in value:
        data = character.encode()
        if len(chunk) + len(data) > most:
            yield _encoded_word(chunk)
            chunk = b""
        chunk += data
    if chunk:
        yield _encoded_word(chunk)


def _encoded_word(chunk: bytes) -> str:
    return f"=?utf-8?B?{b64encode(chunk).decode('ascii')}?="


def _fold(name: str, words: list[str]) -> str:
    """Put words into lines, a new one wherever the next word would be too far right.

    The first stands behind the name, however long it is: some programs take a field for empty that begins with a fold.
    """
    first, *rest = words or [""]
    lines = [f"{name}: {first}"]
    for word in rest:
        if len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append("")
        lines[-1] += f" {word}"
    if any(len(line.encode()) > LONGEST for line in lines):
        raise ValueError(f"{name}: it has a word of more than {LONGEST} characters.")
    return "\r\n".join(lines)


def _require_mailbox(name: str, address: str) -> None:
    _refuse_breaks(name, address)
    if set(address) & set(" <>,"):
        raise ValueError(f"{name}: “{address}” is no mail address.")


def _refuse_breaks(name: str, value: str) -> None:
    """Refuse what could begin another field; the loader has told the editor before."""
    if set(value) & set("\r\n\0"):
        raise ValueError(f"{name}: a line break or NUL in {value!r}.")
