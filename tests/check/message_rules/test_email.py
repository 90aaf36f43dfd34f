"""What all rules about emails have in common: where they point, what they say to whom, and what cannot harm them."""

from base64 import encodebytes

import pytest
from tests.check.message_rules.opened import Passages, good, made, seal

from pressroom.check import examining
from pressroom.model.finding import Finding


def _changed(old: str, new: str) -> Passages:
    return Passages(*(passage.replace(old, new) for passage in good()))


def _only(findings: tuple[Finding, ...]) -> Finding:
    [finding] = findings
    return finding


def test_a_finding_in_a_message_made_here_stands_in_the_file_that_it_becomes() -> None:
    finding = _only(examining.message(made(_changed("<h2", "<h2 align='{{ x }}'"), to=("all@a.example",))))
    assert (finding.path, finding.line) == ("build/email/2026-11/en.html", 42)


def test_an_editor_is_told_who_can_mend_it() -> None:
    finding = _only(examining.message(made(_changed("padding: 12px 24px", "padding: 4px"))))
    assert "tell whoever looks after themes/newsletter/style.css." in finding.hint
    alone = _only(examining.file("a.html", _changed("padding: 12px 24px", "padding: 4px").html.encode()))
    assert "themes/" not in alone.hint


def test_a_header_s_finding_stands_in_the_whole_message_and_is_not_the_theme_s() -> None:
    finding = _only(examining.message(made(_changed("Auto-Submitted: auto-generated\n", ""))))
    assert (finding.path, finding.line) == ("build/email/2026-11/en.eml", 1)
    assert "tell whoever looks after Pressroom itself." in finding.hint


def test_what_the_subject_of_an_issue_holds_is_told_at_its_line() -> None:
    findings = examining.message(made(good(), subject="The fog\nBcc: everyone@a.example"))
    assert [(one.rule, one.path, one.line) for one in findings] == [
        ("mail-header", "content/issues/2026-11/issue.md", 5)
    ]


def test_an_issue_without_a_preheader_has_none_to_be_found() -> None:
    findings = examining.message(made(_changed("Fog until noon, and a new bell on the quay.", ""), preheader=""))
    assert findings == ()


def test_in_a_whole_message_a_finding_stands_at_the_line_of_the_file() -> None:
    raw = seal(_changed("<h2", "<h2 align='{{ x }}'"))
    finding = _only(examining.file("a.eml", raw))
    assert b"{{ x }}" in raw.split(b"\n")[finding.line - 1]


def test_in_base64_it_stands_where_the_part_begins() -> None:
    passages = _changed("<h2", "<h2 align='{{ x }}'")
    head, _, _ = seal(passages).rpartition(b"--=_border\r\n")
    coded = encodebytes(passages.html.encode()).replace(b"\n", b"\r\n")
    part = b"--=_border\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + coded
    raw = head + part + b"--=_border--\r\n"
    finding = _only(examining.file("a.eml", raw))
    assert raw.split(b"\n")[finding.line - 1].strip() == coded.split(b"\r\n")[0]


def test_what_is_alike_is_told_once() -> None:
    finding = _only(examining.file("a.html", _changed("<td>", '<td align="{{ x }}">').html.encode()))
    assert finding.message.endswith(", and at 1 more place.")


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("é".encode(), "é"),
        ("é".encode("latin-1"), "é"),
        ('<meta charset="utf-16">é'.encode("latin-1"), ""),
        ('<meta charset="koi8-r">ж'.encode("koi8-r"), "ж"),
        ('<meta charset="nope">é'.encode("latin-1"), "\ufffd"),
    ],
)
def test_html_is_read_in_the_encoding_that_it_has(data: bytes, shown: str) -> None:
    findings = examining.file("a.html", b"<h1>" + data + b"</h1><h1>" + data + b"</h1>")
    assert any(f"“{shown}” is a second <h1>" in finding.message for finding in findings) or not shown


def test_a_byte_order_mark_is_no_fault() -> None:
    assert examining.file("a.html", good().html.encode("utf-8-sig")) == ()


@pytest.mark.parametrize("name", ["a.html", "a.eml"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 100,
        b"\xff\xfe\xfd",
        b"<!-- only this -->",
        b"<html><body>" + b"<div>" * 3_000 + b"deep",
        b"<body><p style='" + b"(" * 9_000 + b"'>x",
        b"<body><p style='color:" + b"(" * 9_000 + b"'>x",
        b"<style>a{color:" + b"(" * 9_000 + b"}</style><a href='x'>y</a>",
        b"<style>@media (prefers-color-scheme: dark) { p:: , a b { color: #eee } }</style><body><p>x",
        b"<body><!--[if mso--><!-- [if x] --><!-- plain --><p>x",
        b"<body><p style='color: lab(50% 40 59.5); background: color(xyz 1 1 1)'>x",
        b"</p>",
        b"<style>" + b"[" * 9_000 + b"</style><body>x",
        b"<style>" + b"@media x{" * 3_000 + b"</style><body>x",
        b"<style>a{color:lab(50% 40 59.5);color:color(prophoto-rgb 1 1 1);color:currentcolor}</style><a href='x'>y</a>",
        b"<style>p:nope, p::before, a b c:not(:has(d)), [a~=b], p+p, #x.y > z, {color:red}</style><p id=x class=y>x",
        b"<!--[if mso]><td><![endif]-->" * 3_000,
        b"<!--[if mso]><td " + b"a " * 9_000,
        b"<body><p>x" * 21_000,
        b"Subject: " + b"=?" * 9_000 + b"\r\nFrom: =?nope?q?x?=\r\n\r\nx",
        b"Content-Type: multipart/mixed\r\n\r\nx",
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: x\r\n\r\n",
        b"Content-Type: text/html; charset=nope\r\n\r\n<p>x",
        b'Content-Type: text/html; charset="a\0b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!',
        b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(1_500)),
    ],
)
def test_hostile_files_are_found_faulty_and_nothing_else_happens(name: str, data: bytes) -> None:
    findings = examining.file(name, data)
    assert findings
    assert {finding.path for finding in findings} == {name}


