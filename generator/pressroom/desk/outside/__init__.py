"""Links to the rest of the web, asked politely whether they lead anywhere still."""

from pressroom.desk.outside.links import Answer, ask_links

__all__ = ["Answer", "ask_links"]
