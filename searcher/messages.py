"""What a person reads, in English and in Vietnamese: the one catalogue.

The English sentence is the key, as in gettext: rooms that know no language raise errors with an English sentence, and it
is looked up here when it is shown. Details in braces must be the same in both.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

VIETNAMESE: Mapping[str, str] = {
    # figures
    "{count} article": "{count} bài",
    "{count} articles": "{count} bài",
    "{count} place": "{count} chỗ",
    "{count} places": "{count} chỗ",
    "{count} reprint": "{count} bản trùng",
    "{count} reprints": "{count} bản trùng",
    # search
    "Query: {reading}": "Truy vấn: {reading}",
    "Nothing found.": "Không tìm thấy gì.",
    "The phrase stands nowhere. These articles hold its words, nearest together first.": "Không có cụm từ này. Dưới đây là những bài có đủ các từ ấy, bài có các từ gần nhau nhất đứng trước.",
    "Showing {shown} of {articles}, {places} in all. More: -n NUMBER, --offset NUMBER. All places: timbao kwic": "Hiện {shown} trong {articles}, tất cả {places}. Xem thêm: -n SỐ, --offset SỐ. Mọi chỗ xuất hiện: timbao kwic",
    "Score {score} = {sums}": "Điểm {score} = {sums}",
    "syllable": "âm tiết",
    "phrase": "cụm từ",
    "pair": "cặp",
    "in several ways": "nhiều cách viết",
    "near": "gần nhau",
    "quoted": "trong trích dẫn",
    "spoken": "lời nói",
    "{part} is looked for as {values}": "{part} được tìm dưới dạng {values}",
    "{part} stands for: {values}": "{part} có thể là: {values}",
    "{part} is also written: {values}": "{part} còn được viết: {values}",
    "{part} is: {values}": "{part} là: {values}",
    "{part} is from {values}": "{part} là từ {values}",
    " and {count} more": " và {count} cách khác",
    "Only matches that begin and end where words begin and end.": "Chỉ những chỗ khớp bắt đầu và kết thúc ở ranh giới từ.",
    "Say what the query means, and how each score came about.": "Nói rõ truy vấn được hiểu thế nào, và mỗi điểm số từ đâu ra.",
    "Did you mean: {query} ({articles}, {places})": "Có phải ý bạn là: {query} ({articles}, {places})",
    "Without accents (--accents ignore): {articles}, {places}": "Không kể dấu (--accents ignore): {articles}, {places}",
    "All the words, anywhere: {query} ({articles}, {places})": "Đủ các từ, ở bất cứ đâu: {query} ({articles}, {places})",
    "Without {option}: {articles}, {places}": "Bỏ {option}: {articles}, {places}",
    "Without all filters: {articles}, {places}": "Bỏ mọi bộ lọc: {articles}, {places}",
    "{reprints} folded under these. Each by itself: --no-collapse": "Gộp {reprints} vào các bài trên. Hiện riêng từng bài: --no-collapse",
    "The first {shown} of these:": "Chỉ {shown} chỗ đầu trong số này:",
    "{articles}, {places}.": "{articles}, {places}.",
    "(no title)": "(không có đầu đề)",
    "Lead": "Sa-pô",
    "Caption": "Chú thích ảnh",
    # info
    "Index": "Chỉ mục",
    "Articles": "Số bài",
    "Quotations": "Số trích dẫn",
    "Syllables": "Số âm tiết",
    "Published": "Ngày đăng",
    "{years} ({dated} articles with a date)": "{years} ({dated} bài có ngày)",
    "unknown": "không rõ",
    "Pages read": "Số tệp đã đọc",
    "Faults in them": "Số chỗ hỏng",
    "Sources": "Nguồn",
    "Size": "Dung lượng",
    "{mebibytes} MiB": "{mebibytes} MiB",
    "Format": "Định dạng",
    "Segments": "Số phân đoạn",
    # check
    "Check every byte of the index, and every list against the text.": "Kiểm tra từng byte của chỉ mục, và đối chiếu mọi danh sách với văn bản.",
    "The index in {path} is sound.": "Chỉ mục ở {path} còn nguyên vẹn.",
    "The index is damaged. Build it anew from all its pages: timbao index --rebuild PAGES.": "Chỉ mục bị hỏng. Hãy dựng lại từ các trang: timbao index --rebuild TRANG.",
    # index
    "{added} added, {replaced} replaced, {removed} removed, {unchanged} unchanged ({seconds} s).": "Thêm {added}, thay {replaced}, gỡ {removed}, giữ nguyên {unchanged} ({seconds} giây).",
    "Nothing was written (--dry-run).": "Chưa ghi gì cả (--dry-run).",
    "{count} place could not be read:": "{count} chỗ không đọc được:",
    "{count} places could not be read:": "{count} chỗ không đọc được:",
    "{path}: {count} of its ids (such as {example}) are in {other} too, whose articles count.": "{path}: {count} mã bài (như {example}) cũng có trong {other}; bài ở tệp đó được giữ.",
    "Ids that came again in the same file, where the last counts: {count}": "Mã bài lặp lại trong cùng một tệp, bài sau cùng được giữ: {count}",
    "Writing {articles} into the index": "Đang ghi {articles} vào chỉ mục",
    "Passed over, of kinds that are not read: {kinds}": "Bỏ qua các loại tệp không đọc: {kinds}",
    "Read {articles} ({rate} a second), file {file} of {files}": "Đã đọc {articles} ({rate} bài một giây), tệp {file} trên {files}",
    "Stopped. The index is as it was last committed; run again to go on.": "Đã dừng. Chỉ mục vẫn như lần ghi cuối; chạy lại để tiếp tục.",
    "{path}: the encoding is {encoding}": "{path}: bảng mã là {encoding}",
    "Nothing could be read.": "Không đọc được gì cả.",
    # errors: the frame
    "timbao: {message}": "timbao: {message}",
    "Did you mean: {repair}": "Có phải ý bạn là: {repair}",
    "--any and --phrase ask for opposite things.": "--any và --phrase đòi hai điều trái nhau.",
    # errors: pages
    "Something went wrong.": "Có trục trặc.",
    "There is nothing at {path}.": "Không có gì ở {path}.",
    "Check the spelling of the path.": "Xem lại đường dẫn đã gõ.",
    "could not be opened: {reason}": "không mở được: {reason}",
    "is of a kind that is not read ({suffix})": "thuộc loại tệp không đọc ({suffix})",
    "is not a plain file": "không phải là tệp thường",
    "holds no article text": "không có nội dung bài báo",
    "is not text (a NUL byte stands at byte {at})": "không phải văn bản (byte NUL ở vị trí {at})",
    "is not UTF-8 text (byte {at} fits no character), and reads as Vietnamese in no other encoding": "không phải văn bản UTF-8 (byte {at} không hợp ký tự nào), và đọc theo bảng mã khác cũng không ra tiếng Việt",
    "piles more than {most} accents on one letter, which no text does": "chồng hơn {most} dấu lên một chữ, không văn bản nào như vậy",
    "is larger than {limit} MiB, more than one article can be": "lớn hơn {limit} MiB, quá cỡ một bài báo",
    "is a web page without an article": "là trang web không có bài báo nào",
    "has more than {most} elements, which no web page with an article has": "có hơn {most} phần tử, không trang bài báo nào như vậy",
    "does not decompress to its end: {reason}": "không giải nén được đến hết: {reason}",
    "unpacks to more than {times} times its size, which no text does": "giải nén ra hơn {times} lần kích thước của nó, không văn bản nào như vậy",
    "is packed in a way that is not read (method {method})": "được nén theo cách không đọc được (phương pháp {method})",
    "is encrypted": "đã bị mã hóa",
    "has a name that leads out of the archive": "có tên dẫn ra ngoài tệp nén",
    "lies deeper than {most} archives inside one another": "nằm sâu hơn {most} tệp nén lồng nhau",
    "is a zip archive of more than {limit} MiB inside another archive": "là tệp zip lớn hơn {limit} MiB nằm trong một tệp nén khác",
    "is no row of this table: {reason}": "không phải một hàng của bảng này: {reason}",
    "is not a JSON object: {reason}": "không phải một đối tượng JSON: {reason}",
    "has no text under body, text or content (its fields: {fields})": "không có nội dung ở body, text hay content (các trường: {fields})",
    "has {count} more faults like these": "còn {count} chỗ hỏng tương tự",
    "has a field {field} that is no usable text": "có trường {field} không phải văn bản dùng được",
    # errors: the index
    "There is no index in {path}.": "Không có chỉ mục nào ở {path}.",
    "Make one with: timbao index PAGES (and the same --index, if you gave one).": "Hãy tạo bằng: timbao index TRANG (kèm đúng --index, nếu bạn có dùng).",
    "The index in {path} has format {found}; this timbao reads format {wanted}.": "Chỉ mục ở {path} có định dạng {found}; bản timbao này đọc định dạng {wanted}.",
    "Build it anew from all its pages: timbao index --rebuild PAGES.": "Hãy dựng lại từ các trang: timbao index --rebuild TRANG.",
    "Another run is writing to the index in {path}.": "Một lần chạy khác đang ghi vào chỉ mục ở {path}.",
    "Wait until it has ended, then start this one again.": "Hãy chờ nó xong rồi chạy lại.",
    "{path} holds other files and no index, so none is made there.": "{path} chứa các tệp khác và không có chỉ mục, nên không tạo chỉ mục ở đó.",
    "Name an empty or a new folder with --index.": "Hãy chỉ một thư mục trống hoặc mới bằng --index.",
    "The index in {path} cannot be read: {reason}": "Không đọc được chỉ mục ở {path}: {reason}",
    "The index in {path} could not be written: {reason}": "Không ghi được chỉ mục ở {path}: {reason}",
    "What was in it before is still there. Make room or mend the rights, then run again.": "Những gì có trước đó vẫn còn. Hãy dọn chỗ hoặc sửa quyền rồi chạy lại.",
    "The word model of pyvi cannot be read: {reason}": "Không đọc được mô hình tách từ của pyvi: {reason}",
    "Install the pyvi that timbao asks for: pip install pyvi==0.1.1.": "Hãy cài đúng bản pyvi mà timbao cần: pip install pyvi==0.1.1.",
    # errors: queries
    "The query holds no word.": "Truy vấn không có từ nào.",
    "Type a word, or a phrase in quotation marks.": "Hãy gõ một từ, hoặc một cụm từ trong ngoặc kép.",
    "A quotation mark has no partner.": "Một dấu ngoặc kép không có dấu đi cùng.",
    "A parenthesis has no partner.": "Một dấu ngoặc đơn không có dấu đi cùng.",
    "The operator {operator} has nothing beside it to work on.": "Toán tử {operator} không có gì bên cạnh để nối.",
    "Write it in small letters to look for it as a word.": "Hãy viết thường nếu muốn tìm nó như một từ.",
    "A star stands for a whole syllable; {word} has one inside a word.": "Dấu sao thay cho cả một âm tiết; {word} có dấu sao ở trong từ.",
    "Vietnamese words have no endings; leave a space before the star, or type the word.": "Tiếng Việt không biến đuôi từ; hãy để dấu cách trước dấu sao, hoặc gõ cả từ.",
    "A star can stand only between two words of a phrase.": "Dấu sao chỉ đứng được giữa hai từ của một cụm từ.",
    "What is asked of the {name} holds no word.": "Điều kiện {name} không có từ nào.",
    "{since} is after {until}.": "{since} sau {until}.",
    "Behind the field {field} there is nothing to look for in it.": "Sau trường {field} không có gì để tìm.",
    "Put a word that is an operator into quotation marks to look for it.": "Hãy đặt từ trùng với toán tử vào ngoặc kép nếu muốn tìm nó.",
    "A field is written in small letters, with no space behind its colon: {field}": "Tên trường viết thường, không có dấu cách sau dấu hai chấm: {field}",
    "A field cannot stand inside another one: {inner} stands inside {outer}.": "Trường không đứng được trong trường khác: {inner} đang nằm trong {outer}.",
    "Behind ~ a number is missing: how many other syllables may stand between the words.": "Sau dấu ~ thiếu một con số: giữa các từ được có thêm bao nhiêu âm tiết.",
    "~ stands behind a phrase of two words or more, which it takes in any order and near together.": "Dấu ~ đứng sau một cụm từ có hai từ trở lên, để tìm các từ ấy gần nhau, thứ tự nào cũng được.",
    "Words that may stand {within} syllables apart are not near; {limit} is the most.": "Các từ cách nhau {within} âm tiết thì không gọi là gần; nhiều nhất là {limit}.",
    "{value} is no date and no range of dates; write 2021, 2021-05-30, 30/5/2021 or 2019-05..2021.": "{value} không phải là ngày hay khoảng ngày; hãy viết 2021, 2021-05-30, 30/5/2021 hoặc 2019-05..2021.",
    "The field {field} takes words and phrases alone.": "Trường {field} chỉ nhận từ và cụm từ.",
    "Line {line} of {path} is no group of ways of writing.": "Dòng {line} của {path} không phải là một nhóm cách viết.",
    "Write a line as: UBND = ủy ban nhân dân": "Hãy viết mỗi dòng như: UBND = ủy ban nhân dân",
    "The query is longer or deeper than can be read; the limit it passes is {limit}.": "Truy vấn dài hoặc sâu quá mức đọc được; giới hạn bị vượt là {limit}.",
    "There is no article {id} in the index.": "Không có bài {id} trong chỉ mục.",
    "Ids stand in the first column of: timbao search … | cat": "Mã bài ở cột đầu của: timbao search … | cat",
    "{value} is not a date; write 2021, 2021-05, 2021-05-30 or 30/5/2021.": "{value} không phải là ngày; hãy viết 2021, 2021-05, 2021-05-30 hoặc 30/5/2021.",
    # help: the program
    "Search an archive of Vietnamese news.": "Tìm trong kho báo tiếng Việt.",
    "Bring the index in step with these pages: files, folders, data sets, archives (.txt, .html, .jsonl, .json, .csv, .tsv, .zip, .tar; also .gz, .xz, .zst, .bz2).": "Làm chỉ mục khớp với các trang này: tệp, thư mục, bộ dữ liệu, tệp nén (.txt, .html, .jsonl, .json, .csv, .tsv, .zip, .tar; cả .gz, .xz, .zst, .bz2).",
    "Show what the reader makes of pages, without an index: one article as JSON a line.": "Cho xem các trang được đọc ra sao, không cần chỉ mục: mỗi bài một dòng JSON.",
    "Which articles, best first, with the matching lines. An argument that holds a space is a phrase; separate arguments must all occur.": "Những bài nào, hay nhất trước, kèm các dòng khớp. Một tham số có dấu cách là một cụm từ; các tham số rời phải cùng có mặt.",
    "Every occurrence, one a line, with the text on both sides of it.": "Mọi chỗ xuất hiện, mỗi chỗ một dòng, kèm văn cảnh hai bên.",
    "How many articles, and how many places in them.": "Bao nhiêu bài, và bao nhiêu chỗ trong các bài.",
    "The whole article, with the matches of --mark marked.": "Cả bài báo, đánh dấu những chỗ khớp với --mark.",
    "What the index holds.": "Chỉ mục có những gì.",
    # help: options
    "Folder of the index (else TIMBAO_INDEX, else your data folder).": "Thư mục chỉ mục (nếu không: TIMBAO_INDEX, rồi thư mục dữ liệu của bạn).",
    "How to print; human on a terminal, {form} in a pipe.": "Cách in; human trên màn hình, {form} trong ống dẫn.",
    "Colours.": "Màu.",
    "Never start a pager.": "Không mở trình xem trang.",
    "Say nothing but the result.": "Chỉ in kết quả.",
    "Articles with any of the words.": "Các bài có bất kỳ từ nào.",
    "The words in a row or nothing.": "Đúng các từ liền nhau, không thì thôi.",
    "Read the query as words alone, for pasted text.": "Đọc truy vấn chỉ như các từ, cho văn bản dán vào.",
    "What a bare syllable means: any accenting, itself; or ignore accents throughout.": "Âm tiết không dấu nghĩa là gì: dấu bất kỳ (auto), đúng như gõ (exact), hay bỏ qua mọi dấu (ignore).",
    "Where to look.": "Tìm ở đâu.",
    "Published on or after DATE.": "Đăng từ ngày DATE.",
    "Published on or before DATE.": "Đăng đến hết ngày DATE.",
    "Only this source.": "Chỉ nguồn này.",
    "Only this section.": "Chỉ chuyên mục này.",
    "Only this author.": "Chỉ tác giả này.",
    "Only articles that quote this speaker; with --in quote, only what this speaker said.": "Chỉ các bài dẫn lời người này; cùng với --in quote thì chỉ lời của người này.",
    "Only what was typed: no abbreviations, dates and spellings that mean the same.": "Chỉ tìm đúng những gì đã gõ: không tìm chữ viết tắt, ngày tháng và cách viết khác cùng nghĩa.",
    "How many.": "Bao nhiêu.",
    "Show near-identical articles once, the others' ids with it (default), or each by itself.": "Bài gần như trùng nhau chỉ hiện một lần, kèm mã các bài kia (mặc định), hoặc hiện từng bài.",
    "Leave out the first ones.": "Bỏ qua các bài đầu.",
    "Order of articles.": "Thứ tự các bài.",
    "Print ids only.": "Chỉ in mã bài.",
    "Print the counts only.": "Chỉ in số đếm.",
    "End ids with NUL instead of a line feed.": "Kết thúc mã bài bằng NUL thay vì xuống dòng.",
    "Syllables of context.": "Số âm tiết văn cảnh.",
    "Mark the matches of a query.": "Đánh dấu những chỗ khớp với truy vấn.",
    "How much memory to take, 800 megabytes if not given; with more of it a large index is quicker to search.": "Dùng bao nhiêu bộ nhớ (mặc định 800 MB); nhiều hơn thì chỉ mục lớn được tìm nhanh hơn.",
    "How many other processes read pages ahead, if not given one for each core that is left; 0 for none.": "Bao nhiêu tiến trình khác đọc trước các trang, mặc định mỗi nhân còn lại một; 0 là không.",
    "{count} process that read pages ended early; what it had not given was read again.": "{count} tiến trình đọc trang đã ngừng giữa chừng; phần nó chưa đưa ra đã được đọc lại.",
    "{count} processes that read pages ended early; what they had not given was read again.": "{count} tiến trình đọc trang đã ngừng giữa chừng; phần chúng chưa đưa ra đã được đọc lại.",
    "Read everything again into a new index.": "Đọc lại tất cả vào một chỉ mục mới.",
    "Only say what would be done.": "Chỉ nói sẽ làm gì.",
    "Keep articles whose pages are gone.": "Giữ các bài mà trang đã mất.",
}  # fmt: skip


def is_vietnamese(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the locale asks for Vietnamese, by the variable that counts first."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return locale.lower().startswith("vi")


def say(sentence: str, **details: object) -> str:
    """A sentence in the reader's language, its details filled in."""
    return (VIETNAMESE.get(sentence, sentence) if is_vietnamese() else sentence).format(**details)


def say_many(one: str, many: str, count: int) -> str:
    """The sentence for one or for many, with the number filled in as ``count``."""
    return say(one if count == 1 else many, count=number(count))


def number(value: int) -> str:
    """A whole number with its thousands parted as the reader's language does."""
    return f"{value:,}".replace(",", ".") if is_vietnamese() else f"{value:,}"
