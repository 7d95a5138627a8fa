"""How each terminal is started: black on white, DejaVu Sans Mono of 20 pixels, 100 columns and 48 rows or nearly."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

FONT = "DejaVu Sans Mono"
PIXELS = 20
POINTS = 15  # at 96 dots per inch
COLUMNS, ROWS = 100, 48
_CELL_WIDTH, _CELL_HEIGHT = 12, 24
_SIZE = f"{COLUMNS}x{ROWS}+0+0"
_DBUS = ["dbus-run-session", "--"]


class Driver(NamedTuple):
    """The program, what else must be installed, and its command line: `command(home, script)` shows the script.

    `home` is the empty home folder that the terminal will have; settings are written there.
    """

    program: str
    command: Callable[[Path, str], list[str]]
    needs: tuple[str, ...] = ()


def _xterm(home: Path, script: str) -> list[str]:
    look = ["-fa", FONT, "-fs", str(POINTS), "-bg", "white", "-fg", "black"]
    return ["xterm", "-u8", *look, "-geometry", _SIZE, "-e", script]


def _alacritty(home: Path, script: str) -> list[str]:
    settings = f"""
font:
  size: {POINTS}
  normal: {{family: {FONT}}}
window:
  dimensions: {{columns: {COLUMNS}, lines: {ROWS}}}
  position: {{x: 0, y: 0}}
colors:
  primary: {{background: '#ffffff', foreground: '#000000'}}
  normal: {{red: '#cd0000', green: '#00cd00', yellow: '#cdcd00', blue: '#0000ee'}}
"""
    return ["alacritty", "--config-file", _setting(home, "alacritty.yml", settings), "-e", script]


def _urxvt(home: Path, script: str) -> list[str]:
    # urxvt makes cells as wide as the widest letter of the font, one pixel more than the others.
    look = ["-fn", f"xft:{FONT}:pixelsize={PIXELS}", "-letsp", "-1", "-bg", "white", "-fg", "black", "+sb"]
    return ["urxvt", *look, "-geometry", _SIZE, "-e", script]


def _st(home: Path, script: str) -> list[str]:
    # Its colours are compiled in; the escape sequences make the window black on white before anything is shown.
    inside = f"printf '\\033]10;#000000\\007\\033]11;#ffffff\\007'; exec {script}"
    return ["stterm", "-f", f"{FONT}:pixelsize={PIXELS}", "-g", _SIZE, "-e", "sh", "-c", inside]


def _xfce4_terminal(home: Path, script: str) -> list[str]:
    bare = ["--hide-menubar", "--hide-scrollbar", "--hide-borders", "--hide-toolbar"]
    look = [f"--font={FONT} {POINTS}", "--color-bg=#ffffff", "--color-text=#000000"]
    return [*_DBUS, "xfce4-terminal", "--disable-server", f"--geometry={_SIZE}", *bare, *look, "-x", script]


def _lxterminal(home: Path, script: str) -> list[str]:
    settings = f"""
[general]
fontname={FONT} {POINTS}
bgcolor=rgb(255,255,255)
fgcolor=rgb(0,0,0)
hidescrollbar=true
hidemenubar=true
"""
    _setting(home, ".config/lxterminal/lxterminal.conf", settings)
    return [*_DBUS, "lxterminal", "--no-remote", f"--geometry={COLUMNS}x{ROWS}", "-e", script]


def _konsole(home: Path, script: str) -> list[str]:
    profile = f"""
[Appearance]
ColorScheme=BlackOnWhite
Font={FONT},{POINTS},-1,5,50,0,0,0,0,0
[General]
Name=Plain
TerminalColumns={COLUMNS}
TerminalRows={ROWS}
[Scrolling]
ScrollBarPosition=2
"""
    window = """
[Desktop Entry]
DefaultProfile=Plain.profile
[KonsoleWindow]
RememberWindowSize=false
[MainWindow]
MenuBar=Disabled
[TabBar]
TabBarVisibility=AlwaysHideTabBar
"""
    _setting(home, ".local/share/konsole/Plain.profile", profile)
    _setting(home, ".config/konsolerc", window)
    return [*_DBUS, "konsole", "--nofork", "--hide-menubar", "--hide-tabbar", "--profile", "Plain", "-e", script]


def _qterminal(home: Path, script: str) -> list[str]:
    width, height = COLUMNS * _CELL_WIDTH + 4, ROWS * _CELL_HEIGHT + 4
    settings = f"""
[General]
fontFamily={FONT}
fontSize={POINTS}
HideTabBarWithOneTab=true
MenuVisible=false
ScrollbarPosition=0
colorScheme=BlackOnWhite
FixedWindowSize=@Size({width} {height})
SaveSizeOnExit=false
"""
    _setting(home, ".config/qterminal.org/qterminal.ini", settings)
    return [*_DBUS, "qterminal", "-qwindowgeometry", f"{width}x{height}+0+0", "-e", script]


def _mlterm(home: Path, script: str) -> list[str]:
    fonts = f"DEFAULT={FONT}\nISO10646_UCS4_1={FONT}\nISO10646_UCS4_1_BOLD={FONT}:bold\n"
    _setting(home, ".mlterm/aafont", fonts)
    look = ["-w", str(PIXELS), "--type", "xft", "-b", "white", "-f", "black", "--sbmod=none", "--im=none"]
    # Its rows are a pixel less high than the font, and each hides what hangs into it: the dots of a last ya.
    look.append("--lsp=1")
    return ["mlterm", "-g", _SIZE, *look, "-e", script]


def _pterm(home: Path, script: str) -> list[str]:
    look = ["-fn", f"client:{FONT} {POINTS}", "-bg", "white", "-fg", "black", "-bfg", "black", "+sb"]
    return ["pterm", *look, "-geometry", _SIZE, "-xrm", "pterm.LineCodePage: UTF-8", "-e", script]


def _kitty(home: Path, script: str) -> list[str]:
    settings = {
        "font_family": FONT,
        "font_size": str(POINTS),
        "remember_window_size": "no",
        "initial_window_width": f"{COLUMNS}c",
        "initial_window_height": f"{ROWS}c",
        "background": "#ffffff",
        "foreground": "#000000",
        "update_check_interval": "0",
    }
    options = [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
    return ["kitty", "--config", "NONE", *options, script]


def _setting(home: Path, name: str, text: str) -> str:
    file = home / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.lstrip())
    return str(file)


DRIVERS = {
    "xterm": Driver("xterm", _xterm),
    "alacritty": Driver("alacritty", _alacritty),
    "urxvt": Driver("urxvt", _urxvt),
    "st": Driver("stterm", _st),
    "xfce4-terminal": Driver("xfce4-terminal", _xfce4_terminal, ("dbus-run-session",)),
    "lxterminal": Driver("lxterminal", _lxterminal, ("dbus-run-session",)),
    "konsole": Driver("konsole", _konsole, ("dbus-run-session",)),
    "qterminal": Driver("qterminal", _qterminal, ("dbus-run-session",)),
    "mlterm": Driver("mlterm", _mlterm),
    "pterm": Driver("pterm", _pterm),
    "kitty": Driver("kitty", _kitty),
}
