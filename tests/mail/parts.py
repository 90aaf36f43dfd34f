"""What the mail tests need beside Python: two servers, a mail program, and a parser in another language."""

from typing import Final

from tests.parts import Part

DOVECOT: Final = Part(name="Dovecot", places=("dovecot", "/usr/sbin/dovecot"), debian=("dovecot-imapd",), serves=True)
MIME_TOOLS: Final = Part(
    name="Perl's MIME::Parser", places=("/usr/share/perl5/MIME/Parser.pm",), debian=("libmime-tools-perl",)
)
NEOMUTT: Final = Part(name="NeoMutt", places=("neomutt",), debian=("neomutt",))
POSTFIX: Final = Part(
    name="Postfix",
    places=("postfix", "/usr/sbin/postfix"),
    debian=("postfix",),
    serves=True,
    answers="postfix postfix/main_mailer_type select No configuration",
)
PROGRAMS: Final = (DOVECOT, MIME_TOOLS, NEOMUTT, POSTFIX)
