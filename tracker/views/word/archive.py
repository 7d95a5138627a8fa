"""A zip archive without the time at which it was packed: the same document gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tracker.views.made_at import EARLIEST


def without_times(archive: bytes) -> bytes:
    """The archive with the same files in the same order, all of the earliest time."""
    made = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, EARLIEST.timetuple()[:6]), old.read(name), ZIP_DEFLATED)
    return made.getvalue()
