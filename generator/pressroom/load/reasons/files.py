"""Why there are rules about files and folders, and how they are saved."""

from collections.abc import Mapping

from pressroom.model.reason import Reason

REASONS: Mapping[str, Reason] = {
    "control-character": Reason(
        "It cannot be seen, and breaks search, feeds and mail programs. Mostly it came along with a copy from "
        "elsewhere.",
        'title: "Fog on the\\u0007 quay"',
        "title: Fog on the quay",
    ),
    "empty-file": Reason(
        "A text with nothing in it has no title and no page. Mostly it was not saved, or not uploaded whole.",
        "open-enrolment.md      (0 bytes)",
        "open-enrolment.md      (with its front matter and its words)",
    ),
    "file-outside": Reason(
        "An issue is a folder that holds all that it needs: what lies elsewhere can be moved or be missing, and "
        "nothing from elsewhere on the machine may get into a page by mistake.",
        "image: ../../pictures/quay.jpg",
        "image: quay.jpg      (with the picture in the issue's folder)",
    ),
    "invalid-utf-8": Reason(
        "Its letters with accents, its quotes and its dashes cannot be told from one another, and readers would get "
        "signs in their places.",
        "a text that was saved as Windows-1252",
        "the same, saved as UTF-8",
    ),
    "lone-surrogate": Reason(
        "Half an emoji is no character: pages, feeds and mails that have one in them cannot be made.",
        'title: "Welcome aboard \\ud83d"',
        'title: "Welcome aboard 🚢"',
    ),
    "missing-text": Reason(
        "Without it, the folder is no issue or episode, and nothing in it comes out.",
        "content/issues/2026-12/open-enrolment.md      (and no issue.md beside it)",
        "content/issues/2026-12/issue.md\ncontent/issues/2026-12/open-enrolment.md",
    ),
    "publication-missing": Reason(
        "It says what the newsletter is called, where it stands and who sends it; nothing can be made without.",
        "content/      (without publication.yml)",
        "content/publication.yml",
    ),
    "special-file": Reason(
        "Reading it may never end, or may do something. What is published is made of files alone.",
        "content/issues/2026-12/quay.jpg      (a named pipe)",
        "content/issues/2026-12/quay.jpg      (the picture itself)",
    ),
    "stray-file": Reason(
        "Nothing is made of it, so whoever put it there waits for something that does not come.",
        "content/issues/2026-12/drafts/rota.md",
        "content/issues/2026-12/rota.md",
    ),
    "symbolic-link": Reason(
        "It can lead to any file of the machine that publishes, a secret one too, and leads nowhere on another "
        "machine.",
        "quay.jpg → /home/ada/Pictures/quay.jpg",
        "quay.jpg      (the picture itself)",
    ),
    "text-ending": Reason(
        "Only texts that end in .md are read; what is called otherwise does not come out.",
        "rota.md.txt",
        "rota.md",
    ),
    "text-too-large": Reason(
        "Nobody reads a text of two megabytes. Mostly a picture or a table was pasted into it as text.",
        "rota.md      (14 MB, with a picture in it as letters)",
        "rota.md      (9 kB, with ![The rota](rota.png) in it)",
    ),
    "unreadable-file": Reason(
        "What cannot be read cannot be published; an issue would come out without it.",
        "-rw------- root  quay.jpg",
        "-rw-r--r-- ada   quay.jpg",
    ),
}
