"""The desk: what the editor's commands write into the content."""
