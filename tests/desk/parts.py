"""What the tests of the editor's commands need beside Python: a spelling checker with two dictionaries."""

from typing import Final

from tests.parts import Part

HUNSPELL: Final = Part(name="hunspell", places=("hunspell",), debian=("hunspell",))
ENGLISH: Final = Part(
    name="its English dictionary", places=("/usr/share/hunspell/en_GB.aff",), debian=("hunspell-en-gb",)
)
DUTCH: Final = Part(
    name="its Dutch dictionary",
    places=("/usr/share/hunspell/nl.aff",),
    debian=("hunspell-nl",),
)
PROGRAMS: Final = (HUNSPELL, ENGLISH, DUTCH)
