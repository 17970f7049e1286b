"""The words by which speech shows itself: verbs of saying, forms of address, offices, bodies and places.

Lists of words alone, and the patterns made of them. None is complete, and none has to be: a word that is missing costs
a little only where the sentence's build says nothing either.
"""

from __future__ import annotations

import re

from corpus.speech.patterns import either, listed

MALE = "ông, anh, chú, cậu, thằng, thằng cu, ngài, thầy, thầy giáo, bố, cha, sư thầy, lão"
FEMALE = "bà, chị, cô, dì, mẹ, cô giáo, mợ, thím, sơ, o"
EITHER = "cụ, em, bác, bé, cháu, đồng chí, bạn, vị, mế, già, già làng, con"
ADDRESS_WORDS = f"{MALE}, {FEMALE}, {EITHER}"
ADDRESS = either(ADDRESS_WORDS, capital=True)
"""Forms of address, which stand before a name and are no part of it."""

OFFICE_WORDS = """
    bác sĩ, bác sỹ, bs, BS, BSCKII, BSCKI, BSCK2, BSCK1, BS.CKII, BS.CKI, BS CKII, BS CKI, BSCK II, BSCK I, ThS,
    Ths, PGS.TS, GS.TS, PGS, TS, bs ckii, bs cki, bsckii, bscki, bsck2, bsck1, y sĩ, y tá,
    điều dưỡng, dược sĩ, luật sư, ls, ca sĩ, ca sỹ, nhạc sĩ, nhạc sỹ, nghệ sĩ, nghệ sỹ, nghệ nhân, nsnd, nsưt, nsut,
    diễn viên, đạo diễn, biên đạo, biên kịch, mc, người mẫu, siêu mẫu, hoa hậu, á hậu, hoa khôi, nhà sản xuất,
    nhà thiết kế, ntk, hlv, huấn luyện viên, cầu thủ, thủ môn, tiền đạo, tiền vệ, hậu vệ, trung vệ, đội trưởng,
    nhân vật chính, người đồng cấp, người đồng nhiệm, ngôi sao, cựu sao, danh thủ, chân sút, thuyền trưởng, vđv,
    vận động viên, tay vợt, võ sĩ,
    kình ngư, trọng tài, bình luận viên, blv, tài khoản, ts, ths, pgs, gs, pgs.ts, gs.ts, tskh, gs.tskh, tiến sĩ,
    tiến sỹ, thạc sĩ, thạc sỹ, giáo sư, phó giáo sư, cử nhân, kỹ sư, kĩ sư, kiến trúc sư, kts, nhà văn, nhà thơ,
    nhà báo, nhà giáo, nhà giáo ưu tú, nhà nghiên cứu, nhà khoa học, nhà sử học, nhà phê bình, họa sĩ, hoạ sĩ,
    nhà ngoại giao, tướng, đại tướng, thượng tướng, trung tướng, thiếu tướng, đại tá, thượng tá, trung tá, thiếu tá,
    đại úy, đại uý, thượng úy, thượng uý, trung úy, trung uý, thiếu úy, thượng sĩ, trung sĩ, binh nhất, binh nhì, đb,
    đbqh, đại biểu, đại biểu quốc hội, giám đốc, phó giám đốc, tổng giám đốc, phó tổng giám đốc, quyền giám đốc, ceo,
    chủ tịch, phó chủ tịch, chủ nhiệm, phó chủ nhiệm, bộ trưởng, thứ trưởng, thủ tướng, phó thủ tướng, tổng thống,
    phó tổng thống, tổng bí thư, nguyên thủ, ngoại trưởng, quốc vương, thái tử, nữ hoàng, giáo hoàng, phát ngôn viên,
    người phát ngôn, bí thư, phó bí thư, trưởng, phó trưởng, phó, trưởng phòng, phó phòng, trưởng ban, trưởng khoa,
    trưởng bộ môn, trưởng thôn, trưởng ấp, trưởng bản, trưởng công an, trưởng khu phố, tổ trưởng, đội phó,
    hiệu trưởng, hiệu phó, viện trưởng, viện phó, tổng cục trưởng, phó tổng cục trưởng, chi cục trưởng, cục trưởng,
    cục phó, vụ trưởng, chánh, chánh văn phòng, chánh án, chánh thanh tra, kiểm sát viên, thẩm phán, điều tra viên,
    tổng thư ký, thư ký, tổng biên tập, biên tập viên, phóng viên, phóng viên ảnh, tỷ phú, tỉ phú, doanh nhân,
    chuyên gia, chuyên viên, nhà đầu tư, nhà phân tích, chiến lược gia, nhiếp ảnh gia, kinh tế trưởng, nghi phạm,
    nghi can, bị cáo, bị can, nạn nhân, đối tượng, nhân chứng, linh mục, giám mục, hồng y, mục sư, hòa thượng,
    hoà thượng, thượng tọa, thượng toạ, đại đức, ni sư, sư cô, sư trụ trì, trụ trì, phật tử, con trai, con gái,
    con dâu, con rể, con, vợ, chồng, mẹ, cha, bố, mẹ ruột, cha ruột, em trai, em gái, anh trai, chị gái, em dâu,
    chị dâu, anh rể, cháu nội, cháu ngoại, ông nội, bà nội, ông ngoại, bà ngoại, hàng xóm, chủ, chủ quán, chủ nhà,
    chủ xe, chủ tàu, chủ trại, chủ vườn, chủ cửa hàng, chủ cơ sở, chủ doanh nghiệp, chủ đầu tư, công nhân, công dân,
    nông dân, ngư dân, lão nông, tiểu thương, sinh viên, nữ sinh, nam sinh, học sinh, cựu học sinh, phụ huynh,
    giáo viên, giảng viên, người dân, cư dân, đại diện, thành viên, ủy viên, uỷ viên, quản lý, quản lí, nhân viên,
    cán bộ, chiến sĩ, tài xế, lái xe, phi công, bảo vệ, tình nguyện viên, thí sinh, thủ khoa, á khoa, bệnh nhân,
    thương binh, cựu chiến binh, nhà sáng lập, người sáng lập, đồng sáng lập, sáng lập, cố vấn, trợ lý, trợ lí,
    điều phối viên, kế toán, kế toán trưởng, bếp trưởng, đầu bếp, thợ, nhà thầu, dân quân, du khách, hành khách,
    khách hàng, độc giả, bạn đọc, cựu, nguyên, nữ, nam, hội trưởng, trưởng đoàn, phó đoàn, lãnh đạo, tham mưu trưởng,
    tư lệnh, đô đốc, phó đô đốc, chuẩn đô đốc, luật sư trưởng, giám đốc điều hành, giám đốc sở, kỳ thủ, kì thủ,
    thống chế, chính ủy, chính uỷ, đại sứ, lãnh sự, tổng lãnh sự, btv, hạ sĩ, hạ sỹ, học giả, cây bút, nhà bình luận,
    danh hài, thống đốc, thị trưởng, thủ hiến, cử tri, võ sư, hướng dẫn viên, nghiên cứu sinh, ký giả, nghị viên,
    đăng kiểm viên, giao dịch viên, bị đơn, nguyên đơn, cảnh sát trưởng, công tố viên, nhà làm phim, nhà hoạt động,
    nhà kinh tế, nhà kinh tế học, nhà vật lý, nhà soạn nhạc, nhà dinh dưỡng, nhạc trưởng, hoàng tử, công nương,
    nghị sĩ, thượng nghị sĩ, dân biểu, luật gia, thư kí, vlogger, blogger, streamer, rapper, youtuber, tiktoker,
    producer, dj, stylist, diva, danh ca, ông bầu, ông trùm, giám khảo, nhà biên kịch, dịch giả,
    tài tử, tay đua, người đẹp, đại gia, anh hùng, học trò, tiếp viên, bệnh nhi, sản phụ, bị hại, họa sỹ, hoạ sỹ,
    võ sỹ, trung sỹ, thượng sỹ, chiến sỹ, người dùng, facebooker, instagramer, nhà vua, nhà lãnh đạo,
    người đứng đầu,
    hoàng hậu, thái hậu,
    công chúa, sultan, chưởng môn, ttnd, ttưt, ttut, quán quân, vũ công, vũ sư, thượng thư, nghệ sĩ ưu tú,
    nghệ sĩ nhân dân, cô dâu, chú rể, nghệ sĩ hài, nghệ sỹ hài, diễn viên hài, giáo sĩ, giáo sỹ, đồng tác giả
"""
OFFICES = either(OFFICE_WORDS, capital=True)
"""Words with which an office, a calling or a tie of kinship begins."""

