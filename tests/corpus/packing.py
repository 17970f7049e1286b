"""Archives for tests: the same files packed in every way."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping

import zstandard

PAGE = "Đường mới vào thôn\n\nBà con góp ngày công, xã góp xi măng, và ai cũng được xem sổ thu chi.\n".encode()
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".bz2": bz2.compress,
    ".zst": lambda content: zstandard.ZstdCompressor().compress(content),
}
Files = Mapping[str, bytes]


def tar(files: Files, form: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar archive of the files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, content in files.items():
            header = tarfile.TarInfo(name)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return out.getvalue()


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED, *, is_long: bool = False) -> bytes:
    """A zip archive of the files, if asked for with the long numbers that large ones have."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            with archive.open(name, "w", force_zip64=is_long) as member:
                member.write(content)
    return out.getvalue()


class _Unseekable(io.BytesIO):
    def seekable(self) -> bool:
        return False

    def seek(self, *where: int) -> int:
        raise OSError("no way back")

    def tell(self) -> int:
        raise OSError("no way back")


def streamed(files: Files) -> bytes:
    """A zip archive written as a stream: what is to be known of a member stands behind it."""
    out = _Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


MAKERS: Mapping[str, Callable[[Files], bytes]] = {
    "a.zip": zipped,
    "b.zip": lambda files: zipped(files, zipfile.ZIP_STORED),
    "c.zip": lambda files: zipped(files, zipfile.ZIP_BZIP2),
    "d.zip": streamed,
    "d64.zip": lambda files: zipped(files, is_long=True),
    "e.zip": lambda files: b"#!/bin/sh\n" + zipped(files),
    "f.zip.gz": lambda files: gzip.compress(zipped(files)),
    "g.tar": tar,
    "h.tar": lambda files: tar(files, tarfile.GNU_FORMAT),
    "i.tar": lambda files: tar(files, tarfile.USTAR_FORMAT),
    **{f"j.tar{suffix}": lambda files, pack=pack: pack(tar(files)) for suffix, pack in PACKERS.items()},  # type: ignore[misc]
    "k.tgz": lambda files: gzip.compress(tar(files)),
    "l.txz": lambda files: lzma.compress(tar(files)),
    "m.tbz2": lambda files: bz2.compress(tar(files)),
    "n.tzst": lambda files: PACKERS[".zst"](tar(files)),
}
