"""A tracker on a disk of 64 KiB that fills up, in a mount namespace that nobody else sees.

    unshare -m --propagation private small_disk.py FOLDER

The disk goes with this process. Without the right to mount one it ends with `UNABLE`.
"""

import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.store.running import litter, run, value, words

UNABLE = 77


def mount(*words: str) -> bool:
    return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0


def fill(disk: Path) -> None:
    """Write until nothing more fits: what was acknowledged is there, and with room again all goes on."""
    path = disk / "tracker.json"
    stored: list[str] = []
    while len(stored) < 100 and not (done := run(path, "add", f"{len(stored)}-{'x' * 1500}")).returncode:
        stored.append(done.stdout.strip())
    assert done.stderr.startswith("NoSpace")
    assert words(path) == stored
    assert litter(path) == set()
    assert mount("-o", "remount,size=512k", str(disk))
    assert run(path, "set", 7).returncode == 0
    assert value(path) == 7


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if not mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)):
        sys.exit(UNABLE)
    fill(folder)
