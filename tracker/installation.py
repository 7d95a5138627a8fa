"""The way in which the program was installed, and the line that adds an extra to it."""

import json
import os
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

DISTRIBUTION = "mou-tracker"


def line_adding(extra: str) -> str:
    """The command that installs the program again, from where it came and by what installed it, with an extra."""
    return f"{installer(Path(sys.prefix))} {requirement(extra, _origin())}"


def installer(root: Path) -> str:
    """The command that installs into the environment at `root`: each tool leaves a file of its own there."""
    if (root / "pipx_metadata.json").exists():
        return "pipx install --force"
    if (root / "uv-receipt.toml").exists():
        return "uv tool install --force"
    own = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if not find_spec("pip"):  # uv makes environments without it
        return f"uv pip install --python {own}"
    if sys.prefix == sys.base_prefix or os.environ.get("VIRTUAL_ENV") == str(root):
        return "pip install"
    return f"{own} -m pip install"  # another environment's pip would be found first


def requirement(extra: str, origin: dict[str, Any]) -> str:
    """The program with an extra as an installer takes it, by the record of its origin (PEP 610).

    In double quotes, which every shell understands; those of cmd.exe are no others.
    """
    url = origin.get("url", "")
    if "vcs_info" in origin:
        return f'"{DISTRIBUTION}[{extra}] @ {origin["vcs_info"]["vcs"]}+{url}"'
    if not url.startswith("file:"):
        return f'"{DISTRIBUTION}[{extra}]"'
    editable = "-e " if origin.get("dir_info", {}).get("editable") else ""
    return f'{editable}"{url2pathname(urlsplit(url).path)}[{extra}]"'


def _origin() -> dict[str, Any]:
    """The record of its origin that an installer leaves; empty for what came from the package index."""
    try:
        found = distribution(DISTRIBUTION).read_text("direct_url.json")
    except PackageNotFoundError:
        return {}
    origin: dict[str, Any] = json.loads(found or "{}")
    return origin
