"""How fast copies leave, beside Postfix's smtp-source: `python -m tests.bench.sending [--rounds 5] [--large 100000]`.

Both bring messages of 32 KB to the same smtp-sink, in turn, in one run, with as many sessions: smtp-source in its
default mode, a connection for each message; ours a copy for each of 10,000 recipients, written down in a ledger that is
durable before and after each. Then so many that memory shows; and to a server that takes 50 ms to accept a message.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.posting import BYTES
from tests.bench.runs import run
from tests.mail.servers import free_port
from tests.publish.mail.parts import SMTP_SINK, SMTP_SOURCE
from tests.publish.mail.sinks import await_port, sink

_REPOSITORY: Final = Path(__file__).resolve().parents[2]
_SESSIONS: Final = 8
_COPIES: Final = 10_000
_LARGE: Final = 100_000
_SLOW: Final = 0.05
_SLOW_SESSIONS: Final = 32
_SLOW_COPIES: Final = 3_000


def report(rounds: int, large: int) -> None:
    """Measure, and print what was found."""
    print(f"Copies a second, each of {BYTES:,} bytes; {_SESSIONS} sessions; load {os.getloadavg()[0]:.1f}\n")
    if not (SMTP_SINK.find() and SMTP_SOURCE.find()):
        print("There is no smtp-sink and smtp-source to measure with: `make parts` brings them, or says how.")
        return
    with sink() as port:
        pairs = [(_theirs(port), *_ours(port, _COPIES, _SESSIONS)) for _ in range(rounds)]
        for theirs, ours, _ in pairs:
            print(f"  smtp-source {theirs:6,.0f}   pressroom {ours:6,.0f}   {ours / theirs:.4f} of it")
        ratio = median(ours / theirs for theirs, ours, _ in pairs)
        print(f"{_COPIES:,} recipients: {ratio:.4f} of smtp-source's rate, the median of {rounds} rounds")
        theirs, (ours, memory) = _theirs(port), _ours(port, large, _SESSIONS)
        print(f"{large:,} recipients: {ours:,.0f}, {ours / theirs:.4f} of smtp-source's rate, {memory:.0f} MB")
    with _slow_sink() as port:
        ours, _ = _ours(port, _SLOW_COPIES, _SLOW_SESSIONS)
        print(f"{_SLOW * 1000:.0f} ms to accept, {_SLOW_SESSIONS} sessions: {ours:,.0f}")


def _theirs(port: int) -> float:
    """Return how many messages a second smtp-source brings."""
    options = ["-s", str(_SESSIONS), "-m", str(_COPIES), "-l", str(BYTES), "-f", "news@example.com"]
    start = time.perf_counter()
    subprocess.run([SMTP_SOURCE.need(), *options, "-t", "reader@example.com", f"127.0.0.1:{port}"], check=True)
    return _COPIES / (time.perf_counter() - start)


def _ours(port: int, copies: int, connections: int) -> tuple[float, float]:
    """Return how many copies a second we bring, and the MB that it took."""
    with tempfile.TemporaryDirectory(prefix="pressroom-bench-") as name:
        folder = Path(name)
        command = [sys.executable, "-m", "tests.bench.posting", name, *map(str, (port, copies, connections))]
        cost = run(command, folder, {"PYTHONPATH": str(_REPOSITORY)})
        return float((folder / "run.log").read_text()), cost.memory


@contextmanager
def _slow_sink() -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.slow_sink", str(port), str(_SLOW)]
    process = subprocess.Popen(command, cwd=_REPOSITORY)
    try:
        await_port(port, process)
        yield port
    finally:
        process.kill()
        process.wait()


def main() -> None:
    """Measure sending alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large", type=int, default=_LARGE)
    wanted = parser.parse_args()
    report(wanted.rounds, wanted.large)


if __name__ == "__main__":
    main()
