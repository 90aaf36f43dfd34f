"""Whatever stands in content, no report becomes something else by it."""

import json
import re
from urllib.parse import unquote

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from tests.check.reporters.hostile import WORDS, acts, findings, lines
from tests.check.reporters.validating import of_gitlab, of_sarif

from pressroom.check.reporters.forms import AT_A_TERMINAL, REPORTERS, Reporter
from pressroom.check.reporters.visible import visible

_FORMS: dict[str, Reporter] = {**REPORTERS, "plain": AT_A_TERMINAL["plain"]}
_DATA = ("json", "gitlab", "sarif")
_JOINED = re.compile(r"@\w|#\d|\bGH-\d|!\d|://|\bwww\.", re.IGNORECASE)
"""What GitHub or GitLab would make a link or a mention of in finished text."""


@pytest.mark.parametrize("form", _FORMS)
def test_nothing_acts_on_a_terminal(form: str) -> None:
    assert acts(_FORMS[form](findings(), lines)) == set()


@pytest.mark.parametrize("form", _FORMS)
def test_it_can_be_written_as_utf_8_and_ends_with_one_line_feed(form: str) -> None:
    written = _FORMS[form](findings(), lines)
    assert written.encode("utf-8").endswith(b"\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("form", _DATA)
def test_data_is_ascii(form: str) -> None:
    assert REPORTERS[form](findings(), lines).isascii()


def test_text_has_a_line_for_each_finding_and_each_line_of_its_hint() -> None:
    told = REPORTERS["text"](findings()).splitlines()
    assert sum(": error[dead-link]: " in line or ": warning[dead-link]: " in line for line in told) == len(WORDS)
    assert len(told) == sum(1 + len(finding.hint.split("\n")) for finding in findings()) + 1


def test_each_command_of_github_is_one_of_ours_and_reads_back_as_it_was() -> None:
    told = REPORTERS["github"](findings()).splitlines()
    commands = [line for line in told if "::" in line or "##[" in line]
    assert all(re.fullmatch(r"::(error|warning) file=[^:,]*,line=\d+,title=dead-link::.*", line) for line in commands)
    assert len(commands) == len(WORDS)
    decoded = {_decoded(line.split("file=", 1)[1].partition(",")[0]) for line in commands}
    assert decoded == {visible(finding.path) for finding in findings()}


def test_what_github_has_no_room_for_is_no_command_either() -> None:
    told = REPORTERS["github"]([one.but(line=n) for n in range(1, 9) for one in findings()])
    outside = [line for line in told.splitlines() if not re.match(r"::(error|warning|notice) ", line)]
    assert len(outside) > 8 * len(WORDS) - 20
    assert not [line for line in outside if "::" in line or "##[" in line]


def _decoded(text: str) -> str:
    for code, sign in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_markdown_has_no_link_picture_html_or_table_but_what_is_ours() -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(REPORTERS["markdown"](findings(), lines))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {
        *(
            f"{block}_{side}"
            for block in ("paragraph", "heading", "bullet_list", "list_item")
            for side in ("open", "close")
        ),
        *(
            "inline",
            "text",
            "text_special",
            "softbreak",
            "hardbreak",
            "strong_open",
            "strong_close",
            "code_inline",
            "fence",
        ),
    }
    headings = [token for token in tokens if token.type == "heading_open"]
    assert len(headings) == len(WORDS) + 1
    assert all(token.tag == "h3" for token in headings)


def test_markdown_that_is_not_code_has_nothing_that_becomes_a_link_or_a_mention_later() -> None:
    tokens = MarkdownIt("commonmark").parse(REPORTERS["markdown"](findings(), lines))
    children = [child for token in tokens for child in token.children or ()]
    texts = "".join(child.content if child.type in {"text", "text_special"} else "\n" for child in children)
    assert "everybody" in texts
    assert _JOINED.findall(texts) == []


def test_gitlab_and_sarif_are_as_their_schemas_have_them() -> None:
    assert of_gitlab(REPORTERS["gitlab"](findings(), lines)) == []
    assert of_sarif(REPORTERS["sarif"](findings(), lines)) == []


def test_sarif_names_files_by_addresses_that_read_back() -> None:
    results = json.loads(REPORTERS["sarif"](findings(), lines))["runs"][0]["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert {unquote(uri, errors="surrogatepass") for uri in uris} == {finding.path for finding in findings()}
    assert all(re.fullmatch(r"[\w./%~-]+", uri) for uri in uris)
    assert not [result for result in results if "](" in result["message"]["text"]]


def test_junit_is_whole_xml_and_says_all_of_it() -> None:
    root = etree.fromstring(REPORTERS["junit"](findings()).encode("utf-8"))
    cases = root.findall(".//testcase")
    assert len(cases) == len(WORDS)
    assert {child.tag for case in cases for child in case} == {"failure", "skipped"}
    assert not root.xpath("//script")
