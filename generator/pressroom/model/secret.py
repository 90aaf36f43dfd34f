"""A secret: what is never written out by accident."""


class Secret:
    """Bytes that a message, a traceback or a log shows as stars; equal when the bytes are equal."""

    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        self._value = value

    def reveal(self) -> bytes:
        """Return the bytes."""
        return self._value

    def __eq__(self, other: object) -> bool:
        """Compare the bytes."""
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        """Hash the bytes."""
        return hash(self._value)

    def __repr__(self) -> str:
        """Return what tells nothing of it."""
        return "Secret(**********)"
