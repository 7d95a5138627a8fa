"""The keys of config.toml that mean nothing: a slip of the pen there would otherwise never be noticed."""

from tracker import errors
from tracker.cli.input.suggestions import nearest
from tracker.cli.session import Session
from tracker.message import Message, msg
from tracker.model.changes.thresholds import THRESHOLDS
from tracker.reports.report import Ref
from tracker.settings import KEYS, config_path, unknown_keys


def warn_of_unknown_keys(session: Session) -> None:
    """Name each of them, with what was probably meant; a file that cannot be read is told of elsewhere."""
    path = config_path(session.environ)
    try:
        keys = unknown_keys(path)
    except errors.TrackerError:
        return
    for key in keys:
        session.warn(_told(key, str(path)))


def _told(key: str, path: str) -> Message:
    named = {"key": key, "path": path}
    wanted = key.replace("-", "_")
    if wanted in THRESHOLDS:
        command = Ref(f"tracker config {wanted} …")
        return msg("“{key}” in {path} has no effect: the tracker itself keeps it; {command}", **named, command=command)
    near = nearest(wanted, KEYS)
    if near:
        return msg("“{key}” in {path} is not a setting; did you mean {near}?", **named, near=Ref(near))
    return msg("“{key}” in {path} is not a setting.", **named)
