"""A go-between on the way to a server, which cuts the connection where it is told to."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

SOCKET = ".s.PGSQL.5432"


class Proxy:
    """Forwards to a server until a client sends `word` for the first time: then it ends that connection.

    Without `delivered` the server never gets what was sent then; with it, only the client gets no answer. After that
    everybody is let through, or nobody if it is `for_good`.
    """

    def __init__(self, folder: Path, server: Path, word: bytes, *, delivered: bool, for_good: bool = False) -> None:
        self.folder, self._server, self._word, self._delivered = folder, server, word, delivered
        self._cut, self._for_good = False, for_good
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(folder / SOCKET))
        self._listening.listen(20)
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    def _start(self, work: Callable[..., None], *given: socket.socket) -> None:
        self._threads.append(threading.Thread(target=work, args=given, daemon=True))
        self._threads[-1].start()

    def close(self) -> None:
        """Let nobody in any more, and wait until everybody is gone: no thread is left to the next test."""
        self._listening.shutdown(socket.SHUT_RDWR)  # who waits for the next one is told
        self._listening.close()
        for thread in self._threads:
            thread.join(10)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                if self._cut and self._for_good:
                    client.close()
                    continue
                server = socket.socket(socket.AF_UNIX)
                server.connect(str(self._server / SOCKET))
                self._start(self._forward, client, server)
                self._start(self._answer, server, client)

    def _forward(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while data := client.recv(1 << 16):
                if self._word in data and not self._cut:
                    self._cut = True
                    client.shutdown(socket.SHUT_RDWR)
                    if self._delivered:
                        server.sendall(data)
                        time.sleep(0.3)  # for what it was told to do
                    break
                server.sendall(data)
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
        server.close()

    def _answer(self, server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while data := server.recv(1 << 16):
                client.sendall(data)
        with suppress(OSError):
            client.shutdown(socket.SHUT_RDWR)
        client.close()
