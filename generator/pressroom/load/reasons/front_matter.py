"""Why there are rules about how front matter and .yml files are written."""

from collections.abc import Mapping

from pressroom.model.reason import Reason

REASONS: Mapping[str, Reason] = {
    "curly-quotes": Reason(
        "They would be taken for a part of the value, so that readers see them around the title.",
        "title: “Fog on the quay”",
        "title: Fog on the quay",
    ),
    "duplicate-key": Reason(
        "Only one of the two can hold, and which one is anybody's guess.",
        "title: Fog on the quay\nsummary: Thick.\ntitle: Fog again",
        "title: Fog again\nsummary: Thick.",
    ),
    "front-matter-missing": Reason(
        "Without it the text has no title, and so no page and no place in the email.",
        "Fog on the quay\n\nIt came on Tuesday.",
        "---\ntitle: Fog on the quay\nsummary: It came on Tuesday, and stayed.\n---\nIt came on Tuesday.",
    ),
    "front-matter-unclosed": Reason(
        "All of the text is taken for fields, and nothing of it would be shown.",
        "---\ntitle: Fog on the quay\n\nIt came on Tuesday.",
        "---\ntitle: Fog on the quay\n---\nIt came on Tuesday.",
    ),
    "hidden-by-comment": Reason(
        "What stands behind a # is a note to oneself, so that readers would not get these words.",
        "title: We are #1",
        'title: "We are #1"',
    ),
    "yaml-alias": Reason(
        "A star or an & before a word has a meaning of its own there; the words would be lost, or copied without end.",
        "title: *Important* news",
        'title: "*Important* news"',
    ),
    "yaml-depth": Reason(
        "Nothing that Pressroom knows lies so deep; it is a slip, or a trap that would take the machine a long time.",
        "people: [[[[[[[[[[[[[[[[[[[[[ada]]]]]]]]]]]]]]]]]]]]]",
        "editors: [ada]",
    ),
    "yaml-documents": Reason(
        "All that comes after the second --- would be left out without a word.",
        "name: The Gangway\n---\nlanguage: en",
        "name: The Gangway\nlanguage: en",
    ),
    "yaml-indentation": Reason(
        "What belongs to what is seen by the spaces before it. A tab is as wide as each program likes.",
        "editors:\n\t- ada",
        "editors:\n  - ada",
    ),
    "yaml-merge": Reason(
        "It takes fields from elsewhere in a way that few people can read, and that other programs read otherwise.",
        "<<: *defaults",
        "section: ships\naudience: all",
    ),
    "yaml-size": Reason(
        "No field needs so much; it is something that was pasted by mistake, or a trap for the machine.",
        "people:      (with 20,001 values below it)",
        "people:\n  ada:\n    name: Ada Lovelace",
    ),
    "yaml-syntax": Reason(
        "The fields cannot be read at all, so that the text has no title and no page. One sign is mostly all that is "
        "wrong.",
        "title: Fog: the sequel",
        'title: "Fog: the sequel"',
    ),
    "yaml-tag": Reason(
        "An ! before a word asks a program to make something of it. Content is never run, so the words would be lost.",
        "title: !Fog",
        'title: "!Fog"',
    ),
}
