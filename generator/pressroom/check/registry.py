"""All rules, in the order in which they are asked."""

from collections.abc import Iterator
from typing import Protocol

from pressroom.check.case import Case
from pressroom.check.message_rules import lost_address, mail_header, message_size, template_leftover
from pressroom.check.rules import (
    artwork,
    copied_issue,
    dead_link,
    duplicate_event,
    duplicate_guid,
    duplicate_number,
    duplicate_title,
    empty_text,
    episode_number,
    event_order,
    future_date,
    guid_changed,
    held_episode,
    held_link,
    markup,
    missing_alt,
    numbered_title,
    past_event,
    podcast_text,
    private_link,
    skipped_heading,
    unknown_episode,
    unknown_person,
    unknown_section,
    unknown_story,
)
from pressroom.model.finding import Finding, Severity
from pressroom.model.message import Message


class Described(Protocol):
    """What every rule says of itself; its docstring says the rule, why, and an example of bad and good."""

    @property
    def NAME(self) -> str:  # noqa: N802  a module's constant
        """The rule's name, in lower case with hyphens."""

    @property
    def SEVERITY(self) -> Severity | None:  # noqa: N802  a module's constant
        """How bad its findings are; None where that differs from one to the next."""


class Rule(Described, Protocol):
    """A module in `rules/`."""

    def find(self, case: Case) -> Iterator[Finding]:
        """Give what this rule finds in a publication."""


class MessageRule(Described, Protocol):
    """A module in `message_rules/`."""

    def find(self, message: Message) -> Iterator[Finding]:
        """Give what this rule finds in a message."""


RULES: tuple[Rule, ...] = (
    markup,
    dead_link,
    held_link,
    private_link,
    missing_alt,
    skipped_heading,
    empty_text,
    duplicate_title,
    duplicate_number,
    copied_issue,
    future_date,
    unknown_person,
    unknown_section,
    unknown_story,
    unknown_episode,
    held_episode,
    event_order,
    past_event,
    duplicate_event,
    duplicate_guid,
    guid_changed,
    episode_number,
    numbered_title,
    podcast_text,
    artwork,
)

MESSAGE_RULES: tuple[MessageRule, ...] = (message_size, lost_address, template_leftover, mail_header)
