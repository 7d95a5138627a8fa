"""The places where no program can keep the promises of the file: network drives, synchronised folders.

Locks may do nothing there, a flush may reach only another computer's memory, and a synchroniser makes "conflicted
copies" of what two people change. `check` says so, and the first write once.
"""

import os
from pathlib import PurePath

_NETWORK = frozenset(
    {"9p", "afp", "afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4"}
    | {"ocfs2", "orangefs", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs", "webdav"}
)
_SYNCHRONISED = (
    *("creative cloud files", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive"),
    *("mega", "megasync", "mobile documents", "my drive", "nextcloud", "onedrive", "owncloud"),
    *("pcloud", "pclouddrive", "seafile", "syncthing", "tresorit", "yandex.disk"),
)
_MARKS = (".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log")


def risky_place(path: str | os.PathLike[str], mounts: str = "/proc/self/mountinfo") -> str | None:
    """The kind of file system (`nfs4`) or the folder (`Dropbox`) that makes `path` a risky place, None if it is fine.

    The file need not exist. Systems without the `mounts` table are judged by the names of folders alone.
    """
    real = os.path.realpath(path)
    return _network(real, mounts) or _synchronised(PurePath(real).parent)


def _network(real: str, mounts: str) -> str | None:
    if os.path.splitdrive(real)[0].startswith("\\\\"):  # Windows: a folder of another computer, under a letter too
        return "smb"
    kind = ""
    longest = -1
    for point, found in _mounts(mounts):
        under = real == point or real.startswith(point.rstrip("/") + "/")
        if under and len(point) >= longest:  # of two on one place the later one covers the earlier
            kind, longest = found, len(point)
    return kind if kind in _NETWORK or kind.startswith("fuse.") else None


def _mounts(table: str) -> list[tuple[str, str]]:
    """The mount point and kind of each line of proc(5)'s mountinfo."""
    try:
        with open(table, encoding="utf-8", errors="surrogateescape") as lines:  # noqa: PTH123 - a name, as given
            rows = [line.split(" - ", 1) for line in lines]
    except OSError:
        return []
    return [(_unescaped(left.split(" ")[4]), right.split(" ")[0]) for left, right in rows]


def _unescaped(point: str) -> str:
    for code, char in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, char)
    return point


def _synchronised(folder: PurePath) -> str | None:
    for each in (folder, *folder.parents):
        name = each.name.casefold()
        # Accounts and companies follow the name: Dropbox (Personal), OneDrive - Company
        if any(name == known or name.startswith((f"{known} ", f"{known}-")) for known in _SYNCHRONISED):
            return each.name
        if any(os.path.lexists(each / mark) for mark in _MARKS):
            return each.name
    return None
