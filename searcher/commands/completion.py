"""``timbao completion``: the line that makes a shell complete what is typed."""

from __future__ import annotations

import click

from searcher.commands.shared_options import MATCH
from searcher.messages import say

_LINES = {
    "bash": ('eval "$(_TIMBAO_COMPLETE=bash_source timbao)"', "~/.bashrc"),
    "zsh": ('eval "$(_TIMBAO_COMPLETE=zsh_source timbao)"', "~/.zshrc"),
    "fish": ("_TIMBAO_COMPLETE=fish_source timbao | source", "~/.config/fish/completions/timbao.fish"),
}


@click.command(
    help=say("The line to put in a shell's start-up file, so that Tab completes commands, options and names.")
)
@click.argument("shell", type=click.Choice(tuple(_LINES)))
def completion(shell: str) -> int:
    line, file = _LINES[shell]
    click.echo(line)
    click.echo(say("Put this line into {file}", file=file), err=True)
    return MATCH
