"""The mail room: who gets a message, each reader's own copy of it, and how that goes out exactly once."""
