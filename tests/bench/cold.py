"""One message in a process of its own, begun and ended as `pressroom` does: `python -m tests.bench.cold ROOT`."""

import gc
import sys
from pathlib import Path


def main() -> None:
    """Write the newest issue's message beside its publication."""
    gc.disable()
    from tests.bench.message import write  # noqa: PLC0415 - as a command imports what it needs when it runs

    write(Path(sys.argv[1]))
    gc.freeze()


if __name__ == "__main__":
    main()
