"""What numpy is told of the processor, on which processors, and that it takes it without a word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ZEN_4 = "processor\t: 0\ncpu family\t: 25\nmodel\t\t: 17\nflags\t\t: fpu avx2 avx512f avx512dq\nprocessor\t: 1\n"
_TELL = (
    "import os, sys; from searcher.processor import choose_sorts; {before}\n"
    "choose_sorts(sys.argv[1]); import numpy; found = numpy.sort(numpy.arange(999)[::-1])\n"
    "print(os.environ.get('NPY_DISABLE_CPU_FEATURES'), int(found[0]), int(found[-1]))"
)


def _told(folder: Path, description: str, before: str = "", **environment: str) -> str:
    """What numpy was told in a new process, once it was loaded and has sorted; nothing else may be said."""
    (folder / "cpuinfo").write_text(description, "utf-8")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NPY_")}
    command = [sys.executable, "-c", _TELL.format(before=before), str(folder / "cpuinfo")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=inherited | environment)
    assert done.stderr == ""
    told, *ends = done.stdout.split()
    assert ends == ["0", "998"]
    return told


def test_numpy_sorts_without_avx_512_where_that_is_slow(tmp_path: Path) -> None:
    """On a processor of the Zen 4 kind one feature is named, by a name that this numpy knows."""
    assert _told(tmp_path, _ZEN_4) in ("X86_V4", "AVX512_SKX")


@pytest.mark.parametrize(
    "description",
    [
        _ZEN_4.replace("avx512f avx512dq", "sha_ni"),
        _ZEN_4.replace(": 25", ": 26"),
        _ZEN_4.replace(": 25", ": 6"),
        "",
    ],
    ids=["Zen 3", "Zen 5", "another maker's", "unknown"],
)
def test_on_other_processors_numpy_is_told_nothing(tmp_path: Path, description: str) -> None:
    """Elsewhere AVX-512 is the quickest, or not there."""
    assert _told(tmp_path, description) == "None"


def test_what_somebody_told_numpy_stands(tmp_path: Path) -> None:
    """Neither a choice in the environment is changed, nor anything once numpy is loaded."""
    assert _told(tmp_path, _ZEN_4, NPY_DISABLE_CPU_FEATURES="AVX512_ICL") == "AVX512_ICL"
    assert _told(tmp_path, _ZEN_4, before="import numpy") == "None"
