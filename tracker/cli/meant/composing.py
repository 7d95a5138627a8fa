"""The line of commands that a wish comes to, with what was named beside it."""

from collections.abc import Callable

from tracker.cli.input.spellings import key_of
from tracker.cli.input.suggestions import nearest
from tracker.cli.meant.narrowing import STATUS_OF, Line, listed, listing
from tracker.cli.meant.reading import Reading, command_of, read, update_of
from tracker.cli.meant.wishes import wishes
from tracker.model.records.codes import table_of

_GRAVE = {"delete", "revert", "cancel"}
"""The wishes that are never guessed from a word that is only like theirs."""
_VAGUE = {"edit", "add", "show", "list"}
_WORK = ("steps", "activities", "commitments")
_ENDS = {"obstacles": "--resolve", "reviews": "--approve", "meetings": "--held"}
_FILES = {"print": "pdf", "word": "docx", "excel": "xlsx", "web": "html"}


def composed(words: list[str]) -> Line:
    """The command with its arguments that words are understood as, which begin with none; empty if as nothing."""
    found = read(words)
    line = _MADE.get(_leading(found), _without_wish)(found)
    return [*line, *found.options] if line else []


def _leading(found: Reading) -> str:
    """The wish that says most: `set language`, `add a note` and `show the changes` are led by their second word."""
    first, *others = (*found.wishes, "")
    led = first in _VAGUE and not found.kinds and others and others[0] not in {*_VAGUE, "late", "open", ""}
    return others[0] if led else first


def mistyped(words: list[str]) -> Line:
    """The same where the first word is one of ours with a slip; empty where it is not."""
    safe = [word for word, wish in wishes().items() if wish not in _GRAVE]
    near = nearest(key_of(words[0]), safe, 0.85) if words and len(words[0]) > 3 else ""
    return composed([near, *words[1:]]) if near else []


def _without_wish(found: Reading) -> Line:
    if found.codes and (found.statuses or found.rest or found.options):
        return _edit(found)
    if found.reports and not found.kinds:
        return ["report", found.reports[0]]
    return listing(found) if found.codes or found.kinds or found.statuses else []


def _search(found: Reading) -> Line:
    if not found.rest:
        return ["show", *found.codes] if found.codes else ["list", "--help"]
    return ["list", listed(found.kind) or "all", "--search", " ".join(found.rest)]


def _ended(found: Reading) -> Line:
    """Completed work; of an obstacle, a meeting or an evaluation its own end."""
    table = table_of(found.codes[0]) or "" if found.codes else ""
    if table in _ENDS:
        return [update_of(found.codes[0]), *_alike(found), _ENDS[table]]
    return _put("done")(found)


def _put(wish: str) -> Callable[[Reading], Line]:
    """Gives the line that puts work into a status, or lists what is in it."""

    def line(found: Reading) -> Line:
        if not found.codes:
            return ["list", *([listed(found.kind)] if found.kind else []), "--status", STATUS_OF[wish]]
        table = table_of(found.codes[0])
        if table == "meetings" and wish == "cancel":
            return ["update-meeting", *_alike(found), "--cancel"]
        if table not in _WORK:
            return _edit(found)
        return [update_of(found.codes[0]), *_alike(found), "--status", STATUS_OF[wish]]

    return line


def _edit(found: Reading) -> Line:
    if not found.codes:
        command = command_of("update", found.kind)
        return [command, "--help"] if command else []
    command, codes = update_of(found.codes[0]), _alike(found)
    if not command:
        return ["show", *codes]
    if found.statuses:
        return [command, *codes, "--status", found.statuses[0], *found.rest]
    return [command, *codes, *found.rest] if found.rest or found.options else [command, codes[0], "--edit"]


def _alike(found: Reading) -> Line:
    """The codes of the kind of the first, which one command changes."""
    return [code for code in found.codes if table_of(code) == table_of(found.codes[0])]


def _add(found: Reading) -> Line:
    command = command_of("add", found.kind)
    if found.kind == "evidence":
        return _prove(found)
    if command:
        title = [" ".join(found.rest)] if found.rest else []
        return [command, *found.codes, *title] if title or found.codes or found.options else [command, "--help"]
    return ["show", *found.codes] if found.codes else ["status", "--since", "-1w"]  # what is new


