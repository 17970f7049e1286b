"""What systems say of files that they do not give or take, in Vietnamese."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

_VIETNAMESE: Mapping[int, str] = {
    errno.EACCES: "không có quyền truy cập",
    errno.EPERM: "thao tác không được phép",
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.EEXIST: "đã có tệp này",
    errno.EISDIR: "là thư mục, không phải tệp",
    errno.ENOTDIR: "không phải thư mục",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.ELOOP: "liên kết tượng trưng quá nhiều lớp",
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EDQUOT: "vượt hạn mức đĩa",
    errno.EROFS: "hệ thống tệp chỉ cho đọc",
    errno.EFBIG: "tệp quá lớn",
    errno.EIO: "lỗi vào ra của đĩa",
    errno.EBUSY: "thiết bị hay tệp đang bận",
    errno.EAGAIN: "tạm thời không sẵn sàng",
    errno.EMFILE: "mở quá nhiều tệp",
    errno.ENFILE: "cả hệ thống mở quá nhiều tệp",
    errno.ENOMEM: "không đủ bộ nhớ",
    errno.ENODEV: "không có thiết bị này",
    errno.ENXIO: "không có thiết bị hay địa chỉ này",
    errno.EBADF: "tệp đã đóng hoặc không mở được",
    errno.ESTALE: "tệp trên máy khác không còn",
    errno.ETIMEDOUT: "quá thời gian chờ",
    errno.EINVAL: "tham số không hợp lệ",
}

_BY_ENGLISH: Mapping[str, str] = {os.strerror(number): words for number, words in _VIETNAMESE.items()}


def in_vietnamese(reason: str) -> str:
    """What a system gives as a reason; as it is given, where it has other words or none of ours."""
    return _BY_ENGLISH.get(reason, reason)