SAYING = listed(
    """
    nói, bảo, cho biết, cho rằng, cho hay, khẳng định, nhấn mạnh, phát biểu, chia sẻ, đề nghị, lưu ý, bày tỏ,
    trả lời, kể, tâm sự, nhận định, nhận xét, giải thích, phân tích, thừa nhận, cảnh báo, kêu gọi, yêu cầu, góp ý,
    khuyến nghị, phản biện, thú thực, dạy,
    nhắc nhở, nhắc, tâm niệm, bộc bạch, trăn trở, đặt vấn đề, thông tin, khuyên, khuyến cáo, hỏi, đáp, thắc mắc,
    than, dặn, hứa, quả quyết, tuyên bố, chỉ đạo, đánh giá, kiến nghị, đề xuất, bình luận, tiết lộ, xúc động,
    vui vẻ, cười, hồi tưởng, hoài niệm, nhớ lại, kết luận, tự hào, phấn khởi, phản ánh, trao đổi, khoe, đúc kết,
    báo cáo,
    thì thầm, thì thào, góp chuyện, phàn nàn, than thở, rao, viết, chỉ rõ, nêu, nêu rõ, nêu quan điểm, dẫn chứng,
    phân trần, giãi bày, thổ lộ, trải lòng, tếu táo, hóm hỉnh, quát, hét, la, kêu, reo, gào, lẩm bẩm, thốt lên,
    thốt, nghẹn ngào, rưng rưng, mếu máo, lên tiếng, cam kết, cam đoan, bức xúc, lo lắng, lo ngại, băn khoăn,
    tin tưởng, tin rằng, nghĩ, nghĩ rằng, hy vọng, hi vọng, kỳ vọng, kì vọng, mong, mong muốn, mong mỏi, ước,
    đồng tình, phản đối, phản bác, bác bỏ, phủ nhận, xác nhận, chỉ ra, chỉ trích, phê bình, mô tả, miêu tả, ví von,
    ví, gọi, lập luận, lý giải, lí giải, cắt nghĩa, diễn giải, bổ sung, tiếp lời, ngắt lời, nói thêm, giới thiệu,
    dự báo, dự đoán, tính toán, thống kê, ước tính, tán thành, quán triệt, giao nhiệm vụ, nhắn nhủ, nhắn, gửi gắm,
    căn dặn, động viên, cảm ơn, xin lỗi, thú nhận, khai, khai nhận, khai báo, tố cáo, tố, trình bày, báo tin,
    thông báo, công bố, ra lệnh, hô, hô hào, hát, ngân nga, đọc, trích, trích lời, dẫn lời, bật mí, hé lộ, hào hứng,
    hồ hởi, tỏ ra, tỏ bày, nhìn nhận, quan niệm, cho là, xem, chốt, chốt lại, tổng kết, kết lại, tâm tình, hài hước,
    nói đùa, đùa, nói vui, trêu, mỉa mai, chê, khen, ca ngợi, tán dương, đánh tiếng, phân bua,
    thanh minh, biện minh, đính chính, trò chuyện, cáo buộc, lên án, chất vấn, gợi ý, hướng dẫn, chúc mừng, chúc,
    bộc lộ, ngậm ngùi, bồi hồi, tiếc nuối, thở dài, gật gù, lắc đầu, xua tay, nhún vai, tươi cười, mỉm cười,
    rơm rớm, nức nở, khóc, tường thuật, thuật lại, kể lại, nói lại, chỉ tay, gạt nước mắt, tâm đắc, cảm nhận, ghi,
    đăng, đăng tải, đăng đàn, tweet, post, comment, bình phẩm, rỉ tai, trấn an, an ủi, giục, thúc giục, thuyết phục,
    gợi nhớ, đinh ninh, nài nỉ, van xin, đòi, cự tuyệt, từ chối, chào, mời, chua xót, cảm thán, giải đáp, vạch rõ,
    lý sự, có đoạn, có đoạn viết, ghi rõ, chêm vào, chen vào, nói chen, ngắt lời, phản ứng, đáp trả, phản pháo,
    đặt câu hỏi, nói thêm, ví dụ,
    nêu ví dụ, cho hay thêm, chia sẻ thêm, thông tin thêm, nói rõ, làm rõ, tự tin, xác định,
    quyết định, bàn, thầm thì, nhẩm tính, ngỏ lời
    """
)
_CALLINGS = "".join(
    f"(?<!{who} {what})"
    for who in ("nhà", "chuyên gia")
    for what in ("bình luận", "phân tích", "phê bình", "đánh giá", "dự báo", "thống kê", "báo cáo", "báo tin")
)
_INFORMATION = r"(?<!toàn thông tin)(?<!nghệ thông tin)(?<!thống thông tin)"
"""No verb where it tells of what something is: ``Cục An toàn thông tin``."""

