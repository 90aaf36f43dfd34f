"""The mailbox behind Postfix and Dovecot, as the tests of messages have it."""

from tests.mail.conftest import mailbox

__all__ = ["mailbox"]
