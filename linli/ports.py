"""Ports on which a program of ours is to listen: taken before it starts, so that two that start at once never share one."""

import socket


def claim(host: str, port: int) -> socket.socket:
    """Takes a port for as long as the socket lives; only sockets with SO_REUSEPORT, as granian's are, may listen there meanwhile.

    Raises OSError where somebody has it. Of several who ask in the same moment the kernel lets one listen; after that
    the socket stays bound and takes no connection away from who serves.
    """
    taken = socket.socket(_family(host))
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # not kept out by connections that have just ended
        taken.bind((host, port))
        taken.listen(1)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
        taken.shutdown(socket.SHUT_RDWR)
    except OSError:
        taken.close()
        raise
    return taken


def listener(host: str, port: int, *, claimed: bool) -> socket.socket:
    """A listening socket; `claimed`: on a port that another process of ours holds for it. Raises OSError."""
    listening = socket.socket(_family(host))
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT if claimed else socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # else what ends here keeps the next out
    except OSError:
        listening.close()
        raise
    return listening


def is_free(host: str, port: int) -> bool:
    """Whether a program of ours could listen there now."""
    try:
        claim(host, port).close()
    except OSError:
        return False
    return True


def free_port() -> int:
    """A port of the loopback where nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
