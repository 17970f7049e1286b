"""What is settled once: the file of settings, the environment, the language; what is typed beats all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from searcher import messages
from searcher.settings import EVERYWHERE, cache_folder, data_folder, settings_folder
from tests.conftest import SAMPLE
from tests.program import Run


def _settled(folder: Path, text: str) -> dict[str, str]:
    """An environment in which a file of settings says this."""
    path = folder / "timbao" / "config.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return {"XDG_CONFIG_HOME": str(folder)}


def test_the_file_settles_options_of_all_and_of_one_command(tmp_path: Path, sample_index: Path) -> None:
    """A key above all tables counts for every command that has the option, one in a table for that command."""
    env = _settled(tmp_path, f'index = "{sample_index}"\nquiet = true\nformat = "csv"\n[search]\nlimit = 2\n')
    search, count = Run("search", "dân", env=env), Run("count", "dân", env=env)
    assert search.out.startswith("id,published")
    assert (len(search.out.splitlines()), search.err) == (3, "")
    assert count.out.splitlines() == ["articles,occurrences", "23,126"]


def test_typed_beats_environment_beats_file(tmp_path: Path, sample_index: Path) -> None:
    """The index is that of the option; without it that of the variable; without both that of the file."""
    env = _settled(tmp_path, 'index = "/nowhere/file"\n')
    assert "/nowhere/file" in Run("info", env=env).err
    env["TIMBAO_INDEX"] = "/nowhere/variable"
    assert "/nowhere/variable" in Run("info", env=env).err
    assert Run("info", "--index", str(sample_index), env=env).status == 0


def test_a_home_is_found_behind_a_tilde(tmp_path: Path, sample_index: Path) -> None:
    """``~`` in the file is the user's home, as it is to a shell."""
    env = {**_settled(tmp_path, 'index = "~/index"\n'), "HOME": str(sample_index.parent)}
    assert Run("info", env=env).status == 0


def test_a_flag_may_be_off(tmp_path: Path, sample_index: Path) -> None:
    """A flag with two names takes true and false."""
    env = _settled(tmp_path, "[search]\ncollapse = false\n")
    assert Run("search", "dân", index=sample_index, env=env).status == 0


def test_index_is_an_option_and_a_command(tmp_path: Path, sample_index: Path) -> None:
    """As an option it names the folder for every command, the one of that name included; as a table it settles that."""
    env = _settled(tmp_path, f'index = "{tmp_path / "own"}"\n')
    assert Run("index", "-q", str(SAMPLE), env=env).status == 0
    assert Run("count", "dân", env=env).out == "23\t126\n"
    env = _settled(tmp_path, "[index]\nmemory = 900\n")
    assert Run("count", "dân", env=env, index=sample_index).out == "23\t126\n"
    assert Run("index", "-q", "--dry-run", str(SAMPLE), env=env, index=sample_index).status == 0


def test_index_may_be_settled_as_both(tmp_path: Path) -> None:
    """The table of a command has another name under which it stands beside the option; both count."""
    folder = tmp_path / "own"
    env = _settled(tmp_path, f'index = "{folder}"\n[commands.index]\nquiet = true\n[commands.count]\nby = "year"\n')
    indexed = Run("index", str(SAMPLE), env=env)
    assert (indexed.status, indexed.err, folder.is_dir()) == (0, "", True)
    assert Run("count", "dân", env=env).out.splitlines()[0].split("\t")[0] == "2017"
    env = _settled(tmp_path, f'index = "{folder}"\n[count]\nlimit = 1\n[commands.count]\nby = "year"\n')
    assert len(Run("count", "dân", env=env).out.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("limit = 3\n", "limit in "),
        ("[search]\nlimits = 3\n", "search.limits in "),
        ("[nothing]\nlimit = 3\n", "nothing in "),
        ("search = 3\n", "search in "),
        ("commands = 3\n", "commands in "),
        ("[commands]\nsearch = 3\n", "commands.search in "),
        ("[commands.nothing]\nlimit = 3\n", "commands.nothing in "),
        ("[commands.search]\nlimits = 3\n", "commands.search.limits in "),
        ("[search]\nlimit = 3\n[commands.search]\nlimit = 4\n", "commands.search.limit in "),
        ('lang = "fr"\n', "'fr'"),
        ("index = \n", "cannot be read"),
        ("\0", "cannot be read"),
    ],
)
def test_what_settles_nothing_is_refused(text: str, said: str, tmp_path: Path, sample_index: Path) -> None:
    """A slip in the file is named with the file, and nothing is searched as if it were not there."""
    run = Run("search", "dân", index=sample_index, env=_settled(tmp_path, text))
    assert (run.status, run.out) == (2, "")
    assert said in run.err
    assert "config.toml" in run.err


