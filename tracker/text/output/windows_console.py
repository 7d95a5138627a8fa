"""The console window of Windows, asked to read control sequences: it can from Windows 10 on, and shows them else."""

import sys

_STREAMS = (-11, -12)  # standard output and standard error, as Windows numbers them
_READS_SEQUENCES = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING


def read_sequences() -> None:
    """Ask the window at the end of either stream; a stream that ends elsewhere has none."""
    if sys.platform != "win32":
        return
    import ctypes  # noqa: PLC0415 - on Windows alone
    from ctypes import wintypes  # noqa: PLC0415 - as above

    system = ctypes.windll.kernel32
    system.GetStdHandle.restype = wintypes.HANDLE
    for stream in _STREAMS:
        handle, mode = wintypes.HANDLE(system.GetStdHandle(stream)), wintypes.DWORD()
        if system.GetConsoleMode(handle, ctypes.byref(mode)):
            system.SetConsoleMode(handle, mode.value | _READS_SEQUENCES)
