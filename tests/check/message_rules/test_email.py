"""What all rules about emails have in common: where they point, what they say to whom, and what cannot harm them."""

from base64 import encodebytes

import pytest
from tests.check.message_rules.opened import Passages, good, made, seal

from pressroom import check
from pressroom.model.finding import Finding


def _changed(old: str, new: str) -> Passages:
    return Passages(*(passage.replace(old, new) for passage in good()))


def _only(findings: tuple[Finding, ...]) -> Finding:
    [finding] = findings
    return finding


def test_a_finding_in_a_message_made_here_stands_in_the_file_that_it_becomes() -> None:
    finding = _only(check.message(made(_changed("<h2", "<h2 align='{{ x }}'"), to=("all@a.example",))))
    assert (finding.path, finding.line) == ("build/email/2026-11/en.html", 42)


def test_an_editor_is_told_that_it_is_nobody_s_text_and_who_can_mend_it() -> None:
    finding = _only(check.message(made(_changed("padding: 12px 24px", "padding: 4px"))))
    assert "Nothing that editors write: tell whoever looks after themes/newsletter/style.css." in finding.hint
    alone = _only(check.file("a.html", _changed("padding: 12px 24px", "padding: 4px").html.encode()))
    assert "themes/" not in alone.hint


def test_a_header_s_finding_stands_in_the_whole_message_and_is_not_the_theme_s() -> None:
    finding = _only(check.message(made(_changed("Auto-Submitted: auto-generated\n", ""))))
    assert (finding.path, finding.line) == ("build/email/2026-11/en.eml", 1)
    assert "tell whoever looks after Pressroom itself." in finding.hint


def test_what_the_subject_of_an_issue_holds_is_told_at_its_line() -> None:
    findings = check.message(made(good(), subject="The fog\nBcc: everyone@a.example"))
    assert [(one.rule, one.path, one.line) for one in findings] == [
        ("mail-header", "content/issues/2026-11/issue.md", 5)
    ]


def test_an_issue_without_a_preheader_has_none_to_be_found() -> None:
    findings = check.message(made(_changed("Fog until noon, and a new bell on the quay.", ""), preheader=""))
    assert findings == ()


def test_in_a_whole_message_a_finding_stands_at_the_line_of_the_file() -> None:
    raw = seal(_changed("<h2", "<h2 align='{{ x }}'"))
    finding = _only(check.file("a.eml", raw))
    assert b"{{ x }}" in raw.split(b"\n")[finding.line - 1]


def test_in_base64_it_stands_where_the_part_begins() -> None:
    passages = _changed("<h2", "<h2 align='{{ x }}'")
    head, _, _ = seal(passages).rpartition(b"--=_border\r\n")
    coded = encodebytes(passages.html.encode()).replace(b"\n", b"\r\n")
    part = b"--=_border\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + coded
    raw = head + part + b"--=_border--\r\n"
    finding = _only(check.file("a.eml", raw))
    assert raw.split(b"\n")[finding.line - 1].strip() == coded.split(b"\r\n")[0]


def test_what_is_alike_is_told_once() -> None:
    finding = _only(check.file("a.html", _changed("<td>", '<td align="{{ x }}">').html.encode()))
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
    findings = check.file("a.html", b"<h1>" + data + b"</h1><h1>" + data + b"</h1>")
    assert any(f"“{shown}” is a second <h1>" in finding.message for finding in findings) or not shown


def test_a_byte_order_mark_is_no_fault() -> None:
    assert check.file("a.html", good().html.encode("utf-8-sig")) == ()


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
        b"<style>" + b"[" * 9_000 + b"</style><body>x",
        b"<style>" + b"@media x{" * 3_000 + b"</style><body>x",
        b"<style>a{color:lab(50% 40 59.5);color:color(prophoto-rgb 1 1 1);color:currentcolor}</style><a href='x'>y</a>",
        b"<style>p:nope, p::before, a b c:not(:has(d)), [a~=b], p+p, #x.y > z, {color:red}</style><p id=x class=y>x",
        b"<!--[if mso]><td><![endif]-->" * 3_000,
        b"<!--[if mso]><td " + b"a " * 9_000,
        b"<body><p>x" * 21_000,
        b"Subject: " + b"=?" * 9_000 + b"\r\nFrom: =?nope?q?x?=\r\n\r\nx",
        b"Content-Type: multipart/mixed\r\n\r\nx",
        b"Content-Type: text/html; charset=nope\r\n\r\n<p>x",
        b'Content-Type: text/html; charset="a\0b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!',
        b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(1_500)),
    ],
)
def test_hostile_files_are_found_faulty_and_nothing_else_happens(name: str, data: bytes) -> None:
    findings = check.file(name, data)
    assert findings
    assert {finding.path for finding in findings} == {name}
