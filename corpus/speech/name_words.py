"""The words that tell a personal name from any other run of capital words."""

from __future__ import annotations

FAMILY_NAMES = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lí Đào Đoàn Vương Trịnh Trương Đinh Lâm
    Phùng Mai Tô Hà Tạ Quách Thái Châu Triệu Cao Lương La Lưu Thạch Kim Sơn Tăng Chu Nông Ma Vi Quan Hứa Đàm Doãn
    Bạch Tống Khổng Kiều Diệp Ông Từ Thân Tất Trà Mạc Thi Nghiêm Lục Giang Hầu Khuất Cù Ninh Phí Ngụy Tôn Bành Lại
    Mã Giàng Vàng Sùng Lò Cầm Hạ Vừ Thào Cư Y Âu Cấn Chử Chung Cung Đậu Điểu Điêu Đồng Đổng Giáp Hàn Hoa Hồng Khúc
    Khương Kha Ksor Kpă Lầu Lèng Liễu Lỗ Lều Lường Lù Lộc Ly Mẫn Mùa Nay Nhâm Nhan Nguỵ Ôn Phương Quản Quàng Rơ Rmah
    Siu Tiêu Tiết Tòng Trang Tráng Trác Tưởng Ứng Uông Văn Viên Yên Danh Tào Thập Lã Lữ Nhữ Cồ Đường Cổ Tằng Hờ Hạng
    Bế Linh Ngân Hoàn Vy Sầm Xồng Lô Khiếu Cáp Ksơr Niê Hmok Êban Mlô Knul
    """.split()
)
COMMON_FAMILY_NAMES = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Trịnh Đoàn Lương Đào Tạ Tô
    Phùng
    """.split()
)

CHRISTIAN_NAMES = frozenset(
    """
    Phêrô Giuse Maria Têrêsa Teresa Antôn Phaolô Đaminh Anna Gioan Gioakim Vinhsơn Micae Mátthêu Luca Máccô Tôma
    Augustinô Phanxicô Anrê Giacôbê Stêphanô Bênêđictô Cecilia Rosa Lucia Mađalêna Martinô Simon Tađêô Bosco Louis
    Thích
    """.split()
)
"""Baptismal names, and what monks are called, which stand before the family name and belong to the name."""

BIRTH_ORDER = frozenset(
    """
    Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Út Cả
    """.split()
)
"""Names by the order of birth, which stand before a nickname (``ông Sáu Đèo``) and alone."""

ABBREVIATED = frozenset(
    """
    ts ths pgs gs bs ks ls kts tskh pgs.ts gs.ts ts.bs ths.bs bs.ths bs.ckii bs.cki bsckii bscki gs.tskh
    pgs.ts.bs nsnd nsưt nsut hlv tướng ns btv mr ms mrs mc ceo ntk blv đbqh đb ông bà anh chị cô chú bác
    cụ em thầy mẹ đ/c sư lm đđ tt ht vua diva facebooker ttnd ttưt ttut
    """.split()
)
"""Forms of address and abbreviated offices that stand before a name with a capital, a point or both."""

OPENERS = frozenset(
    """
    Ảnh Nhưng Và Theo Còn Khi Tại Trong Sau Trước Hiện Tuy Do Vì Ngày Sáng Chiều Tối Trưa Đêm Đó Đây Cũng Riêng Với Từ
    Trên Dưới Chính Mới Vừa Để Đến Được Cả Các Những Mỗi Một Hai Không Có Là Nếu Như Nên Rồi Bởi Về Cùng Ngoài Bên
    Đặc Thế Vậy Đồng Cho Dù Mặc Song Nhờ Nói Trả Đáp Hỏi Kể Nghe Thấy Bị Tuổi Nghĩ Hôm Cha Bố Gia Nay Sao Trao Chia
    Tiếp Lúc Ở Đứng Cuối Đầu Giữa Hồi Lần Ai Khách Điều Từng Gã Hay Mạng Thưa
    """.split()
)
"""Words that open a sentence with a capital and begin no name, but for some family names."""

NEXT_OPENERS = frozenset("Theo Trong Khi Tại Sau Trước Ngoài Với Nhưng Tuy".split())
"""Openers of a sentence before which a caption or a headline may have lost its end."""

LAST_OPENERS = frozenset("Ông Bà Chàng Những Các Một Nhiều Cũng Không".split())
"""More of them, behind a name of three words at least (``Lò Văn Tròn Ông cho biết``)."""

HALVES_OF_OFFICES = frozenset("Phó Trưởng Tổng Chánh".split())
DEGREES = frozenset("ts ths pgs gs bs ks ls kts tskh".split())

HALVES = frozenset(
    """
    Chủ Tổng Thành Môi Kế Huyện Tỉnh Quận Thị Xã Phường Giáo Thể Kinh Tài Công Nông Xây Quốc Đô Trung Đại Thượng
    Thiếu Bí Phó Trưởng Cục Vụ Sở Bộ Ban Hội Tình Dân Khoa Lao Thông Thương Nội Ngoại Tư Kiểm Cảnh Giao Đảng Đoàn
    Mặt Hành Chính Cộng Liên Phát Truyền Du Phòng Chi Viện Trường Học Nhà Người Chiếc Cựu Tân Đào Quản Văn Khu Thư
    Thống Thời Điều Nghị Giám Hiệu Luật Quy Quyết Chánh Hiệp Ủy Uỷ Thủ Tối Chỉ Trợ Thứ
    """.split()
)
"""Capital words that are half of a common word (``Chủ tịch``, ``Môi trường``) where a small letter follows."""

SECOND_HALVES = frozenset(
    """
    giám lâm soát tịch ty an dục viên sư thao tế chính nguyên nghiệp dựng hội phòng gia thị ương tâm học diện viện
    thư trưởng ban trường hoạch đầu tư ủy uỷ đốc lý lí vụ sự hoá hóa lịch thông tin tải mại giao binh sát tra tòa
    toà án cục bộ xã khoa nghệ trình động đoàn dân quân chức tá tướng úy báo trận tổng doanh sản luật nghị quyết vận
    môi đô nước pháp cứu chí phường phố quản đội ký kí cao huy thống thôn ấp xóm
    """.split()
)

THINGS = frozenset(
    """
    Chiếc Sách Việc Hãng Cuộc Trận Bức Cây Căn Ngôi Quyển Cuốn Phía Phần Sự Nỗi Niềm Đội Tuyển Bài Tờ Đài Kênh Trang
    Giải Cúp Vụ Chuyện Khi Câu Mùa Đảng Video Clip MV Email Album Game Wifi
    Thuế Facebook Twitter Google Instagram Youtube YouTube Zalo TikTok Internet
    """.split()
)
"""Capital words that begin the name of a thing."""

SITES = frozenset("Facebook Instagram Twitter TikTok Youtube YouTube Zalo Weibo".split())
"""Sites on which people write under a name of their own, which stands behind the site's."""

HOUSES = frozenset(
    """
    Facebook Twitter Google Microsoft Apple Amazon Tesla Boeing Airbus Samsung Huawei Alibaba Tencent Toyota Honda Sony
    Nokia Intel Uber Grab Netflix Disney Reuters Bloomberg Goldman Meta SpaceX Xiaomi Lenovo Panasonic Nissan Ford
    Volkswagen Nestle Unilever Pepsi Starbucks Chelsea Arsenal Liverpool Everton Tottenham Barcelona Barca Juventus
    Bayern Dortmund Valencia Hamas Hezbollah Taliban Fatah
    """.split()
)
"""Companies, clubs and movements known all over the world.

They stand between an office and its holder (``CEO Facebook Alan Barker``).
"""
