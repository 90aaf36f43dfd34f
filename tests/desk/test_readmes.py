"""The pages for editors and podcasters name every field that there is, and every finding that they explain exists."""

import re
from pathlib import Path

import pytest

from pressroom import load
from pressroom.check.registry import MESSAGE_RULES, RULES
from pressroom.load.fields import newsletter, podcast, publication
from pressroom.load.fields.base import Fields, key_of
from pressroom.prose import rules

_REPOSITORY = Path(__file__).resolve().parents[2]
_EDITORS = (_REPOSITORY / "content/README.md").read_text(encoding="utf-8")
_PODCASTERS = (_REPOSITORY / "podcast/README.md").read_text(encoding="utf-8")


def _section(page: str, heading: str) -> str:
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    ("page", "heading", "fields"),
    [
        (_EDITORS, "What you can say about an issue", newsletter.IssueFields),
        (_EDITORS, "Events", newsletter.EventFields),
        (_EDITORS, "What you can say about a story", newsletter.StoryFields),
        (_EDITORS, "What you can say about a story", newsletter.PageFields),
        (_EDITORS, "Who we are: publication.yml", publication.PublicationFields),
        (_EDITORS, "Who we are: publication.yml", publication.PersonFields),
        (_EDITORS, "Who we are: publication.yml", publication.FeedbackFields),
        (_EDITORS, "Who we are: publication.yml", publication.MailFields),
        (_EDITORS, "Who we are: publication.yml", publication.AudienceFields),
        (_EDITORS, "Who we are: publication.yml", publication.BrandFields),
        (_EDITORS, "Who we are: publication.yml", publication.ColourFields),
        (_EDITORS, "Who we are: publication.yml", publication.FontFields),
        (_EDITORS, "Who we are: publication.yml", publication.DeployFields),
        (_PODCASTERS, "The first time: the show", podcast.ShowFields),
        (_PODCASTERS, "An episode", podcast.EpisodeFields),
        (_PODCASTERS, "An episode", podcast.ChapterFields),
    ],
)
def test_every_field_is_explained(page: str, heading: str, fields: type[Fields]) -> None:
    keys = {key_of(name) for name in fields.model_fields}
    assert keys - set(re.findall(r"`([a-z_]+)`", _section(page, heading))) == set()


@pytest.mark.parametrize(
    ("page", "heading", "fields"),
    [
        (_EDITORS, "What you can say about an issue", newsletter.IssueFields),
        (_EDITORS, "Events", newsletter.EventFields),
        (_EDITORS, "What you can say about a story", newsletter.StoryFields),
        (_EDITORS, "Who we are: publication.yml", publication.PublicationFields),
        (_PODCASTERS, "The first time: the show", podcast.ShowFields),
        (_PODCASTERS, "An episode", podcast.EpisodeFields),
    ],
)
def test_no_field_is_explained_that_is_not_there(page: str, heading: str, fields: type[Fields]) -> None:
    told = set(re.findall(r"^\| `([a-z_]+)`", _section(page, heading), re.MULTILINE))
    assert told == set(fields.model_fields)


@pytest.mark.parametrize("page", [_EDITORS, _PODCASTERS], ids=["editors", "podcasters"])
def test_every_finding_that_is_explained_exists(page: str) -> None:
    rows = re.findall(r"^\| (`.*?`) \|", _section(page, "When the check finds something"), re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`(.*?)`", row)}
    assert told
    assert told <= {rule.NAME for rule in (*RULES, *MESSAGE_RULES)} | set(load.RULES) | set(rules.RULES)
