from typing import Literal

import platformdirs
import pytest

from tracker.settings import user_folder


@pytest.mark.parametrize("home", ["/home/sara", "/", "", "relative", None])
@pytest.mark.parametrize("given", ["/srv/sara", "/srv/sara/", "", "relative", "~/x", None])
@pytest.mark.parametrize("kind", ["config", "data"])
def test_folders_are_those_of_platformdirs(
    kind: Literal["config", "data"], given: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("HOME", home), ("XDG_CONFIG_HOME", given), ("XDG_DATA_HOME", given)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    wanted = {"config": platformdirs.user_config_path, "data": platformdirs.user_data_path}[kind]
    assert user_folder(kind) == wanted("tracker", appauthor=False)