@pytest.mark.parametrize(
    ("style", "markup"),
    [
        ("#x", '<p id="x">'),
        ("p#x.y", '<p id="x" class="y">'),
        ("[data-x]", "<p data-x>"),
        ("p[data-x=y]", '<p data-x="y">'),
        ("div > p", "<div><p>"),
        ("div p", "<div><span><p>"),
        ("td + td p", "<table role='none'><tr><td></td><td><p>"),
        ("p:not(.z)", "<p>"),
        ("*", "<p>"),
    ],
)
def test_selectors_find_what_they_name(style: str, markup: str) -> None:
    page = f"<style>@media (max-width: 9px) {{ {style} {{ margin: 0 }} }}</style><body>{markup}x"
    assert _weak(page) == []
    assert _weak(page.replace("<p", '<p style="margin: 1px"')) == ["weak-override"]


@pytest.mark.parametrize(
    "style", ["p:hover", "p::before", "p:before", "#y", "p.y", "a > p", "* > html", "p[", "::", "x" * 501]
)
def test_selectors_find_nothing_else(style: str) -> None:
    page = f"<style>@media (max-width: 9px) {{ {style} {{ margin: 0 }} }}</style><body><p style='margin: 1px'>x"
    assert _weak(page) == []


def _weak(page: str) -> list[str]:
    return [one.rule for one in examining.file("a.html", page.encode()) if one.rule == "weak-override"]


@pytest.mark.parametrize(
    ("markup", "size"),
    [
        ("<p style='font-size: 10px'>", 10),
        ("<p style='font-size: x-small'>", 10),
        ("<p style='font-size: 50%'>", 8),
        ("<p style='font-size: .5em'>", 8),
        ("<div style='font-size: 8px'><p style='font-size: inherit'>", 8),
        ("<p style='font: bold 9pt/2 serif'>", 12),
        ("<font size=1>", 10),
        ("<font size=7>", None),
        ("<h6>", 10.72),
        ("<p style='font-size: calc(1px)'>", 1),
        ("<p style='font-size: unknown'>", None),
        ("<p style='font-size: 0'>", None),
    ],
)
def test_sizes_are_those_that_mail_programs_show(markup: str, size: float | None) -> None:
    found = examining.file("a.html", f"<body>{markup}x".encode())
    told = [one.message for one in found if one.rule == "text-size" and one.severity == "error"]
    assert told == ([f"Text is set in {size:g} px; 14 px is the least that can be read."] if size else [])


@pytest.mark.parametrize(
    ("markup", "least"),
    [
        ("<p style='font-size: 19px'>", "4.5"),
        ("<p style='font-size: 19px; font-weight: 700'>", "3"),
        ("<b style='font-size: 19px'>", "3"),
        ("<h1 style='font-weight: normal; font-size: 20px'>", "4.5"),
        ("<div style='font-weight: bold'><p style='font-size: 19px; font-weight: inherit'>", "3"),
        ("<p style='font-size: 24px'>", "3"),
    ],
)
def test_large_text_needs_less_contrast(markup: str, least: str) -> None:
    found = examining.file("a.html", f"<body style='color: #dddddd80'>{markup}x".encode())
    [told] = [one.message for one in found if one.rule == "contrast"]
    assert f"({least}:1 is the least)" in told


def test_a_palette_that_says_light_and_dark_is_judged_on_a_dark_ground() -> None:
    dark = "<style>@media (prefers-color-scheme: dark) { .x { color: #000000 !important } }</style>"
    page = f'<meta name="color-scheme" content="light dark">{dark}<body><p class="x">x</p><p>y</p>'
    [told] = [one.message for one in examining.file("a.html", page.encode()) if one.rule == "contrast"]
    assert "“x” is #000000 on #121212" in told


def test_a_button_without_a_line_height_has_that_of_browsers() -> None:
    link = "<a href='https://a.example/' style='display: block; background: #000000; color: #ffffff'>x</a>"
    [told] = [one.message for one in examining.file("a.html", f"<body>{link}".encode()) if one.rule == "button-size"]
    assert told.startswith("The button “x” is 19.2 px high")
