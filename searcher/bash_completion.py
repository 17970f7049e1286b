"""Tab in bash: what it puts into the line is what the shell will read as one word.

The library's own script gives names as they are, so that a space in one ends the word. And bash parts words at colons
and equals signs, so that it asks for what stands behind them alone: here the line itself is looked at, and what is
given back begins behind the last of them.
"""

from __future__ import annotations

import os
import re
import shlex

from click.shell_completion import BashComplete, CompletionItem

_SCRIPT = """\
%(complete_func)s() {
    local IFS=$'\\n' response completion type value

    response=$(env COMP_LINE="${COMP_LINE:0:COMP_POINT}" %(complete_var)s=bash_complete "$1")

    for completion in $response; do
        IFS=',' read -r type value <<< "$completion"

        if [[ $type == 'dir' ]]; then
            COMPREPLY=()
            compopt -o dirnames
        elif [[ $type == 'file' ]]; then
            COMPREPLY=()
            compopt -o default
        elif [[ $type == 'plain' ]]; then
            COMPREPLY+=("$value")
            [[ $value == *: ]] && compopt -o nospace
        fi
    done

    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""

_WORD = re.compile(r"""(?:\\.|\\$|'[^']*(?:'|$)|"(?:\\.|[^"\\])*(?:"|\\?$)|[^\s\\'"])+""", re.DOTALL)
"""A word of a line, with the marks and backslashes that hold it together; the last mark may be open."""

_OPEN = re.compile(r"""^(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|[^\\'"])*(?P<mark>['"])""", re.DOTALL)
_TOLD_APART = ":="
_UNSAFE = re.compile(r"([^\w.,:/@%+=-])")


class Bash(BashComplete):
    """Completes what stands in the line up to the cursor."""

    source_template = _SCRIPT
    _word = ""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is begun, and this one, as the program would get them."""
        line = os.environ.get("COMP_LINE", "")
        words = list(_WORD.finditer(line))
        self._word = words[-1][0] if words and words[-1].end() == len(line) else ""
        return _words(line[: len(line) - len(self._word)])[1:], "".join(_words(self._word)[-1:])

    def format_completion(self, item: CompletionItem[str]) -> str:
        """The type and what takes the place of the word, or of what stands in it behind the last colon."""
        value = item.value
        if item.type == "plain" and _OPEN.match(self._word) is None:
            head = self._word[: max(map(self._word.rfind, _TOLD_APART)) + 1]
            value = _UNSAFE.sub(r"\\\1", value.removeprefix(head))
        return f"{item.type},{value}"


def _words(line: str) -> list[str]:
    """The words of a line as a shell parts them; a mark may be open at the end."""
    parts = shlex.shlex(line, posix=True)
    parts.whitespace_split = True
    parts.commenters = ""
    words: list[str] = []
    try:
        words += parts  # as far as there are whole ones
    except ValueError:
        words.append(parts.token)
    return words
