"""All rules, in the order in which they are asked."""

from collections.abc import Iterator
from typing import Protocol

from pressroom.check import spelling
from pressroom.check.case import Case
from pressroom.check.email import Email
from pressroom.check.feed import Feed
from pressroom.check.feed_rules import (
    feed_artwork,
    feed_category,
    feed_chapters,
    feed_date,
    feed_duration,
    feed_explicit,
    feed_guid,
    feed_identity,
    feed_length,
    feed_locked,
    feed_namespace,
    feed_opus,
    feed_self,
    feed_text,
    feed_transcript,
    feed_type,
)
from pressroom.check.message_rules import (
    active_content,
    alternative_parts,
    apple_metas,
    auto_submitted,
    browser_link,
    button_size,
    button_twin,
    charset,
    clipped,
    colour_scheme,
    conditional_comment,
    container,
    contrast,
    dark_rules,
    data_table,
    doctype,
    document_language,
    empty_subject,
    fixed_width,
    font_stack,
    ghost_table,
    heading_order,
    inline_important,
    kept_style,
    layout_table,
    line_length,
    list_headers,
    lost_address,
    mail_header,
    message_identity,
    message_size,
    nameless_link,
    nested_at_rule,
    not_inlined,
    one_click,
    outlook_dpi,
    outlook_names,
    outlook_width,
    picture_address,
    picture_alt,
    picture_only,
    picture_width,
    preheader,
    style_length,
    template_leftover,
    text_size,
    title,
    unsubscribe_header,
    unsupported_css,
    weak_override,
    wrapper,
    zoom,
)
from pressroom.check.reading import Reading
from pressroom.check.rules import (
    artwork,
    copied_issue,
    dead_link,
    doubled_greeting,
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
    issue_date,
    lone_translation,
    loudness,
    markup,
    missing_alt,
    no_words,
    numbered_title,
    open_door,
    past_event,
    podcast_text,
    private_in_clear,
    private_link,
    private_target,
    repeated_story,
    silence,
    skipped_heading,
    too_many_subscribers,
    true_peak,
    unguarded_sound,
    unknown_episode,
    unknown_person,
    unknown_section,
    unknown_story,
    updated_before,
)
from pressroom.check.writing_rules import (
    alt_wording,
    hard_to_read,
    hype,
    inclusive_wording,
    long_alt,
    long_paragraph,
    long_preheader,
    long_sentence,
    long_subject,
    misspelt_name,
    repeated_title,
    shouting,
    unwanted_word,
    vague_link,
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


class WritingRule(Described, Protocol):
    """A module in `writing_rules/`, about how one text is written."""

    def find(self, reading: Reading) -> Iterator[Finding]:
        """Give what this rule finds in a text."""


class MessageRule(Described, Protocol):
    """A module in `message_rules/` about a message that was made here, and the issue behind it."""

    def find(self, message: Message) -> Iterator[Finding]:
        """Give what this rule finds in a message."""


class EmailRule(Described, Protocol):
    """A module in `message_rules/` about any email, wherever it comes from."""

    def find(self, email: Email) -> Iterator[Finding]:
        """Give what this rule finds in an email."""


class FeedRule(Described, Protocol):
    """A module in `feed_rules/`, about any podcast's feed, wherever it comes from."""

    def find(self, feed: Feed) -> Iterator[Finding]:
        """Give what this rule finds in a feed."""


RULES: tuple[Rule, ...] = (
    markup,
    dead_link,
    held_link,
    private_in_clear,
    private_link,
    missing_alt,
    skipped_heading,
    empty_text,
    no_words,
    doubled_greeting,
    duplicate_title,
    duplicate_number,
    copied_issue,
    issue_date,
    updated_before,
    lone_translation,
    repeated_story,
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
    open_door,
    private_target,
    too_many_subscribers,
    unguarded_sound,
    podcast_text,
    artwork,
    loudness,
    true_peak,
    silence,
)

WRITING_RULES: tuple[WritingRule, ...] = (
    long_sentence,
    long_paragraph,
    hard_to_read,
    unwanted_word,
    inclusive_wording,
    shouting,
    hype,
    vague_link,
    repeated_title,
    alt_wording,
    long_alt,
    long_subject,
    long_preheader,
    misspelt_name,
)
"""Each can be switched off in `style`, as can those of RULES that `model.style` names."""

ANSWERED_RULES: tuple[Described, ...] = (spelling,)
"""Those whose answers others have to be asked for."""

MESSAGE_RULES: tuple[MessageRule, ...] = (message_size,)

EMAIL_RULES: tuple[EmailRule, ...] = (
    doctype,
    document_language,
    outlook_names,
    wrapper,
    charset,
    title,
    zoom,
    apple_metas,
    colour_scheme,
    outlook_dpi,
    active_content,
    style_length,
    nested_at_rule,
    kept_style,
    not_inlined,
    inline_important,
    weak_override,
    dark_rules,
    unsupported_css,
    font_stack,
    contrast,
    text_size,
    container,
    outlook_width,
    fixed_width,
    conditional_comment,
    ghost_table,
    layout_table,
    data_table,
    heading_order,
    button_size,
    button_twin,
    picture_width,
    picture_alt,
    picture_address,
    picture_only,
    nameless_link,
    clipped,
    preheader,
    browser_link,
    template_leftover,
    lost_address,
    alternative_parts,
    line_length,
    list_headers,
    unsubscribe_header,
    one_click,
    message_identity,
    auto_submitted,
    mail_header,
    empty_subject,
)
"""In the order of the HTML, then of the envelope."""

FEED_RULES: tuple[FeedRule, ...] = (
    feed_namespace,
    feed_self,
    feed_text,
    feed_artwork,
    feed_category,
    feed_explicit,
    feed_locked,
    feed_identity,
    feed_guid,
    feed_date,
    feed_opus,
    feed_type,
    feed_length,
    feed_duration,
    feed_transcript,
    feed_chapters,
)
"""In the order of the channel, then of its items."""
