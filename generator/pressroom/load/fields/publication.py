"""content/publication.yml: the newsletter itself."""

from typing import Annotated, Literal

from pressroom.load.fields.addresses import BaseUrl, Email, ListId, Sender, Unsubscribe, Url
from pressroom.load.fields.base import Fields, Several, optional, required
from pressroom.load.fields.choices import one_of
from pressroom.load.fields.locales import Language, Timezone
from pressroom.load.fields.numbers import Flag, Whole
from pressroom.load.fields.outlets import Channel, QuietHours, Server, Target
from pressroom.load.fields.style import StyleFields
from pressroom.load.fields.texts import Colour, Greeting, Line, Paragraphs


class PersonFields(Fields):
    """A colleague, under an id of your choice: `ada`."""

    name: Line | None = required("The name as readers see it.", "Ada Lovelace")
    role: Line | None = optional("What they do.", "Head of research")
    photo: Line | None = optional("A picture in content/people/.", "ada.jpg")
    email: Email | None = optional("Where colleagues can write to them.", "ada@example.com")


class FeedbackFields(Fields):
    """Where readers can answer; one or both."""

    email: Email | None = optional("An address that somebody reads.", "feedback@example.com")
    url: Url | None = optional("A form or a channel.", "https://intranet.example.com/postbox")


class MailFields(Fields):
    """How the newsletter presents itself to mail programs, and how it leaves."""

    from_: Sender | None = optional("Whom it comes from.", "The Bench <news@example.com>")
    reply_to: Email | None = optional("Where answers go.", "feedback@example.com")
    list_id: ListId | None = optional("The list's name, for filters; it should never change.", "bench.example.com")
    unsubscribe: Unsubscribe | None = optional(
        "Where readers take themselves off the list.", '"mailto:news@example.com?subject=unsubscribe"'
    )
    greeting: Greeting | None = optional(
        "How the letter greets readers whose first name is in the list of recipients.", '"Dear {first_name},"'
    )
    server: Server | None = optional("The mail server that messages leave by.", "smtps://mail.example.com")
    policy: Annotated[Literal["hold", "retry"] | None, one_of("hold", "retry")] = optional(
        "What becomes of a copy that may or may not have arrived: it is held (the default), or sent again.", "hold"
    )
    rate: Whole | None = optional("How many messages may leave a minute.", "600")
    connections: Whole | None = optional("How many connections to the mail server there may be at once.", "8")
    quiet: QuietHours | None = optional("When nobody gets a message.", "20:00-07:00")


class AudienceFields(Fields):
    """A group of employees, and what they get: an address that the issue goes to, or a list of recipients."""

    id: Line | None = required("A short name.", "all-en")
    language: Language | None = required("The language that they read.", "en")
    kind: Annotated[Literal["desk", "frontline"] | None, one_of("desk", "frontline")] = optional(
        "Whether they sit at a desk (the default) or not.", "desk"
    )
    to: Email | None = optional("A distribution list's address.", "all@example.com")
    recipients: Line | None = optional("The name of a CSV file that the publishing job brings.", "staff.csv")


class ColourFields(Fields):
    """The brand's colours, as `#rrggbb` in quotes."""

    primary: Colour | None = optional("For the head of page and message.", '"#1d3557"')
    accent: Colour | None = optional("For links and buttons.", '"#b4451f"')


class FontFields(Fields):
    """The brand's fonts: newsreader, serif or sans, or a WOFF2 file in content/fonts/ and what stands in for it."""

    headings: Several[Line] | None = optional("For the name and all headings.", "newsreader")
    text: Several[Line] | None = optional("For what is read.", "[house.woff2, sans]")


class BrandFields(Fields):
    """How the publication looks."""

    logo: Line | None = optional("A PNG, JPEG or WebP picture beside publication.yml.", "logo.png")
    colours: ColourFields | None = optional("The brand's colours.", '\n  primary: "#1d3557"\n  accent: "#b4451f"')
    fonts: FontFields | None = optional("The brand's fonts.", "\n  headings: newsreader\n  text: [house.woff2, sans]")


class PrivateFields(Fields):
    """Where the feeds of a private show go."""

    to: Target | None = optional("Where they are put.", "ssh://deploy@web.example.com/srv/www/listen")
    base_url: BaseUrl | None = optional("Where listeners find them.", "https://listen.example.com/")
    server: Annotated[Literal["nginx", "static"] | None, one_of("nginx", "static")] = optional(
        "Who serves them: nginx (the default), or any host of static files.", "nginx"
    )


class DeployFields(Fields):
    """Where the site goes, and who can get there."""

    to: Target | None = optional("Where the site is put.", "ssh://deploy@web.example.com/srv/www/newsletter")
    access: Annotated[Literal["wall", "network"] | None, one_of("wall", "network")] = optional(
        "What keeps others out: a sign-on (wall), or the company's network.", "wall"
    )
    keep: Whole | None = optional("How many releases are kept, to go back to.", "5")
    public: Flag | None = optional("Confirms that anybody may read what is internal; better not.", "false")
    private: PrivateFields | None = optional(
        "Where the feeds of a private show go.", "\n    to: ssh://deploy@web.example.com/srv/www/listen"
    )


class PublicationFields(Fields):
    """The newsletter itself, in content/publication.yml."""

    name: Line | None = required("What the newsletter is called.", "The Bench")
    organization: Line | None = required("Whose newsletter it is.", "Example Roasters")
    base_url: BaseUrl | None = required(
        "Where the site will stand, with or without a path.", "https://news.example.com"
    )
    language: Language | None = required("The language that it is written in.", "en")
    languages: Several[Language] | None = optional("All languages that it comes in.", "[en, nl]")
    timezone: Timezone | None = required("The time zone of its dates.", "Europe/Amsterdam")
    description: Paragraphs | None = optional("A sentence about it.", "What happened this month, and why.")
    people: dict[str, PersonFields] | None = optional(
        "Who writes and speaks, each under an id.", "\n  ada:\n    name: Ada Lovelace\n    role: Head of research"
    )
    sections: dict[str, Line] | None = optional("The sections, each with an id and a title.", "\n  people: People")
    feedback: FeedbackFields | None = optional("Where readers can answer.", "\n  email: feedback@example.com")
    mail: MailFields | None = optional(
        "How it presents itself to mail programs.", "\n  from: The Bench <news@example.com>"
    )
    audiences: tuple[AudienceFields, ...] | None = optional(
        "Who gets which edition.", "\n  - id: all-en\n    language: en\n    to: all@example.com"
    )
    brand: BrandFields | None = optional("How it looks.", '\n  colours:\n    primary: "#1d3557"')
    visibility: Annotated[Literal["internal", "public"] | None, one_of("internal", "public")] = optional(
        "Whether others than employees may find it; internal is the default.", "internal"
    )
    style: StyleFields | None = optional(
        "House style: which rules for good writing are asked, and how strictly.",
        "\n  sentence_length: 30\n  off: [hype]",
    )
    deploy: DeployFields | None = optional("Where the site goes.", "\n  access: wall")
    announce: Several[Channel] | None = optional("Which chat channels hear of a new issue.", "[slack]")
    ledger: Annotated[Literal["sqlite", "postgresql", "git"] | None, one_of("sqlite", "postgresql", "git")] = optional(
        "Where it is recorded what was published.", "sqlite"
    )
