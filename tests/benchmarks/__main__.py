"""Prints the table: `python -m tests.benchmarks [ROUNDS]`.

In every round each command runs once, in turn, so that whatever else the machine does meets all of them alike. What
counts is the median of the processor time, divided by the median of a bare interpreter in the same rounds.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.cases import (
    BARE,
    FRESH_UPDATE,
    HUGE_LIST,
    HUGE_UPDATES,
    LONG_UPDATE,
    SAME_TASKS,
    Case,
    Tasks,
    cases,
    environ,
)
from tests.benchmarks.cost import Cost, run

ROUNDS = 9
REVISIONS = 10_000
GOALS = {"tracker --version": 3, "tracker --help": 9, "tracker list": 12, "tracker list, on a terminal": 12}
GOALS_OF_FORMATS = {"terminal": 12, "md": 12, "json": 12, "html": 25, "xlsx": 30, "docx": 60, "pdf": 30}
LONGEST = 5.0  # seconds for any document of 1,000 activities
MAKE_MANY = (sys.executable, "-m", "tests.benchmarks.many_activities")
ALLOWANCE = 0.1  # seconds that 10,000 revisions may add to twice the cost of a fresh store


def main() -> None:
    """Measures everything and prints the table."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        _print(measured(Path(folder), rounds), rounds)


def measured(folder: Path, rounds: int) -> dict[str, Cost]:
    """The median cost of each command; a round before them fills the caches."""
    long_history = folder / "long.json"
    # In a process of its own: the memory of this one would count as that of the programs it starts.
    make = [sys.executable, "-m", "tests.benchmarks.long_history", str(long_history), str(REVISIONS)]
    subprocess.run(make, check=True)
    demo, large, huge = folder / "demo.json", folder / "large.json", folder / "huge.json"
    for place, *numbers in ((demo, 0), (large, 1_000), (huge, 10_000, REVISIONS)):
        subprocess.run([*MAKE_MANY, str(place), *map(str, numbers)], check=True)
    tasks = Tasks(folder / "same.data", folder / "short.data")
    subprocess.run([sys.executable, "-m", "tests.benchmarks.many_tasks", str(huge), *map(str, tasks)], check=True)
    everything = cases(long_history, demo, large, huge, tasks)
    costs: dict[str, list[Cost]] = {case.name: [] for case in everything}
    for number in range(rounds + 1):
        for case in everything:
            cost = _once(case, folder)
            if number:
                costs[case.name].append(cost)
    return {name: Cost(*map(median, zip(*found, strict=True))) for name, found in costs.items()}


def _once(case: Case, folder: Path) -> Cost:
    with tempfile.TemporaryDirectory(dir=folder) as home:
        case.prepare(Path(home))
        return run(case.command, environ(Path(home)), Path(home), terminal=case.terminal)


def _print(costs: dict[str, Cost], rounds: int) -> None:
    bare = costs[BARE.name].cpu
    print(f"Processor time, median of {rounds} interleaved runs; × is a bare interpreter ({BARE.name}).\n")
    print(f"{'command':38} {'ms':>7} {'×':>6} {'goal':>6} {'MB':>5}")
    for name, cost in costs.items():
        goal = _goal(name, costs)
        ratio = cost.cpu / bare
        allowed = f"{goal:6.1f}" if goal else " " * 6
        missed = "  missed" if goal and ratio > goal else ""
        print(f"{name:38} {cost.cpu * 1000:7.1f} {ratio:6.2f} {allowed} {cost.memory:5.0f}{missed}")


def _goal(name: str, costs: dict[str, Cost]) -> float | None:
    """The most that a command may cost, as a multiple of a bare interpreter; None where nothing is promised."""
    if name == HUGE_LIST and SAME_TASKS in costs:
        return costs[SAME_TASKS].cpu / costs[BARE.name].cpu
    if name in (LONG_UPDATE, *HUGE_UPDATES):
        return (2 * costs[FRESH_UPDATE].cpu + ALLOWANCE) / costs[BARE.name].cpu
    if name.startswith("report evaluation, "):
        return GOALS_OF_FORMATS[name.partition(", ")[2]]
    if name.startswith("matrix of 1,000, "):
        return LONGEST / costs[BARE.name].cpu
    return GOALS.get(name)


if __name__ == "__main__":
    main()
