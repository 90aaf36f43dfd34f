"""The book of what went out: SQLite by default, PostgreSQL, or a file that a git ref carries."""
