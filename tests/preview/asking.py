"""Asking a server on this machine, without a browser."""

from http.client import HTTPConnection

from pressroom.preview.addressing import HERE


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return a status, headers by their names in lower case, and what came."""
    connection = HTTPConnection(HERE, port, timeout=10)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): said for name, said in headers.items()})
        answer = connection.getresponse()
        return answer.status, {name.lower(): said for name, said in answer.headers.items()}, answer.read()
    finally:
        connection.close()
