"""What may stand in each kind of file: one model a file, one type a kind of value.

Every field may be missing while a file is read, so that one fault hides no other; which
ones are required is said beside them, and looked at in `shape`.
"""
