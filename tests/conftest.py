import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

LEFT_OUT = ("slow", "terminal", "office", "long")
TERMINALS = Path(__file__).parent / "terminals"

# Modules that Windows lacks, and the helpers of tests that need one.
OF_POSIX = re.compile(
    r"^(?:import|from) (?:fcntl|pty|pwd|resource|termios|tty|tests\.cli|tests\.text\.terminals\.asked)\b", re.MULTILINE
)

# How long an example takes on a busy machine is nobody's fault.
settings.register_profile("untimed", deadline=None)
settings.register_profile("few", deadline=None, max_examples=5)  # to see which lines are reached
settings.load_profile("untimed")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out on Windows the files of tests that import what it lacks."""
    if sys.platform == "win32" and collection_path.suffix == ".py":
        return OF_POSIX.search(collection_path.read_text(encoding="utf-8")) is not None or None
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what looks at windows, and leave out what takes its time unless markers are asked for.

    Of many cases of one kind (`sampled`) one in so many runs every day, and the others with what is run at length.

    An -m in the options of pyproject.toml would do the latter too, but after syrupy has counted the tests: it tells of
    goldens that nobody uses only when all that it counted were run.
    """
    for item in items:
        if TERMINALS in item.path.parents:
            item.add_marker(pytest.mark.terminal)
            _keep_windows_together(item)
    _leave_out_alike(items)
    asked = config.option.markexpr
    names = [] if "long" in asked else ["long"] if asked else LEFT_OUT
    left_out = {item for item in items if any(map(item.get_closest_marker, names))}
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]


def _leave_out_alike(items: list[pytest.Item]) -> None:
    met: Counter[str] = Counter()
    for item in items:
        sampled = item.get_closest_marker("sampled")
        if sampled is not None:
            name = item.nodeid.partition("[")[0]
            if met[name] % sampled.args[0]:
                item.add_marker(pytest.mark.long)
            met[name] += 1


def _keep_windows_together(item: pytest.Item) -> None:
    """Give all tests of a window to one process, so that it is opened once, on that process's own display."""
    if isinstance(item, pytest.Function) and "terminal" in item.fixturenames:
        item.add_marker(pytest.mark.xdist_group(item.callspec.params["terminal"]))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """None, which means one for each core, unless a single file is asked for: it is done before they are ready."""
    asked = {argument.partition("::")[0] for argument in config.args}
    return 0 if len(asked) == 1 and Path(*asked).is_file() else None
