"""How gunicorn reads requests, and what it says. Loaded before Django is, so it knows nothing of the house."""

import os
import resource
import time
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

LARGEST = (
    64 * 1024 * 1024
)  # bytes of one request: a file of 50 MB; what a form takes is less, and is said there
MOST_HELD = 256 * 1024 * 1024  # bytes of all requests that are not whole yet
LARGEST_ANSWER = 256 * 1024 * 1024  # bytes that wait for a slow reader
PATIENCE = 30  # seconds of silence
LONGEST = 120.0  # seconds for one request to arrive


class QuietServer(Logger):  # type: ignore[misc]
    """The web server's own log: an address it would quote is left out, and there is no log of accesses."""

    def exception(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """That something went wrong, not at which address."""
        self.error_log.error("an answer was broken off")

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """A warning without what it would quote."""
        self.error_log.warning(msg.split("%", maxsplit=1)[0].split(":", maxsplit=1)[0])

    def access(self, *args: Any, **kwargs: Any) -> None:
        """None."""


class PatientWorker(Worker):  # type: ignore[misc]
    """One web process of gunicorn's whose requests are read by waitress: only what has arrived whole gets a thread.

    So somebody who sends slowly, or reads slowly, keeps no thread from anybody. What arrives stays in memory and
    is never laid aside on a disk.
    """

    def run(self) -> None:
        """Serve until told to stop; then finish what has arrived."""
        server = self._server()
        while self.alive and self.ppid == os.getppid():
            self._turn(server)
        server.accepting = False
        until = time.monotonic() + self.cfg.graceful_timeout
        while _at_work(server) and time.monotonic() < until:
            self._turn(server)
        server.task_dispatcher.shutdown(timeout=1)

    def _turn(self, server: Any) -> None:
        self.notify()
        wasyncore.loop(timeout=0.5, use_poll=True, map=server._map, count=1)
        server.end_what_takes_too_long()

    def _server(self) -> Any:
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        most = 8192 if most == resource.RLIM_INFINITY else min(most, 8192)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
        dispatcher = ThreadedTaskDispatcher()
        dispatcher.set_thread_count(self.cfg.threads)
        told = Adjustments(
            sockets=[each.sock for each in self.sockets],
            server_name=_bound_to(self.sockets[0].sock),  # so that a page can know who may reach it
            threads=self.cfg.threads,
            connection_limit=most // 2,
            channel_timeout=PATIENCE,
            cleanup_interval=5,
            max_request_header_size=32 * 1024,
            max_request_body_size=LARGEST,
            inbuf_overflow=2 * LARGEST,
            outbuf_overflow=LARGEST_ANSWER,
            outbuf_high_watermark=LARGEST_ANSWER,
            clear_untrusted_proxy_headers=False,  # which of them is believed, the settings say
            ident=None,
            log_socket_errors=False,
        )
        listener = told.sockets[0]
        where = (listener.family, listener.type, listener.proto, listener.getsockname())
        return PatientServer(
            self.wsgi, {}, True, listener, dispatcher=dispatcher, adj=told, bind_socket=False, sockinfo=where
        )


class PatientServer(TcpWSGIServer):  # type: ignore[misc]
    """Lets go of whoever has not sent a whole request in good time, however little by little it comes."""

    looked_at = 0.0

    def end_what_takes_too_long(self) -> None:
        """Look at every connection now and then."""
        now = time.monotonic()
        if now - self.looked_at < 1:
            return
        self.looked_at = now
        under_way = {channel: _bytes_of(channel) for channel in self.active_channels.values()}
        if sum(under_way.values()) > MOST_HELD:
            max(under_way, key=lambda channel: under_way[channel]).will_close = True
        for channel in under_way:
            if channel.request is None:
                channel.begun = None
            elif getattr(channel, "begun", None) is None:
                channel.begun = now
            elif now - channel.begun > LONGEST:
                channel.will_close = True


def _bound_to(listener: Any) -> str:
    """The address at which a socket listens."""
    return str(listener.getsockname()[0])


def _bytes_of(channel: Any) -> int:
    return channel.request.body_bytes_received if channel.request is not None else 0


def _at_work(server: Any) -> bool:
    channels = list(server.active_channels.values())
    return any(channel.requests or channel.total_outbufs_len for channel in channels)
