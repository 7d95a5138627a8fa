"""The scripts of `--show-completion` and `config completion`: a shell reads them to ask us; `completion` answers.

The scripts hand over the line up to the cursor. An answer is a line for each candidate, with its meaning behind a tab,
or `:files`.
"""

import os
from collections.abc import Mapping

from tracker import errors
from tracker.cli.global_options import SHELLS
from tracker.cli.input.suggestions import one_of
from tracker.cli.session import Session
from tracker.message import msg
from tracker.reports.report import Ref

BASH = r"""# Completion of tracker for bash. In ~/.bashrc: eval "$(tracker config completion bash)"
_tracker_completion() {
    local -a lines
    local line word room=0
    COMPREPLY=()
    mapfile -t lines < <(COMP_WORDS="${COMP_LINE:0:COMP_POINT}" _TRACKER_COMPLETE=bash_complete "$1" 2>/dev/null)
    if [[ ${lines[0]} == :files ]]; then
        compopt -o default
        return
    fi
    if [[ $COMP_TYPE != 63 || ${#lines[@]} -lt 2 ]]; then
        COMPREPLY=("${lines[@]%%$'\t'*}")
        [[ ${#lines[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
        return
    fi
    # Nothing is inserted now, only a list shown: the meanings may stand in it.
    for line in "${lines[@]}"; do
        word=${line%%$'\t'*}
        (( ${#word} > room )) && room=${#word}
    done
    for line in "${lines[@]}"; do
        word=${line%%$'\t'*}
        [[ $line == *$'\t'* ]] && printf -v line '%-*s  (%s)' "$room" "$word" "${line#*$'\t'}"
        COMPREPLY+=("${line:0:$(( ${COLUMNS:-80} - 2 ))}")
    done
}
complete -o nosort -F _tracker_completion tracker
"""

ZSH = r"""#compdef tracker
# Completion of tracker for zsh. In ~/.zshrc, after compinit: eval "$(tracker config completion zsh)"
_tracker() {
    local -a lines plain described
    local line
    lines=("${(@f)$(COMP_WORDS="${(j: :)words[1,CURRENT]}" _TRACKER_COMPLETE=zsh_complete ${~words[1]} 2>/dev/null)}")
    if [[ ${lines[1]} == :files ]]; then
        _files
        return
    fi
    for line in ${lines}; do
        if [[ $line == *$'\t'* ]]; then
            described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        else
            plain+=("$line")
        fi
    done
    (( ${#described} )) && _describe -V tracker described -U
    (( ${#plain} )) && compadd -U -V tracker -a plain
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _tracker "$@"
else
    compdef _tracker tracker
fi
"""

FISH = r"""# Completion of tracker for fish. In ~/.config/fish/config.fish: tracker config completion fish | source
function __tracker_complete
    set -l words (commandline -opc)
    set -l line (commandline -cp | string join ' ')
    set -l answer (env COMP_WORDS=$line _TRACKER_COMPLETE=fish_complete $words[1] 2>/dev/null)
    if test "$answer[1]" = ":files"
        __fish_complete_path (commandline -ct)
    else
        printf '%s\n' $answer
    end
end
complete --no-files --keep-order --command tracker --arguments '(__tracker_complete)'
"""

SCRIPTS = dict(zip(SHELLS.choices, (BASH, ZSH, FISH), strict=True))
SWITCHES = {
    "bash": """echo 'eval "$(tracker config completion bash)"' >> ~/.bashrc""",
    "zsh": """echo 'eval "$(tracker config completion zsh)"' >> ~/.zshrc""",
    "fish": """echo 'tracker config completion fish | source' >> ~/.config/fish/config.fish""",
}


def give_script(session: Session, shell: str | None) -> None:
    """Prints the script for a shell, the one in use where none is named; raises `BadValue`, `NoShell`.

    On a terminal nobody wants to read it: there the line that switches it on is told as well.
    """
    name = known_shell(session.environ, shell)
    session.out.write_raw([SCRIPTS[name]])
    if session.out.terminal.is_tty:
        session.say(msg("To switch it on: {command}", command=Ref(SWITCHES[name])))


def known_shell(environ: Mapping[str, str], named: str | None) -> str:
    """The shell that is named, else the one in use; raises `BadValue` for one without a script, `NoShell` for none."""
    found = named or _shell_above()
    if found not in SCRIPTS:
        found = named or os.path.basename(environ.get("SHELL", ""))  # noqa: PTH119 - only a name is asked for
    if not found:
        raise errors.NoShell
    return one_of(found, "completion", tuple(SCRIPTS))


def _shell_above() -> str:
    """The shell that started us; empty where something else did. What stands above it is not asked."""
    import shellingham  # noqa: PLC0415 - for this alone

    try:
        name: str = shellingham.detect_shell(max_depth=2)[0]
    except OSError:  # which its own failure is too
        return ""
    return name
