"""Bytes that are nearly right: what stands in a seed, changed in a few places."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

Change = tuple[str, float, bytes, int]
"""How something is changed, where (as a part of the whole), with which bytes, and how many are concerned."""

PIECES = (
    b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x80", b"\n", b'"', b"\\", b"[", b"{", b"]", b"}", b"<", b">", b"&#769;",
    b"&#0;", b"\xcc\x81" * 70, b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xfe\xff", b",",
    b"\\ud800", b"\\u0000", b"9" * 5000, b"1e999", b"-1", b"PK\3\4", b"PK\1\2", b"PK\5\6", b"\x1f\x8b\x08", b"<!--",
    b"<script>", b"<p>" * 50, b"</div>", b"# title = x\n", b"\r", b"\t", b"\xc2\xa0", b"\x1b[31m", b"77777777777",
)  # fmt: skip

CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("put over", "put in", "take out", "say again", "cut off")),
        st.floats(0, 1),
        st.sampled_from(PIECES) | st.binary(min_size=1, max_size=8),
        st.integers(1, 64),
    ),
    min_size=1,
    max_size=5,
)


def changed(content: bytes, changes: Sequence[Change]) -> bytes:
    """The content with the changes made to it, one after the other."""
    for kind, part, piece, size in changes:
        at = int(part * len(content))
        match kind:
            case "put over":
                content = content[:at] + piece + content[at + len(piece) :]
            case "put in":
                content = content[:at] + piece + content[at:]
            case "take out":
                content = content[:at] + content[at + size :]
            case "say again":
                content = content[:at] + content[at : at + size] * 8 + content[at:]
            case _:
                content = content[:at]
    return content
