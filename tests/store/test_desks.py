"""Three desks that work at random and hand each other files: nothing is lost, doubled, stale or decided silently."""

from pathlib import Path

import pytest

from tests.servers import Server
from tests.store.counted import assert_counted
from tests.store.programmes import play


@pytest.mark.sampled(3)
@pytest.mark.parametrize("withholding", [False, True])
@pytest.mark.parametrize("seed", [*range(12), 1402])  # 1402: papers found to be one before either was there
def test_three_desks_come_to_one_head(tmp_path: Path, seed: int, withholding: bool) -> None:
    play(tmp_path, seed, withholding=withholding)


@pytest.mark.parametrize("withholding", [False, True])
@pytest.mark.parametrize("seed", [2, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(200, 215))])
def test_one_of_the_three_may_be_on_a_server(server: Server, tmp_path: Path, seed: int, withholding: bool) -> None:
    played = play(tmp_path, seed, withholding=withholding, address=server.address(f"d{seed}{int(withholding)}"))
    assert_counted(played.desks[0].store)


@pytest.mark.slow
@pytest.mark.sampled(4)
@pytest.mark.parametrize("seeds", [range(start, start + 25) for start in range(1000, 1100, 25)], ids=str)
def test_many_programmes_of_three_desks(tmp_path: Path, seeds: range) -> None:
    met = 0
    for seed in seeds:
        folder = tmp_path / str(seed)
        folder.mkdir()
        met += play(folder, seed, withholding=bool(seed % 3)).merged
    assert met
