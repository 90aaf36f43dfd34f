"""What is done on the other machine: small scripts for its sh, which need coreutils, find, xargs and tar there.

Each gets the folder as its first argument, and what else it needs as further ones: nothing is ever written into a
script. Lists of paths come by standard input, each ended by NUL.
"""

from typing import Final

MISSING: Final = 66
"""What a script ends with where there is nothing of the kind that was asked for (EX_NOINPUT)."""

FOREIGN: Final = 67
"""What a script ends with where `current` is no link."""

OVERTAKEN: Final = 68
"""What a script ends with where `current` leads elsewhere by now."""

_BEGIN = 'set -eu; umask 022; export LC_ALL=C; case "$1" in "~/"*) folder="$HOME/${1#"~/"}";; *) folder="$1";; esac; '
_GO = _BEGIN + 'cd -- "$folder"; '

PROBE: Final = (
    _BEGIN + 'mkdir -p -- "$folder/releases"; cd -- "$folder"; '
    'probe=$(mktemp -d ./.probe-XXXXXX); trap \'rm -rf -- "$probe"\' EXIT; cd -- "$probe"; '
    "mkdir one; echo probe > one/file; cp -al -- one two; "
    "ln -s one link; ln -s two aside; mv -T -- aside link; "
    "printf 'two/file\\0' | xargs -0 sha256sum > sums; "
    "find two -type f -exec stat -c '%s %f %n' {} +; "
    "tar -c -f - two | (cd one && tar -x -p -o -m -f -); cd .."
)
"""Try in a folder of its own all that the others need, and remove it."""

STATE: Final = (
    _BEGIN + '[ -d "$folder" ] || exit 0; cd -- "$folder"; '
    f"if [ -L current ]; then readlink -- current; elif [ -e current ]; then exit {FOREIGN}; else echo; fi; "
    "if [ -d releases ]; then ls -1A releases; fi"
)
"""Say where `current` leads, in a line that is empty if there is none, and then what lies in `releases`."""

SHOW: Final = _BEGIN + f'[ -f "$folder/$2" ] || exit {MISSING}; cd -- "$folder"; cat -- "$2"'

SIZES: Final = _GO + "cd -- \"releases/$2\"; find . ! -type d -exec stat -c '%s %f %n' {} +"
"""Say of all that is no folder its size in bytes, its mode in hex, and its path."""

BEGIN_FIRST: Final = (
    _BEGIN + 'mkdir -p -- "$folder/releases"; cd -- "$folder"; '
    'rm -rf -- "releases/$2" "releases/$2.new"; mkdir -- "releases/$2.new"'
)

BEGIN: Final = (
    _GO + 'rm -rf -- "releases/$2" "releases/$2.new"; cp -al -- "releases/$3" "releases/$2.new"; '
    'cd -- "releases/$2.new"; xargs -0 rm -f --; find . -depth -type d -exec rmdir {} + 2> /dev/null || true'
)
"""Begin with all of the last release, without the paths that are given and without folders that are then empty."""

UNPACK: Final = _GO + 'mkdir -p -- "releases/$2.new"; cd -- "releases/$2.new"; tar -x -p -o -m -f -'

SUMS: Final = _GO + 'cd -- "releases/$2.new"; xargs -0 sha256sum'

SETTLE: Final = (
    _GO + 'sync -f . 2> /dev/null || sync; mv -T -- "releases/$2.new" "releases/$2"; sync -f . 2> /dev/null || sync'
)

_LEAD = 'rm -f .current; ln -s -- "releases/$2" .current; mv -T -- .current current; sync -f . 2> /dev/null || sync'

POINT: Final = (
    _GO + f'there=; if [ -L current ]; then there=$(readlink -- current); fi; [ "$there" = "$3" ] || exit {OVERTAKEN}; '
    'cat > "releases/$2.new.json"; sync -f . 2> /dev/null || sync; '
    'mv -T -- "releases/$2.new.json" "releases/$2.json"; ' + _LEAD
)
"""Write a release's manifest, and have `current` lead to it, if it still leads to where it did."""

LEAD: Final = _GO + _LEAD

LINK: Final = (
    _GO + 'xargs -0 sh -c \'old="$1"; new="$2"; shift 2; for path; do mkdir -p -- "$(dirname -- "$new/$path")"; '
    '[ -e "$new/$path" ] || ln -- "$old/$path" "$new/$path"; done\' sh "releases/$2" "releases/$3"'
)
"""Have the paths that are given in a second release as well."""

REMOVE: Final = _GO + "cd releases; xargs -0 rm -rf --"
