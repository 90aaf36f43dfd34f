"""Content that nobody here wrote: an issue that is one file of a hundred kilobytes, of everything Markdown can be."""

from email import message_from_bytes
from pathlib import Path

from lxml import html
from tests.bench.archive import write_archive
from tests.whole.running import run

_LINKS = 200
_PART = """
## Part {n}: “quotes”, ñandú, 北京, עברית, 👩‍🚀 & <angles>

A paragraph with *emphasis*, **strong**, ***both***, `code <b>`, ~~gone~~, H~2~O, a [link](https://example.com/{n}?a=1&b=2),
a [reference][r{n}], <https://example.com/auto/{n}>, and https://example.com/bare/{n}. A hard break\\
and a footnote[^{n}]. Emoji: 😀 🏳️‍🌈 :wave:. Dots… and dashes – — “so”.

- one
    - two
        - three

            with a paragraph

    - [ ] to do
    - [x] done
1. first
    1. nested
2. second

> A quotation
>
> > inside another, with `code`

| left | middle | right |
| :--- | :---: | ---: |
| a \\| b | **c** | `d` |

```python
def part_{n}(x): return "<script>alert(1)</script>" if x else None
```

    indented code <iframe>

<details><summary>More</summary><p>Some <kbd>raw</kbd> HTML<br>here &amp; there</p></details>

!!! warning "Mind the gap"
    It is {n} cm.

Term
:   Definition {n}

***

[^{n}]: A note with [a link](https://example.com/note/{n}).
[r{n}]: https://example.com/reference/{n} "A title"
"""


def test_it_builds_and_nothing_of_it_is_lost(tmp_path: Path) -> None:
    write_archive(tmp_path, issues=1, stories=2, episodes=0)
    parts = "".join(_PART.format(n=n) for n in range(_LINKS // 5))
    filler = "Plain words that fill the page, again and again, for those who like long reads.\n\n" * 900
    text = f"---\ntitle: Everything\ndate: 2026-12-01\n---\n\nHello.\n{parts}\n## The end\n\n{filler}"
    assert len(text.encode()) > 100_000
    assert text.count("https://") >= _LINKS
    issue = tmp_path / "content/issues/2026-12/issue.md"
    issue.parent.mkdir()
    issue.write_text(text, encoding="utf-8")

    outcome = run(tmp_path, "build")

    assert outcome.code == 0, outcome.err
    page = html.parse(str(tmp_path / "site/issues/2026-12/index.html")).getroot()
    addresses = set(page.xpath("//a/@href"))
    for n in range(_LINKS // 5):
        wanted = {f"https://example.com/{kind}/{n}" for kind in ("auto", "bare", "note", "reference")}
        assert wanted | {f"https://example.com/{n}?a=1&b=2"} <= addresses
    shown = page.text_content()
    assert shown.count("def part_") == _LINKS // 5
    assert "北京" in shown
    assert "עברית" in shown
    assert "👩‍🚀" in shown
    assert page.xpath("count(//table)") >= _LINKS // 5
    assert not page.xpath("//main//iframe | //article//script")

    eml = (tmp_path / "build/email/2026-12/en.eml").read_bytes()
    message = message_from_bytes(eml)
    bodies = {part.get_content_type(): part.get_payload(decode=True) for part in message.walk()}
    written = bodies["text/html"]
    assert isinstance(written, bytes)
    assert len(written) <= 100_000
    assert "The end" in written.decode()
