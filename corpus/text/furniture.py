"""The words of a site's template, by which the lines round an article are known for what they are.

Nothing here names a site. A line is furniture only if it opens with such words and is short, so that a sentence of the
article that happens to hold them stays.
"""

from __future__ import annotations

import re

TAIL = re.compile(
    r"""
    (?:tin(?:,\ bài)?|bài|các\ (?:tin|bài)(?:,\ (?:tin|bài))?|những\ (?:tin|bài)|video|chủ\ đề)
    (?:\ viết|\ bài)?(?:\ đang|\ được){0,2}\ (?:mới|khác|cũ|liên\ (?:quan|hệ)|cùng
    |đã\ đưa|nổi\ bật
        |đọc\ nhiều|xem\ nhiều|tiếp|nóng|trước|sau|trong\ ngày|hay|gợi\ ý|được\ quan\ tâm|đáng\ chú\ ý)
    | mời\ (?:(?:bạn|quý\ vị|độc\ giả|bạn\ đọc)\ )?(?:đọc|xem|nghe|đón)\s
    | có\ thể\ bạn\ (?:quan\ tâm|thích|chưa) | cùng\ (?:chuyên\ mục
    |tác\ giả|chủ\ đề) | đọc\ nhiều
    | xem\ nhiều | đừng\ bỏ\ lỡ | đọc\ tiếp(?!\ sau) | dành\ cho\ bạn | tin\ cùng | bài\ cùng | nổi\ bật$
    | (?:ý\ kiến|bình\ luận)\ (?:bạn\ đọc|của|về|\() | (?:bình\ luận|ý\ kiến|phản\ hồi)(?:\ bạn\ đọc)?\ ?\(?\d*\)?$
    | \d+\ (?:bình\ luận|ý\ kiến|phản\ hồi|nhận\ xét:?$)
    | (?:gửi|viết|đăng|để\ lại)\ (?:bình\ luận|ý\ kiến|phản\ hồi|cho\ bạn|email|bài|một\ bình)
    | leave\ a\ (?:comment|reply) | \d+\ responses?\ to
    | thông\ tin\ người\ gửi | xem\ (?:phản\ hồi|tiếp|theo\ ngày) | chia\ sẻ(?::|$|\ (?:bài|lên|qua|facebook|zalo|\d))
    | \[?\ ?in\ (?:bài|trang|ấn) | bản\ in$ | từ\ khóa | từ\ khoá | tags?\s*: | thẻ\s*: | chủ\ đề\s*: | tagged
    | this\ entry\ was\ posted
    | (?:số\ )?lượt\ (?:người\ )?(?:xem|đọc|truy) | ↑ | (?:về|lên)\ đầu\ trang | \[?\ ?(?:trở\ (?:về|lại)
    |quay\ lại) | loading | ©
    | bản\ quyền(?!\ (?:hình\ )?ảnh) | copyright | _{3,}
    | tìm\ kiếm$ | like\b | facebook | số\ lượt | thích\ bài\ này | đánh\ giá\ bài
    | xếp\ hạng | liên\ hệ
    | giấy\ phép | gpxb | \(c\)\ | (?:phó\ )?tổng\ biên\ tập\s*: | chịu\ trách\ nhiệm | cơ\ quan\ chủ\ quản | tòa\ soạn
    | toà\ soạn | trụ\ sở | hotline | liên\ lạc
    | ghi\ rõ\ nguồn | thuộc\ (?:bộ|sở|tỉnh|ban) | số\ giấy\ phép | bạn\ cần\ đăng\ nhập | điện\ thoại\s*:
    | email\s*: | thiết\ kế\ (?:bởi|và) | powered\ by | website\ powered | phát\ triển\ bởi | đường\ dẫn\s*:
    | link\ (?:gốc|bài) | nguồn\s*:\s*https?: | url\s*:
    | xem\ thêm$ | theo\ dõi\ (?:chúng\ tôi|[\w ]+\ trên) | đăng\ ký\ nhận | mọi\ (?:thông\ tin|ý\ kiến)\ (?:góp
    |chia|xin) | (?:prev|next|(?:bài|tin)\ (?:trước|sau))\s*: | add\ a\ comment | guid\s*: | link\s*:\s*http
    | tặng\ sao | tổng\ số\ điểm | đăng\ nhập\ vào\ hệ | trả\ lời\ \# | «?\ ?sửa\ lần\ cuối
    | thông\ tin\ (?:báo\ chí|chi\ tiết)[\w ]*liên\ hệ | thông\ tin\ liên\ hệ
    | hãy\ là\ người | báo\ điện\ tử | về\ tác\ giả | đăng\ ký\ (?:bản|theo) | (?:file|tệp|tài\ liệu)\ (?:đính\ )?kèm
    | (?:[^\W\d_]+\ ){1,4}liên\ quan$ | trong\ số\ này$ | related(?:\ \w+)?$ | recommended | newsletter | more\ from
    | (?:đang\ )?được\ (?:quan\ tâm|đọc|xem)(?:\ nhiều)?(?:\ nhất)?$
    | mới\ -\ nóng | cổng\ dịch\ vụ\ công$
    | theo\ dòng\ (?:sự\ kiện|thời\ sự) | you\ may\ also | nội\ dung\ tài\ trợ | tin\ tài\ trợ
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What follows the article: from such a line on, a page is about other pages."""

IMPRINT = re.compile(
    r"\*?\s*mời (?:quý )?(?:vị|độc giả|khán giả|bạn đọc|bạn xem)\b|©|copyright|bản quyền(?! (?:hình )?ảnh)|giấy phép"
    r"|ghi rõ nguồn|ý kiến của bạn (?:về|là)|mọi hình thức sao chép|(?:phó )?tổng biên tập\s*:|cơ quan chủ quản"
    r"|this entry was posted in\b|the post .{3,160} (?:first appeared|appeared first) on|bạn thấy bài viết này"
    r"|(?:email của bạn sẽ (?:không )?(?:được|bị) (?:hiển thị|công (?:khai|bố))|your email address will"
    r"|lưu tên của tôi,|các trường bắt buộc (?:được|phải|có) (?:đánh )?dấu)"
    r"|(?:bạn đọc|độc giả) có (?:câu hỏi|ý kiến)[^.]{0,30} (?:xin|vui lòng|hãy|mời|gửi)(?!\w)"
    r"|(?:bạn đọc|độc giả|câu hỏi|bài viết(?! dự thi)|thư) (?:[^.]{0,60} )?(?:xin |vui lòng |hãy )?gửi "
    r"[^.]{0,40}(?:về|tới|đến|qua) (?:địa chỉ|hộp thư|hòm thư|e-?mail)(?!\w)"
    r"(?=[^@]{0,80}(?:@|t(?:òa|oà) soạn|ban biên tập|chuyên mục|báo\b|tạp chí))"
    r"|cảm ơn bạn đã quan tâm đến|(?:hãy )?tặng sao |bạn đang (?:đọc|xem) bài (?:viết )?.{10,}"
    r"|bạn nghĩ gì về (?:thông tin|bài|nội dung|vấn đề)|hãy (?:bày tỏ|chia sẻ|gửi) ý kiến"
    r"|(?:bạn đọc|độc giả|bạn) có thể (?:chia sẻ|gửi|để lại)[^.]{0,90} ý kiến",
    re.IGNORECASE,
)
"""The publisher's words about himself, which may be whole sentences."""

INSERT = re.compile(
    r"(?:>+|→|➤|\*|\[|»|•|-|◆|\+)?\s*(?:(?:xem|đọc)\s+thêm\b|(?:bấm|nhấn|chạm) (?:để|vào|xem)|click|mời xem"
    r"|mời (?:quý vị |bạn )?(?:độc giả |bạn đọc )?(?:xem|đón)"
    r"|https?://\S+(?: (?:(?:trang|page) )?\d+/\d+)?$|nghe (?:âm thanh|bài|đọc|tại|podcast)"
    r"|read (?:more|also)\b|tin (?:đáng đọc|liên quan)|bài liên quan|có thể bạn)|>>|→|➤|video\s*:|clip\s*:|loading"
    r"|\[(?:video|clip|infographics?|photo|podcast|e-?magazine|longform|mega ?story)\]"
    r"|(?:hãy )?(?:đăng ký )?nhận (?:thư tin|bản tin|newsletter)\b|bản tin (?:thời sự )?hàng ngày\b"
    r"|bạn (?:nghĩ|đánh giá|thấy) (?:gì|sao|thế nào) về\b.*\?$"
    r"|ảnh\s*:?$|(?:dòng )?sự kiện\s*: |(?:kéo|cuộn|vuốt) (?:xuống|lên) (?:để|xem|đọc)\b"
    r"|(?:đọc|xem|bài|nội dung|cuộn|tiếp|tắt|ẩn|bỏ qua)\b[^.]{0,40}\bquảng cáo$",
    re.IGNORECASE,
)
"""A pointer to another page, set between two paragraphs."""

INSERT_LABEL = re.compile(
    r"(?:tin|bài)(?: viết)? (?:đáng đọc|liên (?:quan|hệ)|nên đọc|hay|cùng|tiêu điểm)|(?:xem|đọc|tham khảo) thêm\s*:?$"
    r"|có thể bạn quan tâm|nên đọc$"
    r"|liên quan\s*:?$",
    re.IGNORECASE,
)
"""A heading whose next lines are the titles of other pages."""

BUTTON = re.compile(
    r"""
    (?:
    (?:chia\ sẻ|lưu|lưu\ bài|thích|theo\ dõi|in|in\ bài|in\ trang|bản\ in|gửi|gửi\ (?:bài|mail|email)|email|facebook
    |zalo|twitter|google\+?|pinterest|messenger|telegram|linkedin
    |copy|copy\ link|lấy|sao\ chép|chép|tìm\ kiếm|menu|đóng|gốc|like|share|print|tweet|pin|bình\ luận|ý\ kiến|phản\ hồi
    |góp\ ý|trang\ chủ|tải\ về|hd|pdf|đặt\ (?:lịch(?:\ khám|\ hẹn)?|hẹn|khám)|viết|quảng\ cáo|rss(?:\ feeds?)?|sitemap
    |multimedia)
    (?:\ (?:bài(?:\ viết)?|trang(?:\ này)?|này|(?:đường\ )?link|liên\ kết|đường\ dẫn|lên
    |qua|facebook|zalo|twitter|email|thành\ công|online|trực\ tuyến))*[\s\d.,()km+]*$
    |-\ chia\ sẻ$|(?:[^.:!?]{1,40}:\ |-\ )?(?:chia\ sẻ|theo\ dõi)\ (?:bài|trên|qua|facebook|zalo|chúng\ tôi
        |(?:[\wđ.]+\ ){1,4}trên$|(?:[\wđ]+\ ){1,6}trên\ (?:google|facebook|zalo|youtube|tiktok)).*$
    |(?:chào\ mừng|xin\ chào)\ (?:bạn|quý|các|khách).*$
    |(?:chạm|bấm|nhấn|click)\ (?:để|vào)\b.*$
    |(?:đọc|xem)\ ngay$|(?:trái|giữa|phải)$|[○◯☐□]\s.*$|(?:bình\ chọn|biểu\ quyết|xem\ kết\ quả)$
    |(?:video|audio)\ player\ is\ loading.*$|stream\ type.*$|playback\ rate$|chapters$|this\ is\ a\ modal.*$
    |(?:descriptions|captions|subtitles)(?:\ (?:off|settings).*)?$|audio\ track$|picture-in-picture$|seek\ to\ live.*$
    |xem\ tin\ theo\b.*$|\d+\ phút\ thời\ gian\ đọc$
    |(?:\d\ ){2,}\d$|đánh\ giá\s*:?$|tải\ xuống\b.*$|bỏ\ qua\ .{3,40}\ và\ tiếp\ tục.*$|bạn\ vui\ lòng\ .*$
    |kết\ thúc\ (?:có\ thể\ bạn|đọc\ nhiều).*$|nội\ dung\ (?:bài\ viết|chính)\ \[.*$
    |xem\ nhanh\b.*$|gọi\ ngay\b.*$|tải\ (?:file|tệp)\b.*$|video\ đang\ phát$|inread\b.*$
    |các\ tập$|(?:bỏ\ qua|kết\ thúc)\ podcast.*$
    |soạn:?\ .{2,40}\ gửi\ (?:đến\ |tới\ )?\d{3,5}.*$|trở\ thành\ người\ đầu\ tiên\ .*$
    |nghe\ (?:bài|đọc|trực|audio|nội\ dung).*$|(?:cỡ\ chữ|font\ size|kích\ thước|(?:tăng|giảm)(?:,?\ giảm)?\ cỡ).*$
    |đăng\ (?:nhập|ký)\b.*$
    |(?:liên\ kết\ website|thư\ điện\ tử|hộp\ thư(?:\ điện\ tử)?|sơ\ đồ\ (?:cổng|trang|site)(?:\ web)?)$
    |(?:bạn\ đang\ ở\ đây|you\ are\ here)\s*:?$|theo\ dõi\ (?:[\wđ&]+\ ){0,6}trên$|page\ content$
    |bỏ\ qua\ (?:để\ xem\ )?nội\ dung$|chuyển\ đến\ nội\ dung$|skip\ to.*$
    |(?:-\ )?(?:lượt\ xem|đã\ xem|xem|views?|votes?)\s*:?\s*\d.*$|(?:số\ )?lượt\ (?:xem|đọc)\s*:?$
    |giọng\ (?:nam|nữ).*$|(?:nữ|nam)\ miền\ (?:bắc|trung|nam)$|(?:play|pause|(?:un)?mute|fullscreen|replay)$
    |(?:hết|kết\ thúc)\ quảng\ cáo$|đọc\ bài\b.*$|(?:audio|podcast)$
    |xem\ ảnh.*$|đặt\ làm\ trang.*$|leave\ a.*$|toàn\ màn.*$|toàn\ văn\ \|.*$
    |\d[\d.,]*\s*(?:thích|votes?|lượt|liên\ quan|bình\ luận|chia\ sẻ|views?|comments?|likes?|shares?)(?!\w).*$
    |(?:log\ ?in|sign\ (?:in|up)|register|sidebar)$|[^\W\d]$|(?:thứ\ (?:hai|ba|tư|năm|sáu|bảy)|chủ\ nhật)[,.]?$
    |\d[\d.,]*[km]?$|[\d.]+x$
    |\(?cập\ nhật(?:\ lúc)?\ \d{1,2}\s?[:hg]\s?\d{2}\)?$
    |share\ this.*$|video\ không.*$|\d{1,2}:\d{2}$|trình\ duyệt.*$|mục\ lục.*$|\d\s?/\s?\d\b[^|]*$
    |https?://\S+(?:\s+\d+/\d+)?$
    |www\.\S+$|\#\w.*$|(?:ảnh|hình|nguồn\ ảnh|video|clip|đồ\ họa)\s*:\s*[^.]{1,40}$
    |a{2,3}$|[-+\s]*[at][-+]?(?:[-+/|\s]+[at][-+]?)*[-+\s]*$|[☰≡].*$|[✕×]$|[▶►].*$
    |(?:[^\W\d]+\ [^\W\d]+(?:\ [^\W\d]+)?\s?:\ )?\d{1,2}(?:[–-]\d{1,2})?\ (?:phút|min(?:ute)?s?)(?:\ (?:đọc|read))?$
    |(?:[\w-]+\.)+[a-z]{2,}\ [·•|]\ \d{1,2}\ phút\ đọc\b.*$
    |trang\ \d{1,3}\ ?(?:/|trên|của)\ ?\d{1,3}\b.*$
    |nội\ dung\ chính\ ?:?$
    |photos?$|gửi\ tin\ nhắn(?:\ \|.*)?$
    |[\w.]{2,20}(?:\ ?/\ ?[\w.]{2,20})?\ photos?$|(?:bật|tắt|phát|tiếp\ theo|tự\ động\ phát)$
    |[↓↑⬇]?\ ?(?:kéo|cuộn|vuốt)\ (?:xuống|lên)\ (?:để|xem|đọc)\b.*$
    |(?:ẩn|tắt|bỏ\ qua|đóng)\ quảng\ cáo.*$|advertisements?$|qc$
    |scroll\ to\ continue.*$|trình\ phát.*$|thích\ .{1,40}\ trên\ facebook$
    |[♥❤★☆].*$|[\U0001F300-\U0001FAFF]\W*(?:\w+[^\w:]+){0,3}\w*[^\w:]*$
    |(?:tự\ động\ )?(?:làm\ mới|tải\ lại|refresh)\b.*$
    |(?:nghe|báo\ nói|phần\ âm|âm\ thanh|audio|video|podcast|thời\ lượng)(?:\ \w+){0,2}\W*\d{1,2}:\d{2}$
    |bản\ quyền\ (?:hình\ )?ảnh\ .*$
    |(?:nguồn\ (?:hình\ )?ảnh|vai\ trò|image\ (?:source|copyright)),\ .*$|image\ (?:source|copyright)\ .*$
    |0:00.*$|\d+:\d+\s*/.*$|←.*$|«[^»]*$|[^«]{1,60}[→»✕]$|[-–—_=*•.\s]+$
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A control of the page."""

BUTTONS = re.compile(
    r"(?:(?:facebook|twitter|zalo|google|messenger|bản in|in bài|in trang|in|gửi email|gửi mail|email|cỡ chữ|thích"
    r"|chia sẻ|lưu|copy link|copy|gửi cho bạn bè|gửi cho bạn|phản hồi|trở về|trở lại|quay lại|tải về|in bài này"
    r"|bình luận|print|like|share|tweet|theo dõi|nghe|đọc|a[-+]?|google\+|ý kiến độc giả|ý kiến bạn đọc|lưu vào sổ tay"
    r"|đóng cửa sổ"
    r"|\d[\d.,k]*|[|·•,/()-])\s*:?(?:\s+|$)){2,}$",
    re.IGNORECASE,
)
"""Several controls in one line."""

KEYWORDS = re.compile(r"(?:từ khóa|từ khoá|keywords?|tags?|(?:dòng )?sự kiện)\s*:", re.IGNORECASE)
"""Words of the page's own that lead to others on the same thing."""

CONTROL_WORDS = frozenset(
    """
    a aa add b bài báo bè bình bạn bản chia cho chèn chép chữ copy current cuối công cỡ của duration dụng e
    email embed facebook favorites font gmail google góp gốc gửi hoặc hồi in ins khác khảo kiến kích like link
    link0 linkedin liên loaded luận lên lưu lại lớn lời mail messenger mute news nghe nhỏ những này options
    pause phóng phản pinterest play player print qua quan quay remaining rss sao sau share size sẻ sổ tay theo
    thu thành thích thông thước time tiếng tiếp to top trang trên trước trả tweet twitter tương tải tắt viber
    video viết volume vào về với vừa whatsapp xem xuống xóa youtube yêu zalo ý đóng đăng đầu đọc ứng
    """.split()
)
"""The words of a site's controls: a short line of nothing else is one, in whatever order and number."""

COUNTER = re.compile(r"(?:số )?lượt truy cập|đang (?:truy cập|online)|hôm nay\s*:?\s*\d|\d[\d.,]{0,12}$", re.IGNORECASE)
GLUED_BUTTON = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=\)))\s*(?:(?:(?:Số )?[Ll]ượt (?:xem|đọc)\s?:?|(?:Xem |Gửi )?(?:phản hồi|bình luận|ý kiến)"
    r"(?: (?:bạn đọc|độc giả))?(?: ?\(\d+\))?|Chia sẻ(?: bài(?: viết)?)?|Gửi (?:bài viết|bài|email|cho bạn bè)"
    r"|In (?:bài viết|bài|trang này|trang)|Lưu|Thích|Theo dõi|Quay lại|Trở lại(?: [^\W\d_]+){0,3}"
    r"|Về trang trước|Email|Print|Tweet|Twitter|Facebook|Zalo|Google(?: ?\+)?|Copy link"
    r"|Lấy link|Link bài gốc)(?: ?\+?\d[\d.,k]*)?\s*)+$",
    re.IGNORECASE,
)
GLUED_COUNT = re.compile(r"\s*\(\d{1,4}\)\s*$")
"""The number of comments behind a title."""

SITE = re.compile(
    r"(?:[\w-]+\.(?:vn|com|net|org)\b|google news|cơ quan (?:ngôn luận|của)"
    r"|báo|tạp chí|ủy ban|uỷ ban|ubnd|sở|bộ|bệnh viện|đài|cổng|trang (?:tin|thông tin|nhất|chủ)|bản tin"
    r"|trường(?!(?-i: [A-ZĐ][^\W\d_]*[^\W\d_A-ZĐ]$))"
    r"|đại học|cục|hội|hiệp hội|liên đoàn|cơ quan|tiếng nói|thông tấn"
    r"|công ty|văn phòng luật|nhật báo|tuần báo|website|chuyên trang|phụ trương|blog|giáo phận|giáo xứ|đảng bộ"
    r"|(?:tòa|toà) (?:án nhân dân|soạn)|viện|trung tâm|ngân hàng|chi cục|thành ủy|mặt trận"
    r"|huyện ủy|tỉnh ủy|công an)(?!\w)",
    re.IGNORECASE,
)
"""How the names of sites begin."""

PAPER = re.compile(
    r"(?:báo(?! (?:động|cáo|hiệu|hiếu|oán|đáp|thù|chí|lỗi|giá|tin)\b)|tạp chí(?! số \d)|đài(?! loan\b)"
    r"|nhật báo|tuần báo|thông tấn|ttxvn|theo báo|(?-i:(?:Reuters|AFP|AP|BBC|CNN|VOA|RFI|Bloomberg|Kyodo|Yonhap)$))"
    r"(?= [^\W\d_]|$)",
    re.IGNORECASE,
)
"""How the names of those begin that are quoted as sources."""

IN_PRINT = re.compile(r"\bbáo (?:giấy|in)$", re.IGNORECASE)
"""What a text is from that stood in the printed paper first, and no paper's name."""

VISIT = re.compile(
    r"(?:in ngày|in lúc|hôm nay|ngày in|giờ in|thời gian in|bản in|bây giờ|truy cập|xem lúc|today|printed)",
    re.IGNORECASE,
)
"""Words that make a date the day of the visit or of printing."""

POSTED = re.compile(
    r"(?:đăng(?: lúc| ngày| tải)?|ngày đăng|đăng bởi|xuất bản|ngày xuất bản|posted(?: on| by)?|published"
    r"|được (?:viết|đăng|tạo)|viết(?: ngày| lúc)|thời gian|ngày|gửi lúc|phát hành(?: ngày)?|phát(?=\s*:|$)|cập nhật)",
    re.IGNORECASE,
)
UPDATED = re.compile(r"(?:(?:đã )?cập nhật|sửa|updated|modified|lần cuối)", re.IGNORECASE)
"""Words that make a date the last change's, and not the first posting's."""

CHANGED = re.compile(r"lần cuối|(?:^|chỉnh )sửa\b|last (?:updated|modified)|modified", re.IGNORECASE)
"""Words of a last change for certain: ``Cập nhật`` alone many sites write for the posting, too."""

AGO = re.compile(
    r"(?P<source>(?:\S+ ){0,5}?\S*?)[\s|·•-]*(?:cách đây\s+(?:khoảng )?\d+\s+(?:giờ|phút|ngày|tuần|tháng|năm|giây)"
    r"|\d+\s+(?:giờ|phút|ngày|tuần|tháng|năm|giây)\s+trước)(?:\s*\d+ liên quan.*|\s*(?:bài )?gốc)?$",
    re.IGNORECASE,
)
"""How long ago, and whose text it was: a publication date without a date."""

SECTION_LABEL = re.compile(
    r"(?:(?:chuyên mục|mục|chuyên trang|thể loại|category)\s*:\s*|chi tiết (?:bài viết|tin)\s+(?=(?-i:[^\W\d_a-z])))"
    r"(?P<name>.{2,40})$",
    re.IGNORECASE,
)
LEAD_LABEL = re.compile(r"(?:tóm tắt|sa-?pô|tóm lược|trích yếu|dẫn)(?: / [^\W\d_]+)?\s*:\s*", re.IGNORECASE)
HERE = re.compile(r"(?:bạn đang ở(?: đây)?|bạn đang xem|vị trí|you are here)\s*:?\s*", re.IGNORECASE)
HOME = re.compile(r"(?:trang chủ|trang nhất|home|trang đầu)$", re.IGNORECASE)
FROM_HOME_TO = re.compile(r"(?:trang chủ|home)\s+", re.IGNORECASE)
FROM_HOME = re.compile(r"(?:trang chủ|home)\s+(?P<section>\S+(?: \S+){0,5})$", re.IGNORECASE)
SITE_END = re.compile(r"(?:điện tử|online|\.vn|\.com|\.net)$", re.IGNORECASE)
