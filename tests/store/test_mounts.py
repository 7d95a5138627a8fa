import ntpath
import os
from pathlib import Path

import pytest

from tracker.store.file.mounts import risky_place

TABLE = r"""22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 22 0:35 / /srv rw shared:9 - nfs4 server:/export rw,vers=4.2
41 40 0:36 / /srv/local rw shared:10 - xfs /dev/vdb rw
42 22 0:37 / /mnt/my\040share rw - cifs //server/share rw
43 22 0:38 / /mnt/ssh rw master:1 - fuse.sshfs user@host: rw
44 22 0:39 / /mnt/disk rw - fuseblk /dev/sdc1 rw
45 22 0:40 / /mnt/over rw - ext4 /dev/sdd1 rw
46 22 0:41 / /mnt/over rw - smb3 //server/share rw
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/user/t.json", None),
        ("/srv/t.json", "nfs4"),
        ("/srv/deep/er/t.json", "nfs4"),
        ("/srvx/t.json", None),
        ("/srv/local/t.json", None),
        ("/mnt/my share/t.json", "cifs"),
        ("/mnt/ssh/t.json", "fuse.sshfs"),
        ("/mnt/disk/t.json", None),
        ("/mnt/over/t.json", "smb3"),
        ("/home/user/Dropbox/x/t.json", "Dropbox"),
        ("/home/user/Dropbox (Personal)/t.json", "Dropbox (Personal)"),
        ("/home/user/OneDrive - Company/t.json", "OneDrive - Company"),
        ("/home/user/dropboxes/t.json", None),
        ("/home/user/files/dropbox", None),
    ],
)
def test_the_place_decides(tmp_path: Path, place: str, kind: str | None) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(TABLE)
    assert risky_place(place, str(table)) == kind


def test_a_mark_of_a_synchroniser_in_a_folder_above_is_seen(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    assert risky_place(tmp_path / "shared" / "a" / "t.json", "absent") == "shared"
    assert risky_place(tmp_path / "t.json", "absent") is None


def test_a_link_into_a_risky_place_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "t.json").symlink_to(tmp_path / "Nextcloud" / "t.json")
    assert risky_place(tmp_path / "t.json", "absent") == "Nextcloud"


def test_this_machine_is_judged_without_a_failure(tmp_path: Path) -> None:
    assert risky_place(tmp_path / "t.json") in {None, "9p", "virtiofs"}


@pytest.mark.parametrize(("place", "kind"), [(r"\\server\share\t.json", "smb"), (r"C:\Users\a\t.json", None)])
def test_a_folder_of_another_computer_is_known_by_its_path_on_windows(
    monkeypatch: pytest.MonkeyPatch, place: str, kind: str | None
) -> None:
    monkeypatch.setattr(os.path, "realpath", str)
    monkeypatch.setattr(os.path, "splitdrive", ntpath.splitdrive)
    assert risky_place(place) == kind
