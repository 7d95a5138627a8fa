"""What no program of our kind can go below: Typer, TinyDB and msgspec, with two commands that do nothing.

`python -I skeleton.py list` is measured beside `tracker list`; `python -I skeleton.py --rich list` beside the same on
a terminal, where Rich lays out and paints.
"""

import sys

import msgspec
import tinydb
import typer

USED = [msgspec.Struct, tinydb.TinyDB]
app = typer.Typer(add_completion=False)


@app.command("list")
def list_records(limit: int = 20) -> None:
    """Say one line."""
    print("list", limit)


@app.command()
def status() -> None:
    """Say another."""
    print("status")


if __name__ == "__main__":
    if sys.argv[1] == "--rich":
        from rich.console import Console
        from rich.table import Table

        USED += [Console, Table]
        del sys.argv[1]
    app()