SAID = re.compile(rf"(?<!\w){either(SAYING)}(?!\w| viên){_CALLINGS}{_INFORMATION}")
"""A verb of saying, or one that stands in its place (``cười``); ``nhà phân tích`` is a calling."""

_PLAIN = either(
    """
    nói, cho biết, cho rằng, cho hay, khẳng định, nhấn mạnh, chia sẻ, phát biểu, kể, bày tỏ, tâm sự, trả lời, viết,
    nhận định, nhận xét, giải thích, tuyên bố, thừa nhận, cảnh báo, hỏi, đáp, bảo, bộc bạch, lưu ý, thông tin,
    lý giải, phân tích, tiết lộ, khuyến nghị, trải lòng, nhớ lại, dặn, than, khoe, bình luận, nêu quan điểm, phân trần
    """
)
PLAINLY_SAID = re.compile(rf"(?<!\w){_PLAIN}(?!\w){_INFORMATION}")
"""The verbs that are hardly ever anything but saying, also in indirect speech."""

AUXILIARIES = either(
    """
    đã, cũng, vừa, liền, thì, mới, còn, từng, lại, vẫn, đang, sẽ, chỉ, luôn, hay, thường, tiếp tục, bèn, đều,
    nhẹ nhàng, thẳng thắn, mạnh dạn
    """
)
"""Words that stand between a subject and its verb."""

