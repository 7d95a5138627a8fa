"""Which terminals share what is kept of an answer."""

import os

from hypothesis import given
from hypothesis import strategies as st

from tracker.text.terminals.answer_key import key_of
from tracker.text.terminals.owner import NOBODY, Owner, owner

BARE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def test_programs_with_the_same_variables_share_nothing() -> None:
    """QTerminal and PuTTY set nothing of their own."""
    ours, parent = os.getpid(), owner()
    assert key_of(BARE, Owner(ours, "qterminal-like")) == key_of(BARE, Owner(ours, "other name, same program"))
    assert key_of(BARE, Owner(ours, "a")) != key_of(BARE, Owner(1 << 30, "b"))
    assert key_of(BARE, Owner(1 << 30, "b")) != key_of(BARE, Owner(1 << 30, "c"))
    assert key_of(BARE, NOBODY) != key_of(BARE, Owner(ours, "a"))
    assert parent == owner()


def test_what_identifies_a_window_is_no_part_of_the_key() -> None:
    here = Owner(os.getpid(), "x")
    assert key_of({**BARE, "KITTY_WINDOW_ID": "1"}, here) == key_of({**BARE, "KITTY_WINDOW_ID": "2"}, here)
    assert key_of({**BARE, "WINDOWID": "1"}, here) == key_of(BARE, here)
    assert key_of({**BARE, "KITTY_WINDOW_ID": "1"}, here) != key_of(BARE, here)
    assert key_of({**BARE, "VTE_VERSION": "7006"}, here) != key_of({**BARE, "VTE_VERSION": "7600"}, here)


def test_over_a_connection_it_is_the_connection() -> None:
    far = Owner(os.getpid(), "sshd")
    keys = {key_of({**BARE, "SSH_CONNECTION": f"192.0.2.1 {port} 192.0.2.2 22"}, far) for port in (50000, 50001)}
    assert len(keys) == 2
    assert key_of(BARE, far) not in keys


@given(st.dictionaries(st.sampled_from(["TERM", "COLORTERM", "SSH_CONNECTION"]), st.text()))
def test_any_environment_has_a_key(environ: dict[str, str]) -> None:
    assert len(key_of(environ, NOBODY)) == 8
