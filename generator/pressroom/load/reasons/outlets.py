"""Why there are rules about where a site, a message and an announcement go."""

from collections.abc import Mapping

from pressroom.model.reason import Reason

REASONS: Mapping[str, Reason] = {
    "audience": Reason(
        "It says who gets the email. With none of the two nobody does, and with both some get it twice.",
        "- {id: crew, language: en}",
        "- {id: crew, language: en, to: crew@example.com}",
    ),
    "channel": Reason(
        "A chat's address is a password: whoever reads it can write there. So it is kept with the secrets, and named "
        "here.",
        "announce: [slack://TokenA/TokenB/TokenC]",
        "announce: [slack]      (with PRESSROOM_ANNOUNCE_SLACK among the secrets)",
    ),
    "greeting": Reason(
        "Readers would be greeted by nothing, or by somebody else's name.",
        "mail:\n  greeting: Dear reader,",
        'mail:\n  greeting: "Dear {first_name},"',
    ),
    "list-id": Reason(
        "Readers sort their mail by it, and mail servers take a message without a proper one for spam.",
        "mail:\n  list_id: the gangway",
        "mail:\n  list_id: gangway.example.com",
    ),
    "quiet-hours": Reason(
        "Nobody wants a newsletter at night; what is no time of the day keeps nothing back.",
        "mail:\n  quiet: at night",
        "mail:\n  quiet: 20:00-07:00",
    ),
    "target": Reason(
        "Nothing can be brought to a place that is not known, and a password in it would be read by everybody who sees "
        "the repository.",
        "deploy:\n  to: /srv/www",
        "deploy:\n  to: folder:/srv/www/newsletter",
    ),
}
