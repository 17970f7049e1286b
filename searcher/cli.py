"""The program ``timbao``: what was typed to a command, and what a command came to as an exit status.

0 match, 1 no match, 2 bad usage or bad query, 3 no index here or one of another version, 4 reading or writing failed,
130 stopped by Ctrl-C. A pipe that is closed early is success.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from contextlib import suppress
from itertools import pairwise

import click

from corpus.errors import TimbaoError
from searcher.commands.listed import ListedCommands, language_option
from searcher.messages import LANGUAGES, choose, is_vietnamese, say
from searcher.processor import choose_sorts
from searcher.settings import Settings, settings, settings_path
from searcher.streams import ready_streams

BAD_USAGE, NO_INDEX, FAILED, STOPPED = 2, 3, 4, 130
OBJECTS_BETWEEN_COLLECTIONS = 50_000

_STATUS_OF_KIND = {
    "no-index": NO_INDEX,
    "index-version": NO_INDEX,
    "unknown-article": 1,
    "wrong-date": BAD_USAGE,
    "alias": BAD_USAGE,
    "empty-filter": BAD_USAGE,
    "many-periods": BAD_USAGE,
    "settings": BAD_USAGE,
    "unknown-setting": BAD_USAGE,
    "turned-dates": BAD_USAGE,
}


def program(found: Settings) -> click.Group:
    """The program, in the language that was chosen, with the user's settings."""
    group = ListedCommands(
        found,
        name="timbao",
        help=say("Search an archive of Vietnamese news."),
        context_settings={"help_option_names": ["-h", "--help"]},
        params=[language_option()],
    )
    return click.version_option(package_name="timbao")(group)


def main() -> None:
    """Runs a command line and exits with its status.

    Not through click's own ``main``, to which a closed pipe is a failure.
    """
    _start_and_end_quickly()
    choose_sorts()
    ready_streams()
    choose(_language(_asked("--lang") or os.environ.get("TIMBAO_LANG")))
    try:
        found = _settings()
        if not _asked("--lang") and not os.environ.get("TIMBAO_LANG"):
            choose(_language(found.get("lang")))
        if is_vietnamese():
            from searcher.commands.usage_words import translate_usage

            translate_usage()
        timbao = program(found)
        if asked := os.environ.get("_TIMBAO_COMPLETE"):
            from click.shell_completion import add_completion_class, shell_complete

            from searcher.bash_completion import Bash

            add_completion_class(Bash)
            sys.exit(shell_complete(timbao, {}, "timbao", "_TIMBAO_COMPLETE", asked))
        with timbao.make_context("timbao", sys.argv[1:]) as context:
            status = timbao.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:  # --help and --version
        status = end.exit_code
    except BrokenPipeError:
        _forget_output()
        status = 0
    except (KeyboardInterrupt, click.exceptions.Abort):
        click.echo(say("Stopped."), err=True)
        status = STOPPED
    except click.ClickException as error:
        _report_usage(error)
        status = BAD_USAGE
    except TimbaoError as error:
        status = _report(error)
    except OSError as error:
        status = _report_of_system(error)
    sys.exit(_status_once_written(status if isinstance(status, int) else 0))


def _status_once_written(status: int) -> int:
    """The status, once what was printed is written or nobody reads it any more; that of a failure where it cannot be.

    Python would write it after the end of all this, and say of a full disk what it says of its own errors.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
    except OSError as error:
        _forget_output()
        return status if status == FAILED else _report_of_system(error)
    return status


def _report_of_system(error: OSError) -> int:
    """Says what the system would not do; gives the exit status."""
    from searcher.printers.inert import inert

    reason, path = error.strerror or str(error), error.filename
    message = say("The system says of {path}: {reason}", path=path, reason=reason) if path else None
    message = message or say("The system says: {reason}", reason=reason)
    click.echo(say("timbao: {message}", message=inert(message)), err=True)
    return FAILED


def _start_and_end_quickly() -> None:
    """Takes a sixth off the time of a search: what is loaded is kept to the end, and is not looked through before.

    Looking for unreachable objects while modules are loaded takes some 7 ms of 130, and looking once more through all
    of them at the end 15 ms. Both find nothing: what a command makes is found as ever, fifty thousand objects later.
    """
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # else importing numpy starts threads that nothing here uses


def _report(error: TimbaoError) -> int:
    """Says what went wrong, in the form that was asked for; gives the exit status."""
    from searcher.errors import QueryError
    from searcher.printers import json_text, objects
    from searcher.printers.inert import inert

    bad_query = error if isinstance(error, QueryError) else None
    message = inert(say(error.sentence, **error.details))
    hint = inert(say(error.hint)) if error.hint else None
    if bad_query and bad_query.repair:
        hint = inert(say("Did you mean: {repair}", repair=bad_query.repair))
    if _asked("--format") in ("json", "jsonl"):
        click.echo(json_text.line(objects.error(error, message, hint, bad_query.at if bad_query else None)), err=True)
    else:
        click.echo(say("timbao: {message}", message=message), err=True)
        if bad_query and bad_query.query:
            _mark(inert(bad_query.query), bad_query.at)
        if hint:
            click.echo("  " + hint, err=True)
    return BAD_USAGE if bad_query else _STATUS_OF_KIND.get(error.kind, FAILED)


def _report_usage(error: click.ClickException) -> None:
    """Says what was wrong with the options, and where that is settled, in the form that was asked for."""
    from searcher.printers import json_text, objects

    if _asked("--format") in ("json", "jsonl"):
        click.echo(json_text.line(objects.usage_error(error.format_message())), err=True)
        return
    from searcher.printers.inert import inert

    shown = io.StringIO()
    error.show(shown)
    lines = shown.getvalue().removesuffix("\n").split("\n")
    if isinstance(error, click.BadParameter) and error.ctx is not None and error.param is not None:
        source = error.ctx.get_parameter_source(str(error.param.name))
        if source is click.core.ParameterSource.DEFAULT_MAP:
            lines.append(say("This is settled in {path}", path=settings_path()))
    if isinstance(error, click.NoSuchOption) and error.ctx is not None and error.ctx.parent is None:
        lines.append(
            say("Options stand behind the name of a command: timbao search {option} …", option=error.option_name)
        )
    for line in lines:
        click.echo(inert(line), err=True)


def _mark(query: str, at: int) -> None:
    """The query with the place of the trouble marked under it; of a long one, the part round the place."""
    from searcher.printers.terminal import cells

    start = max(at - 50, 0)
    click.echo("  " + query[start : at + 30], err=True)
    click.echo("  " + " " * cells(query[start:at]) + "^", err=True)


def _settings() -> Settings:
    """The user's settings; where they do not read, none for what has to work all the same: the help and the shell."""
    try:
        return settings()
    except TimbaoError:
        if {"-h", "--help", "--version", "completion"} & set(sys.argv[1:]) or "_TIMBAO_COMPLETE" in os.environ:
            return {}
        raise


def _asked(option: str) -> str | None:
    """The value of an option on a command line that may not have been parsed to its end."""
    for name, value in pairwise((*sys.argv[1:], "")):
        if name == "--":
            break
        if name == option:
            return value
        if name.startswith(option + "="):
            return name.removeprefix(option + "=")
    return None


def _language(name: object) -> str | None:
    return name if isinstance(name, str) and name in LANGUAGES else None


def _forget_output() -> None:
    """Points standard output at nothing, so that what is left in its buffer raises no second error at exit."""
    with suppress(OSError):  # closed before the program began
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