def _delete(found: Reading) -> Line:
    return ["remove", *found.codes] if found.codes else ["remove", "--help"]


def _copy(found: Reading) -> Line:
    if not found.codes:
        return ["backup"]
    code = found.codes[0]
    command = command_of("add", table_of(code) or "")
    step = [code.partition(".")[0]] if "." in code else []
    return [command, *step, *found.rest, "--like", code] if command else ["show", code]


def _print(ending: str) -> Callable[[Reading], Line]:
    def line(found: Reading) -> Line:
        kinds = [each for each in (*found.reports, *found.kinds) if each == "indicators" or each in found.reports]
        if found.kinds and not kinds and ending == "xlsx":
            return ["export", found.kind, "-o", f"{found.kind}.xlsx"]
        return ["report", *kinds[:1], "-o", f"{next(iter(kinds), 'report')}.{ending}"]

    return line


def _save(found: Reading) -> Line:
    return ["export", found.kind, "-o", f"{found.kind}.csv"] if found.kind else ["export", "-o", "export.json"]


def _show(found: Reading) -> Line:
    if found.codes:
        return ["show", *found.codes]
    return ["report", found.reports[0]] if found.reports and not found.kinds else listing(found)


def _open(found: Reading) -> Line:
    return _show(found) if found.codes or found.reports else listing(found)


def _history(found: Reading) -> Line:
    return ["history", *found.codes[:1]]


def _note(found: Reading) -> Line:
    if not found.codes or not found.rest:
        return ["show", found.codes[0]] if found.codes else ["note", "--help"]
    return ["note", found.codes[0], " ".join(found.rest)]


def _with(option: str, unsaid: Line) -> Callable[[Reading], Line]:
    """Gives the line that changes a record by one option, or the one for who named no record."""

    def line(found: Reading) -> Line:
        if not found.codes:
            return [*unsaid]
        command, codes = update_of(found.codes[0]), _alike(found)
        return [command, *codes, option, " ".join(found.rest)] if command and found.rest else ["show", *codes]

    return line


def _prove(found: Reading) -> Line:
    return ["attach", *found.codes[:1], *found.rest] if found.codes else ["attach", "--help"]


def _language(found: Reading) -> Line:
    return ["config", "lang", *found.rest[:1]]


def _settings(found: Reading) -> Line:
    said = {"set", "get", "list"}
    return ["config", *(word for word in found.rest if word not in said)]


def _fixed(*line: str) -> Callable[[Reading], Line]:
    return lambda _: list(line)


def _overview(found: Reading) -> Line:
    return listing(found) if found.kinds or found.codes else ["status"]


_MADE: dict[str, Callable[[Reading], Line]] = {
    "search": _search,
    "late": listing,
    "next": _overview,
    "overview": _overview,
    "done": _ended,
    **{wish: _put(wish) for wish in ("start", "cancel", "suspend", "block")},
    "edit": _edit,
    "add": _add,
    "delete": _delete,
    "copy": _copy,
    **{wish: _print(ending) for wish, ending in _FILES.items()},
    "csv": lambda found: ["export", found.kind or "steps", "-o", f"{found.kind or 'steps'}.csv"],
    "save": _save,
    "open": _open,
    "show": _show,
    "explain": lambda found: ["show", *found.codes, "--explain"] if found.codes else ["show", "--help"],
    "list": listing,
    "history": _history,
    "settings": _settings,
    "language": _language,
    "office": _fixed("config", "by"),
    "version": _fixed("--version"),
    "help": lambda found: [*found.rest[:1], "--help"],
    "completion": lambda found: ["--install-completion", *found.rest[:1]],
    "merge": lambda found: ["merge", *(found.rest[:1] or ("--help",))],
    "load": lambda found: ["import", *(found.rest[:1] or ("--help",))],
    "check": _fixed("check"),
    "note": _note,
    "assign": _with("--owner", ["list", "--help"]),
    "postpone": _with("--due", ["status"]),
    "progress": _with("--progress", ["status"]),
    "prove": _prove,
    "approve": _ended,
    "held": _ended,
    "revert": lambda found: ["undo", *(word for word in found.rest[:1] if word.isdigit())],
    "calendar": lambda found: [
        "export",
        kind := found.kind if found.kind == "commitments" else "meetings",
        "-o",
        f"{kind}.ics",
    ],
}
