"""A folder on another machine, through the system's own ssh."""
