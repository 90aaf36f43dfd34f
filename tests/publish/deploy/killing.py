"""The crash loop of deploys: ended with SIGKILL at each of its steps, looked at as a visitor, and done again.

A process of its own (`python -m tests.publish.deploy.killing`), since it forks: each deploy is a child that counts what
it does to the world outside (files, other programs, requests) and kills itself at one of these. The program knows
nothing of it. It prints how many steps it has gone through; whatever a visitor missed ends it.
"""

import os
import signal
import sys
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import obstore
from tests.publish.deploy.grounds import SIGNED, Ground, Pushed, Served, Stored, View
from tests.publish.deploy.sites import broken, built, newsletter

_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_EVENTS: Final = frozenset("os.link os.rename os.remove os.mkdir os.rmdir os.symlink os.chmod shutil.rmtree".split())
_REQUESTS: Final = ("get", "put", "copy", "delete", "list")

_SITES: Final[tuple[Mapping[str, str], ...]] = (
    newsletter("2026-10", style="one") | {"gone/index.html": "It goes and comes back."},
    newsletter("2026-10", "2026-11", style="two", home="And more."),
)


def main(kind: str, to: str, folder: Path, where: str) -> None:
    """Go to and fro between two sites, ended one step later each time, until a deploy comes to its end."""
    ground = Ground(to, folder / "publication", _view(kind, folder, where))
    _in_child(lambda: _deploy(ground, folder, 0, "first"))
    steps, going = 0, True
    while going:
        steps += 1
        to_site = steps % 2
        armed = _killed_at(steps, kind)
        going = _in_child(lambda: _deploy(ground, folder, to_site, f"killed-{steps}", armed))  # noqa: B023  done at once
        _require(broken(ground.view.see) == "", f"after step {steps} a visitor misses {broken(ground.view.see)}")
        _require(kind in ("s3", "radosgw") or _site_of(ground) >= 0, f"after step {steps} there is half a site")
        _require(
            not _in_child(lambda: _deploy(ground, folder, to_site, f"again-{steps}")),  # noqa: B023
            f"what was ended at step {steps} does not go on",
        )
        _require(_site_of(ground) == to_site, f"what was ended at step {steps} did not come to its end")
    print(steps - 1)


def _deploy(ground: Ground, folder: Path, site: int, run: str, arm: Callable[[], None] = lambda: None) -> None:
    given = built(folder / f"site-{site}", _SITES[site], run=run)
    arm()
    ground.deploy(given)


def _in_child(work: Callable[[], None]) -> bool:
    """Do work in a child; tell whether it was killed."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    _require(status in (0, signal.SIGKILL), f"a deploy failed: {status}")
    return status != 0


def _killed_at(step: int, kind: str) -> Callable[[], None]:
    """Return what has this process kill itself at the n-th thing that it does outside.

    Where other programs do all of that, it is at the beginning of one, or while something is sent to it.
    """

    def arm() -> None:
        done = 0

        def count() -> None:
            nonlocal done
            done += 1
            if done == step:
                os.kill(os.getpid(), signal.SIGKILL)

        def audit(event: str, arguments: tuple[Any, ...]) -> None:
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES
            if event == "subprocess.Popen" or (kind == "folder" and (writes or event in _EVENTS)):
                count()

        sys.addaudithook(audit)
        for name in _REQUESTS:
            setattr(obstore, name, _counting(getattr(obstore, name), count))
        tarfile.TarFile.addfile = _counting(tarfile.TarFile.addfile, count)  # type: ignore[method-assign]

    return arm


def _counting(work: Callable[..., Any], count: Callable[[], None]) -> Callable[..., Any]:
    """Return work that is counted before and after."""

    def counted(*arguments: Any, **named: Any) -> Any:
        count()
        result = work(*arguments, **named)
        count()
        return result

    return counted


def _site_of(ground: Ground) -> int:
    """Return which site a visitor sees, byte for byte; -1 for neither."""
    seen = {path: (ground.view.see(path) or b"").decode() for path in ground.view.paths()}
    pages = {path: text for path, text in seen.items() if not path.startswith("assets/")}
    for number, site in enumerate(_SITES):
        wanted = {path: text for path, text in site.items() if not path.startswith("assets/")}
        if wanted == pages and all(seen.get(path) == text for path, text in site.items()):
            return number
    return -1


def _view(kind: str, folder: Path, where: str) -> View:
    match kind:
        case "s3" | "radosgw":
            port, bucket, prefix = where.split("/")
            return Stored(int(port), bucket, prefix, SIGNED if kind == "s3" else {})
        case "git":
            return Pushed(folder / "remote.git", where)
        case _:
            return Served(Path(where))


def _require(sound: bool, fault: str) -> None:
    if not sound:
        raise SystemExit(fault)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4])
