"""The names of commands: which one a word means, in any of the three languages."""

from tracker.cli.command_table import COMMANDS

# What asks for help in place of a command.
HELP = ("help", "مساعدة", "yardım")


def command_named(word: str) -> str | None:
    """The English name of the command that a word names in any of the three languages; None when there is none.

    Marks, hamzas and the dots of Turkish letters may be left out. Help is named too, as `help`.
    """
    if word in COMMANDS or word == "help":
        return word
    from tracker.text.input.fold import fold  # noqa: PLC0415 - who types the English name does not pay for it

    wanted = fold(word).replace("_", "-")
    if wanted in map(fold, HELP[1:]):
        return "help"
    return next((c.name for c in COMMANDS.values() if wanted in map(fold, (*c.arabic, *c.turkish))), None)