def test_a_bad_value_is_refused(tmp_path: Path, sample_index: Path) -> None:
    """A value that the option would not take is refused as when it is typed."""
    run = Run("search", "dân", index=sample_index, env=_settled(tmp_path, '[search]\nlimit = "many"\n'))
    assert (run.status, run.out) == (2, "")
    assert "many" in run.err
    assert f"This is settled in {tmp_path}" in run.err


@pytest.mark.parametrize(
    ("ours", "variable", "theirs"),
    [
        (settings_folder, "XDG_CONFIG_HOME", platformdirs.user_config_dir),
        (data_folder, "XDG_DATA_HOME", platformdirs.user_data_dir),
        (cache_folder, "XDG_CACHE_HOME", platformdirs.user_cache_dir),
    ],
)
def test_the_users_folders_are_those_of_the_library(
    ours: Callable[[], str], variable: str, theirs: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the library is not asked, for speed, the folder is the one that it would give."""
    for value in (str(tmp_path), "", " "):
        monkeypatch.setenv(variable, value)
        assert ours() == theirs("timbao", appauthor=False)


@pytest.mark.parametrize(
    ("arguments", "env", "vietnamese"),
    [
        (("--lang", "vi", "--help"), {}, True),
        (("--lang=vi", "--help"), {}, True),
        (("search", "--help", "--lang", "vi"), {}, True),
        (("--help",), {"LANG": "vi_VN.UTF-8"}, True),
        (("--help", "--lang", "en"), {"LANG": "vi_VN.UTF-8"}, False),
        (("--help",), {"TIMBAO_LANG": "vi"}, True),
        (("--help",), {}, False),
    ],
)
def test_the_language_is_the_one_asked_for(arguments: tuple[str, ...], env: dict[str, str], vietnamese: bool) -> None:
    """``--lang`` anywhere beats the variable, and both beat the locale; the help itself is in that language."""
    run = Run(*arguments, env=env)
    assert run.status == 0
    assert ("Tìm" in run.out or "Những bài" in run.out) is vietnamese


def test_the_file_settles_the_language(tmp_path: Path) -> None:
    """``lang`` in the file counts unless another one is asked for."""
    env = _settled(tmp_path, 'lang = "vi"\n')
    assert "Tìm" in Run("--help", env=env).out
    assert "Search" in Run("--help", "--lang", "en", env=env).out
    assert Run("--lang", "fr", "info").status == 2


def test_choosing_a_language_and_leaving_it_to_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """The language chosen counts until it is left to the locale again."""
    monkeypatch.setenv("LC_ALL", "C")
    messages.choose("vi")
    assert messages.say("Nothing found.") == "Không tìm thấy gì."
    messages.choose(None)
    assert messages.say("Nothing found.") == "Nothing found."
    assert {"index", "lang"} <= set(EVERYWHERE)


def test_without_a_command_the_help_is_shown() -> None:
    """The name alone gives the help, as bad usage."""
    run = Run()
    assert run.status == 2
    assert "search" in run.out + run.err