AUXILIARY = re.compile(rf"(?:{AUXILIARIES}\s*)+$", re.IGNORECASE)
"""Nothing but such words, up to the end of a text."""

PLACES = either(
    """
    Hồ Chí Minh, Hà Nội, Đà Nẵng, Hải Phòng, Cần Thơ, An Giang, Bà Rịa, Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn,
    Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Đắk Lắk, Đắk Nông,
    Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Tây, Hà Tĩnh, Hải Dương, Hậu Giang, Hòa Bình,
    Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An,
    Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng,
    Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên, Huế, Tiền Giang, Trà Vinh, Tuyên Quang,
    Vĩnh Long, Vĩnh Phúc, Yên Bái, Việt Nam, Trung Quốc, Hàn Quốc, Triều Tiên, Nhật Bản, Hoa Kỳ, Thái Lan,
    Campuchia, Lào, Mỹ, Anh, Pháp, Đức, Nga, Ấn Độ, Thổ Nhĩ Kỳ, Ba Lan, Tây Ban Nha, Bồ Đào Nha, Hà Lan, Thụy Điển,
    Thụy Sĩ, Na Uy, Đan Mạch, Phần Lan, Hy Lạp, Italia, Ý, Brazil, Argentina, Mexico, Canada, Cuba, Ai Cập, Nam Phi,
    Singapore, Malaysia, Indonesia, Philippines, Myanmar, Úc, Australia, Venezuela, Colombia, Chile, Peru, Bolivia,
    Ecuador, Áo, Bỉ, Ireland, Scotland, Croatia, Serbia, Hungary, Romania, Bulgaria, Belarus, Ả Rập Xê Út,
    Saudi Arabia, Arab Saudi, Saudi, Qatar, Kuwait, Jordan, Lebanon, Libya, Sudan, Nigeria, Kenya, Ethiopia,
    New Zealand, Brunei, Timor, Nepal, Bangladesh, Pakistan, Afghanistan, Mông Cổ, Kazakhstan, Uzbekistan, Ukraine,
    Iran, Iraq, Syria, Sri Lanka, Las Vegas,
    Israel, Đài Loan, Hong Kong, Tây Nguyên, Thái Bình Dương, Đại Tây Dương, Ấn Độ Dương, Bắc Kinh, Bình Nhưỡng,
    Đông Nam Á, Đông Á, Châu Á, Châu Âu, Biển Đông, Moscow, Washington, Seoul, Tokyo, Damascus, London, Paris,
    Berlin, Kiev, Kyiv, Tehran, Manila, Bangkok, Jakarta, Kuala Lumpur, Canberra, Brussels, Ankara, New York,
    Caracas, Phnom Penh, Los Angeles, San Francisco, Chicago, Boston, Houston, Texas, California, Florida, Hawaii,
    Ukraina, Crimea, Moldova, Gruzia, Armenia, Azerbaijan, Estonia, Latvia, Litva, Slovakia, Slovenia, Séc, Bosnia,
    Kosovo, Iceland, Yemen, Oman, Bahrain, UAE, Algeria, Tunisia, Ghana, Uganda, Tanzania, Somalia, Angola, Zimbabwe,
    Alabama, Arizona, Arkansas, Colorado, Connecticut, Delaware, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky,
    Louisiana, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Nebraska, Nevada, New Hampshire,
    New Jersey, New Mexico, North Carolina, North Dakota, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina,
    South Dakota, Tennessee, Utah, Vermont, West Virginia, Wisconsin, Wyoming,
    Bahamas, Costa Rica, Honduras, Nicaragua, El Salvador, Jamaica, Dominica, Albania, Bắc Macedonia, Macedonia,
    Montenegro, Luxembourg, Malta, Síp, Turkmenistan, Tajikistan, Kyrgyzstan, Bhutan, Papua New Guinea, Fiji,
    Vanuatu, Congo, Cameroon, Senegal, Niger, Rwanda, Burundi, Zambia, Malawi, Mozambique, Madagascar, Mauritius,
    Namibia, Botswana, Gabon, Togo, Benin, Guinea, Liberia, Sierra Leone, Bờ Biển Ngà, Burkina Faso, Eritrea,
    Djibouti, Morocco, Maroc, Greenland, Lithuania, Puerto Rico, Haiti, Panama, Paraguay, Uruguay, Guatemala,
    Maldives, Macau, Trung Đông, Nam Mỹ, Bắc Mỹ, Châu Phi, Ohio, Alaska,
    Bắc Ireland, Madrid, Barcelona, Rome, Milan, Vienna, Geneva, Sydney, Melbourne, Yangon, Kathmandu, Dubai,
    Thượng Hải, Quảng Đông, Quảng Châu, Thâm Quyến, Vũ Hán,
    Lầu Năm Góc, Nhà Trắng, Nhà Xanh, Điện Kremlin, Kremlin, Liên Hợp Quốc, Sài Gòn, Nha Trang, Đà Lạt,
    Buôn Ma Thuột, Biên Hòa, Thủ Đức, Bình Thạnh,
    Khánh Hoà, Thanh Hoá, Hoà Bình, Biên Hoà, Thuỵ Điển, Thuỵ Sĩ, Thuỵ Sỹ, Thụy Sỹ,
    Hoàn Kiếm, Cầu Giấy, Đống Đa, Ba Đình, Thanh Xuân, Long Biên
    """
)
"""Places that often end an office, right before the name of whoever holds it; personal names may begin alike."""

