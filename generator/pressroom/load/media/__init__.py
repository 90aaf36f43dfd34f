"""Pictures, sound and transcripts: what is measured or read of the files beside a text."""
