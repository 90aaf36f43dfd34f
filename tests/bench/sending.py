"""How fast copies leave, beside Postfix's own smtp-source: python -m tests.bench.sending [--rounds 3] [--largest 100000].

Both send 32 KB messages to the same smtp-sink, in turn, in one run: smtp-source in its default mode, a connection a
message, with as many sessions; ours one copy for each of 10,000 recipients, each its own, with a ledger that is durable
at every step. Then 100,000; and with a server that takes 50 ms to accept.
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

from tests.bench.parts import SMTP_SINK, SMTP_SOURCE
from tests.bench.runs import run
from tests.publish.mail.sinks import sink

SESSIONS = 8
BYTES = 32_768
COPIES = 10_000
LARGEST = 100_000
SLOW = 0.05
"""Seconds that a slow server takes to accept."""

SLOW_SESSIONS = 32
SLOW_COPIES = 3_000


def report(folder: Path, rounds: int, largest: int) -> None:
    """Measure, and print what was found."""
    with sink() as port:
        pairs = [(_theirs(port), _ours(folder, port, COPIES, SESSIONS)) for _ in range(rounds)]
        for theirs, (ours, memory) in pairs:
            print(f"  smtp-source {theirs:6,.0f}/s   pressroom {ours:6,.0f}/s   {ours / theirs:.2f}   {memory:.0f} MB")
    print()


if __name__ == "__main__":
    pass