_BODIES = either(
    """
    bộ, sở, cục, vụ, ủy ban, uỷ ban, ubnd, hđnd, ban, hội, hiệp hội, công ty, tập đoàn, ngân hàng, bệnh viện, trường,
    viện, đại học, công an, cơ quan, tổng cục, chi cục, trung tâm, liên đoàn, clb, câu lạc bộ, tòa, toà, tòa án,
    viện kiểm sát, văn phòng, đài, báo, nhật báo, tờ, tờ báo, hãng, hãng tin, trang, tạp chí, truyền thông, quỹ,
    liên minh, liên hợp quốc, lầu năm góc, nhà trắng, điện kremlin, chính phủ, quốc hội, đại sứ quán, nghị quyết,
    thông tư, nghị định, công văn, thông báo, báo cáo, ban tổ chức, btc, ban quản lý, nhà trường, phòng, đội,
    hạt kiểm lâm, bộ chỉ huy, bộ tư lệnh, quân đội, hải quân, không quân, cảnh sát, đảng ủy, mặt trận, mttq, đoàn,
    tổ chức, học khu, who, unicef, unesco
    """
)
BODIES = re.compile(
    rf"{_BODIES}(?!\w)(?!(?<=đài) (?:bắc|loan|trung)(?!\w))"
    r"(?! (?:trưởng|phó|đầu|ngày|đêm|đôi|phim|ảnh|hợp|việc|án|hình|nghị|phục)(?!\w))",
    re.IGNORECASE,
)
"""Words with which the name of a body begins that may speak in its own name."""

