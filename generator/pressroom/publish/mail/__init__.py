"""The mail room: recipients, their letters, and bringing each to the mail server exactly once, as far as SMTP lets one."""
