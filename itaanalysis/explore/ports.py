"""The port of the page on this computer."""

from __future__ import annotations

import errno
import os
import socket

from itaanalysis.explore.errors import PortError

ADDRESS = "127.0.0.1"
FIRST = 8866
_TRIES = 20


def free_port(asked: int | None = None) -> int:
    """The port asked for, or the first free one from FIRST. Raises PortError when it cannot be used."""
    if asked is not None:
        return _tried(asked)
    for port in range(FIRST, FIRST + _TRIES):
        try:
            return _tried(port)
        except PortError:
            continue
    return _tried(0)


def _tried(port: int) -> int:
    """The port, after having listened there for a moment; any free one for 0."""
    with socket.socket() as listener:
        if os.name == "posix":  # as the page will; a page closed a moment ago still holds its port for others
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((ADDRESS, port))
            listener.listen()
        except (OSError, OverflowError) as error:
            taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
            raise (PortError.taken if taken else PortError.refused)(port) from error
        return int(listener.getsockname()[1])