_AGENCIES = either(
    """
    AFP, AP, Reuters, CNN, BBC, Tân Hoa xã, Tân Hoa Xã, TTXVN, Yonhap, Bloomberg, RT, Sputnik, TASS, Interfax,
    Kyodo, NHK, Al Jazeera, Guardian, Marca, ESPN, Goal, Fox News, New York Times, Washington Post,
    Wall Street Journal, Financial Times, Daily Mail, The Sun, Sky Sports, Vietnamnet, VnExpress, Zing, Zing.vn
    """
)
AGENCIES = re.compile(rf"(?:The )?{_AGENCIES}(?!\w)")

NAMED_THINGS = """
    khẩu hiệu, phương châm, chủ đề, tên, tên gọi, tựa, tựa đề, nhan đề, tiêu đề, thông điệp, chương trình,
    danh hiệu, dòng chữ, bài, cuốn, phim, bộ phim, đề tài, ca khúc, bài hát, tác phẩm, dự án, phong trào, cuộc thi,
    hội thảo, chuyên đề, cuộc vận động, mô hình, hai chữ, chữ, cụm từ, từ, đề án, chiến dịch, giải, giải thưởng,
    tội, nghị quyết, tư tưởng, luận điểm, biệt danh, mệnh danh, được gọi là, gọi là, quan điểm, tinh thần,
    nguyên tắc, tiêu chí, slogan, câu thơ, tục ngữ, thành ngữ, ca dao, triển lãm, tọa đàm, hội nghị, album, mv, vở,
    vở kịch, tập, tội danh, hành vi, điệp khúc, mục tiêu, nhiệm vụ
"""
"""Words that announce the name of a thing, a motto or a title in the quotation marks right behind them."""
