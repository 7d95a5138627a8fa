"""The terminal by its variables: what each sets when it is started from a desktop, and what leaks from another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.emission import EMISSIONS
from tracker.text.terminals.environment import FAMILY_VARIABLES, by_environment, multiplexer
from tracker.text.terminals.families import FAMILIES, UNKNOWN

XFCE = {"TERM": "xterm-256color", "VTE_VERSION": "7006", "COLORTERM": "truecolor"}
KONSOLE = {"TERM": "xterm-256color", "KONSOLE_VERSION": "221203", "COLORTERM": "truecolor"}
XTERM = {"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}

OWN = [
    ("xterm", XTERM),
    ("vte", XFCE),
    ("konsole", KONSOLE),
    ("mlterm", {"TERM": "mlterm", "MLTERM": "3.9.0"}),
    ("kitty", {"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1", "KITTY_PID": "7"}),
    ("alacritty", {"TERM": "alacritty", "ALACRITTY_LOG": "/tmp/Alacritty-7.log"}),
    ("alacritty", {"TERM": "xterm-256color", "ALACRITTY_WINDOW_ID": "7"}),
    ("urxvt", {"TERM": "rxvt-unicode-256color", "COLORTERM": "rxvt-xpm"}),
    ("st", {"TERM": "st-256color"}),
    ("zutty", {"TERM": "xterm-256color", "ZUTTY_VERSION": "0.14"}),
    ("putty", {"TERM": "putty-256color"}),
    ("windows-terminal", {"WT_SESSION": "0-1-2"}),
    ("windows-terminal", {"TERM": "xterm-256color", "WT_SESSION": "0-1-2"}),
    ("apple-terminal", {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}),
    ("iterm2", {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}),
    ("vscode", {"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}),
    ("wezterm", {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm", "WEZTERM_PANE": "0"}),
    ("ghostty", {"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}),
    ("foot", {"TERM": "foot"}),
    ("mintty", {"TERM": "xterm", "TERM_PROGRAM": "mintty"}),
    ("linux", {"TERM": "linux"}),
]


@pytest.mark.parametrize(("family", "environ"), OWN)
def test_each_terminal_is_known_by_what_it_sets(family: str, environ: dict[str, str]) -> None:
    found = by_environment(environ)
    assert found is not None
    assert (found.family, found.mode) == (family, FAMILIES[family].mode)


@pytest.mark.parametrize(
    ("family", "environ"),
    [
        ("urxvt", {**XFCE, "TERM": "rxvt-unicode-256color"}),
        ("st", {**KONSOLE, "TERM": "st-256color"}),
        ("mlterm", {**XFCE, "TERM": "mlterm", "MLTERM": "3.9.0"}),
        ("kitty", {**XFCE, "TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}),
        ("alacritty", {**KONSOLE, "TERM": "alacritty"}),
    ],
)
def test_a_name_in_term_is_not_inherited(family: str, environ: dict[str, str]) -> None:
    found = by_environment(environ)
    assert found is not None
    assert found.family == family


@pytest.mark.parametrize(
    "environ",
    [
        {**XFCE, **KONSOLE},  # one started from the other, either way round
        {**XFCE, **XTERM},  # xterm from VTE
        {**XTERM, **XFCE},  # VTE from xterm
        {**KONSOLE, "TERM": "xterm"},  # pterm from Konsole
        {**XFCE, "TERM": "xterm"},  # pterm from VTE
        {"TERM": "xterm", "KITTY_WINDOW_ID": "1"},  # pterm from kitty
        {"TERM": "xterm", "TERM_PROGRAM": "vscode"},  # pterm from VS Code
        {**KONSOLE, "TERM_PROGRAM": "vscode"},  # VS Code from Konsole
        {"TERM": "xterm"},  # pterm itself
        {"TERM": "xterm-256color", "COLORTERM": "truecolor"},  # qterminal itself
        {"TERM": "vt220", "VTE_VERSION": "7006"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "another"},
        {},
    ],
)
def test_nothing_is_concluded_from_what_may_have_leaked(environ: dict[str, str]) -> None:
    assert by_environment(environ) is None


@pytest.mark.parametrize(
    ("name", "environ", "above"),
    [
        ("tmux", {"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "tmux-256color"}, ""),
        ("tmux", {"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "screen-256color"}, ""),
        ("tmux", {"TERM": "tmux"}, ""),
        ("tmux", XFCE, "tmux: server"),
        ("screen", {"STY": "7.pts-0.host", "TERM": "screen.xterm-256color"}, "screen"),
        ("screen", {"TERM": "screen"}, ""),
        ("zellij", {**XFCE, "ZELLIJ": "0"}, "zellij"),
        ("mosh", XFCE, "mosh-server"),
        ("", XFCE, "xfce4-terminal"),
        ("", {}, ""),
    ],
)
def test_a_multiplexer_is_seen(name: str, environ: dict[str, str], above: str) -> None:
    assert multiplexer(environ, above) == name


values = st.text(max_size=12) | st.sampled_from(["xterm", "xterm-256color", "screen", "vscode", "dumb", "7006"])
environments = st.dictionaries(st.sampled_from(["TERM", "TERM_PROGRAM", "TMUX", "STY", *FAMILY_VARIABLES]), values)


@given(environments)
def test_any_environment_gives_a_mode_or_nothing(environ: dict[str, str]) -> None:
    found = by_environment(environ)
    assert found is None or found.mode == FAMILIES[found.family].mode
    assert multiplexer(environ, environ.get("TERM", "")) in {"tmux", "screen", ""}


def test_every_rule_gives_an_emission_that_exists() -> None:
    assert {mode for family in (*FAMILIES.values(), UNKNOWN) for mode in (family.mode, family.inside)} <= set(EMISSIONS)
