"""Prints the table: `python -m tests.benchmarks [ROUNDS]`, or `… start [ROUNDS]` for what starting costs alone.

In every round each command runs once, in turn, so that whatever else the machine does meets all of them alike. What
counts is the median of the processor time, divided by the median of a bare interpreter in the same rounds. The ratios
below the table compare with programs that do the same or nothing, in the same rounds too.
"""

import platform
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.cases import (
    BARE,
    CHECK,
    COMPLETION,
    FIRST_SCREEN,
    FRESH_UPDATE,
    HUGE_LIST,
    HUGE_STATUS,
    HUGE_TWENTY,
    HUGE_UPDATES,
    LEAST,
    LEAST_ON_TERMINAL,
    LIST,
    LIST_ON_TERMINAL,
    LONG_UPDATE,
    MERGES,
    SAME_TASKS,
    SHEETS,
    STARTS,
    TRACKER,
    VERIFY,
    Case,
    Copies,
    Programmes,
    Tasks,
    cases,
    environ,
)
from tests.benchmarks.cost import Cost, run

ROUNDS = 9
REVISIONS, DAYS = 10_000, 211
GOALS = {
    "tracker --version": 3,
    "tracker --help": 9,
    **dict.fromkeys((HUGE_TWENTY, HUGE_STATUS), 17),
    HUGE_UPDATES[0]: 18,
    FIRST_SCREEN: 24,
    COMPLETION: 16,
    CHECK: 70,
    VERIFY: 120,
    **dict.fromkeys(SHEETS, 40),
}
# What is compared with what, and the most that the first may take of the second.
RATIOS = {
    LIST: (LEAST, 1.15),
    LIST_ON_TERMINAL: (LEAST_ON_TERMINAL, 1.25),
    HUGE_LIST: (SAME_TASKS, 0.6),
    **dict.fromkeys(MERGES, (HUGE_LIST, 4.0)),
}
GOALS_OF_FORMATS = {"terminal": 12, "md": 12, "json": 12, "html": 25, "xlsx": 30, "docx": 60, "pdf": 35}
LONGEST = 5.0  # seconds for any document of 1,000 activities
MAKE_MANY = (sys.executable, "-m", "tests.benchmarks.many_activities")
ALLOWANCE = 0.1  # seconds that 10,000 revisions may add to twice the cost of a fresh store


def main() -> None:
    """Measures everything and prints the table."""
    arguments = sys.argv[1:]
    starts = arguments[:1] == ["start"]
    rounds = int(arguments[starts]) if arguments[starts:] else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        costs = measured(STARTS if starts else _everything(place), place, rounds)
    _print(costs, rounds)
    _print_ratios(costs)


def _everything(folder: Path) -> list[Case]:
    """All cases, with the trackers and the tasks that they read."""
    long_history = folder / "long.json"
    # In a process of its own: the memory of this one would count as that of the programs it starts.
    make = [sys.executable, "-m", "tests.benchmarks.long_history", str(long_history), str(REVISIONS)]
    subprocess.run(make, check=True)
    demo, large, huge, own = (folder / f"{name}.json" for name in ("demo", "large", "huge", "own"))
    for place, *numbers in ((demo, 0), (large, 1_000), (huge, 10_000, REVISIONS), (own, 10_000, REVISIONS, DAYS)):
        subprocess.run([*MAKE_MANY, str(place), *map(str, numbers)], check=True)
    tasks = Tasks(folder / "same.data", folder / "short.data")
    subprocess.run([sys.executable, "-m", "tests.benchmarks.many_tasks", str(huge), *map(str, tasks)], check=True)
    copies = Copies(*(folder / name for name in ("ours.json", "theirs.json", "given.json")))
    make = [sys.executable, "-m", "tests.benchmarks.two_copies", *map(str, copies), "10000", "1000"]
    subprocess.run(make, check=True)
    exported = folder / "huge.csv"
    subprocess.run(
        [TRACKER, "--db", str(huge), "export", "activities", "-o", str(exported)], check=True, stdout=subprocess.DEVNULL
    )
    subprocess.run([sys.executable, "-m", "tests.benchmarks.sheets", str(folder), str(exported)], check=True)
    return cases(long_history, Programmes(demo, large, huge, own, exported, folder), tasks, copies)


def measured(chosen: list[Case], folder: Path, rounds: int) -> dict[str, Cost]:
    """The median cost of each command; a round before them fills the caches."""
    costs: dict[str, list[Cost]] = {case.name: [] for case in chosen}
    for number in range(rounds + 1):
        for case in chosen:
            cost = _once(case, folder)
            if number:
                costs[case.name].append(cost)
    return {name: Cost(*map(median, zip(*found, strict=True))) for name, found in costs.items()}


def _once(case: Case, folder: Path) -> Cost:
    with tempfile.TemporaryDirectory(dir=folder) as home:
        case.prepare(Path(home))
        known = {**environ(Path(home)), **case.environ}
        shown = {"terminal": case.terminal, "typed": case.typed}
        return run(case.command, known, Path(home), **shown, code=case.code)


def _print(costs: dict[str, Cost], rounds: int) -> None:
    bare = costs[BARE.name].cpu
    print(_interpreter())
    print(f"Processor time, median of {rounds} interleaved runs; × is a bare interpreter ({BARE.name}).\n")
    print(f"{'command':38} {'ms':>7} {'×':>6} {'goal':>6} {'MB':>5}")
    for name, cost in costs.items():
        goal = _goal(name, costs)
        ratio = cost.cpu / bare
        allowed = f"{goal:6.1f}" if goal else " " * 6
        missed = "  missed" if goal and ratio > goal else ""
        print(f"{name:38} {cost.cpu * 1000:7.1f} {ratio:6.2f} {allowed} {cost.memory:5.0f}{missed}")


def _print_ratios(costs: dict[str, Cost]) -> None:
    """Each list beside the program that it is compared with, where that was measured."""
    print(f"\n{'compared in the same rounds':78} {'ratio':>6} {'goal':>6}")
    for name, (other, goal) in RATIOS.items():
        if other in costs:
            ratio = costs[name].cpu / costs[other].cpu
            print(f"{f'{name} ÷ {other}':78} {ratio:6.2f} {goal:6.2f}{'  missed' if ratio > goal else ''}")


def _interpreter() -> str:
    """Whose starts are counted: how it was built changes every ratio but those to programs in Python."""
    build = str(sysconfig.get_config_var("CONFIG_ARGS") or "")
    parts = {"PGO": "--enable-optimizations", "LTO": "--with-lto"}
    using = " and ".join(name for name, option in parts.items() if option in build) or "neither PGO nor LTO"
    return f"{platform.python_implementation()} {platform.python_version()}, built with {using}; {sys.executable}"


def _goal(name: str, costs: dict[str, Cost]) -> float | None:
    """The most that a command may cost, as a multiple of a bare interpreter; None where nothing is promised."""
    other, most = RATIOS.get(name, ("", 0.0))
    if other in costs:
        return most * costs[other].cpu / costs[BARE.name].cpu
    if name in (LONG_UPDATE, HUGE_UPDATES[1]):
        return (2 * costs[FRESH_UPDATE].cpu + ALLOWANCE) / costs[BARE.name].cpu
    if name.startswith("report evaluation, "):
        return GOALS_OF_FORMATS[name.partition(", ")[2]]
    if name.startswith("matrix of 1,000, "):
        return LONGEST / costs[BARE.name].cpu
    return GOALS.get(name)


if __name__ == "__main__":
    main()
