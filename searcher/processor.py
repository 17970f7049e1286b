"""What numpy is told of the processor before it is loaded: to sort without AVX-512 where that is slow.

On AMD's processors of the Zen 4 kind the instruction by which numpy's sort with AVX-512 divides numbers takes over a
hundred cycles (https://github.com/numpy/x86-simd-sort/issues/6); with AVX2 the same sort of 64-bit numbers takes a
fifth of the time, and writing segments two thirds. A variable of the environment is the only way to choose,
and numpy reads it once, when it is loaded. So the program sets it, for itself and the processes that read for it, and
the library does not: there the environment is the caller's.
"""

from __future__ import annotations

import os
import re
import sys
from importlib.util import find_spec

_DISABLED, _ENABLED = "NPY_DISABLE_CPU_FEATURES", "NPY_ENABLE_CPU_FEATURES"
_OPENING = 4096
"""Bytes of a description that hold the first processor's."""

_ZEN_3_OR_4 = re.compile(r"^cpu family\s*: 25$", re.MULTILINE)
_AVX_512 = re.compile(r"^flags\s*:.* avx512f ", re.MULTILINE)
_VERSION = re.compile(r'^version = "(\d+)\.(\d+)', re.MULTILINE)


def choose_sorts(processors: str = "/proc/cpuinfo") -> None:
    """Tells numpy, if it is not loaded yet and nobody else did, how to sort on the ``processors`` described there."""
    if "numpy" in sys.modules or _DISABLED in os.environ or _ENABLED in os.environ:
        return
    try:
        with open(processors, "rb") as file:
            opening = file.read(_OPENING).decode("utf-8", "replace")
    except OSError:
        return
    if _ZEN_3_OR_4.search(opening) and _AVX_512.search(opening) and (version := _numpy_version()) is not None:
        os.environ[_DISABLED] = "X86_V4" if version >= (2, 4) else "AVX512_SKX"


def _numpy_version() -> tuple[int, int] | None:
    """The version of numpy that would be loaded; it has other names for what it can do since 2.4."""
    found = find_spec("numpy")
    if found is None or found.origin is None:
        return None
    try:
        with open(os.path.join(os.path.dirname(found.origin), "version.py"), encoding="utf-8") as file:
            version = _VERSION.search(file.read())
    except OSError:
        return None
    return None if version is None else (int(version[1]), int(version[2]))
