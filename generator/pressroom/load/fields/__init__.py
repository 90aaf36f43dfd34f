"""What may stand in each kind of file: one model a file, one type a kind of value.

Every field may be missing while a file is read, so that one fault hides no other; which
ones are required is said beside them, and looked at in `shape`.
"""

import os

# pydantic looks through every package that is installed for plugins; none of them is for these models.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
