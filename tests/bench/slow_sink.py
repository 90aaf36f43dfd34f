"""A mail server that takes everything, and a while to say so: `python -m tests.bench.slow_sink PORT SECONDS`.

smtp-sink can wait too, but for whole seconds alone.
"""

import asyncio
import sys
from typing import Final

_END: Final = b"\r\n.\r\n"
_GREETING: Final = b"220 slow\r\n"
_OFFER: Final = b"250-slow\r\n250 PIPELINING\r\n"


async def main(port: int, seconds: float) -> None:
    """Serve until somebody ends it."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(_GREETING)
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                writer.write(b"354 Go on\r\n")
                await reader.readuntil(_END)
                await asyncio.sleep(seconds)
            writer.write(_OFFER if verb == b"EHLO" else b"250 Ok\r\n")
            if verb == b"QUIT":
                break
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", port, limit=1 << 20, backlog=256)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2])))
