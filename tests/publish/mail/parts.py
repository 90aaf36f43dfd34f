"""What these tests need beside Python: Postfix's two programs for trying mail clients."""

from typing import Final

from tests.mail.parts import POSTFIX
from tests.parts import Part

SMTP_SINK: Final = Part(name="smtp-sink", places=("smtp-sink", "/usr/sbin/smtp-sink"), debian=POSTFIX.debian)
SMTP_SOURCE: Final = Part(name="smtp-source", places=("smtp-source", "/usr/sbin/smtp-source"), debian=POSTFIX.debian)
