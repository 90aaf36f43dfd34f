"""What a phone leaves of a line."""


def cut(text: str, seen: int) -> str:
    """Return a line in quotation marks as an inbox shows it, which cuts wherever its room ends."""
    return f"“{text[:seen].rstrip()}…”" if len(text) > seen else f"“{text}”"
