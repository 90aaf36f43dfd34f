"""What the listening tests need beside Python: podcast apps of Debian's, and what says how a sound is made up."""

from typing import Final

from tests.parts import Part

GPODDER: Final = Part(name="gPodder", places=("gpo",), debian=("gpodder",))
PODGET: Final = Part(name="podget", places=("podget",), debian=("podget",))
NEWSBOAT: Final = Part(name="Newsboat", places=("newsboat",), debian=("newsboat",))
PODBOAT: Final = Part(name="Podboat", places=("podboat",), debian=("newsboat",))
FFPROBE: Final = Part(name="ffprobe", places=("ffprobe",), debian=("ffmpeg",))
PROGRAMS: Final = (GPODDER, PODGET, NEWSBOAT, PODBOAT, FFPROBE)
