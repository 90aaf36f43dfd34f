"""Findings that try to be something else, in each form that there is."""

from pressroom.model.finding import Finding, Fix, Severity

WORDS = (
    "a\n::error file=x,line=1::owned",
    "##[add-mask]a",
    "100 %0A::stop-commands::x",
    "]]></failure><script>alert(1)</script>",
    "```\n# a heading\n```",
    "`` `code` ``",
    "| a | b |\n|---|---|",
    "[a link](https://evil.example/) <https://evil.example/> https://evil.example/ www.evil.example",
    "![a picture](https://evil.example/x.png)",
    "@everybody ada@example.com #12 GH-12 !3",
    "<img src=x onerror=alert(1)> &lt;b&gt; &amp;",
    "1. one\n- two\n> three\n***\n===\n\ttabbed",
    "\u202egnp.exe \u2066x\u2069 \u200bhidden",
    "\x1b[2J\x1b]8;;https://evil.example/\x07click\x1b]8;;\x07\x9b31m",
    "\ud800 \ufffe \x00 \r\x85\u2028",
)


def findings() -> list[Finding]:
    """Give a finding with each of the words in every place that comes out of content."""
    return [
        Finding(
            severity=Severity.ERROR if number % 2 else Severity.WARNING,
            rule="dead-link",
            path=f"content/{words}.md",
            line=number + 1,
            message=f"There is no {words} here.",
            hint=f"{words}\nWrite: title: {words}",
            fix=Fix(line=number + 1, before=words, after=f"{words}{words}") if number % 3 else None,
        )
        for number, words in enumerate(WORDS)
    ]


def lines(path: str) -> list[str]:
    """Give lines as hostile as the findings that are about them."""
    return [words.replace("\n", " ") for words in WORDS if words in path] * (len(WORDS) + 1)


def acts(text: str) -> set[str]:
    """Return the characters of a report that act on a terminal, but for line feeds."""
    return {character for character in text if character in "\x00\x07\x1b\r\x85\x9b\u2028\u202e\u2066\u2069\ud800"}
