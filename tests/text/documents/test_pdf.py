"""PDF reader: letters on paper become paragraphs again."""

import io
import zlib

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

from tests.support import files
from tests.text.documents.made import pdf_of, pdf_stream, png

PLACE = '<figure><img src="picture:0" alt=""></figure>'
SHOWN = PLACE.replace('""', '"" width="300" height="200"')
FONT = "HYSMyeongJo-Medium"
STORY = (
    "강변시는 오는 28일부터 사흘 동안 나루터 일대에서 축제를 연다고 밝혔다. 올해로 열두 번째를 맞은 "
    "축제에는 나룻배 열두 척이 뜨고 시민 합창단이 노래하며, 강변 장터에는 마을마다 가게를 낸다."
)
OTHER = (
    "나루터 쪽 길은 축제 동안 차가 다니지 못한다. 시는 시청 앞에서 나루터까지 버스를 십 분마다 보내고, "
    "늦은 밤에는 강 건너 마을까지 배를 띄운다. 자세한 시간은 시청 누리집에서 볼 수 있다."
)


def style(size: float = 11, **more) -> ParagraphStyle:
    return ParagraphStyle(
        "any",
        fontName=FONT,
        fontSize=size,
        leading=size * 1.6,
        wordWrap="CJK",
        spaceAfter=8,
        **more,
    )


@pytest.fixture(autouse=True, scope="module")
def korean():
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def printed(*story, columns: int = 1, each_page=lambda canvas, paper: None) -> bytes:
    out = io.BytesIO()
    width = (A4[0] - 120) / columns - 10
    frames = [Frame(60 + place * (width + 20), 60, width, A4[1] - 140) for place in range(columns)]
    paper = BaseDocTemplate(out, pagesize=A4)
    paper.addPageTemplates(PageTemplate(frames=frames, onPage=each_page))
    paper.build([Paragraph(each, style()) if isinstance(each, str) else each for each in story])
    return out.getvalue()


def drawn(draw, **how) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, **how)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def test_lines_become_paragraphs_again(read):
    title = Paragraph("나루터 축제 사흘간 연다", style(20, alignment=1))
    document = read("pdf", printed(title, STORY, OTHER, "○ 첫째", "○ 둘째"))
    assert document.html == (
        f"<h2>나루터 축제 사흘간 연다</h2><p>{STORY}</p><p>{OTHER}</p><p>○ 첫째</p><p>○ 둘째</p>"
    )


def test_running_headers_and_footers_are_left_out(read):
    def edges(canvas, paper):
        canvas.setFont(FONT, 9)
        canvas.drawString(60, A4[1] - 40, "강변시 홍보실")
        canvas.drawCentredString(A4[0] / 2, 30, f"- {paper.page} -")

    html = read("pdf", printed(*[STORY, OTHER] * 12, each_page=edges)).html
    assert html == f"<p>{STORY}</p><p>{OTHER}</p>" * 12


def test_two_columns_are_read_one_after_the_other(read):
    html = read("pdf", printed(*[STORY, OTHER] * 5, columns=2)).html
    # Where a line ends inside a paragraph the paper does not say whether a space stood there.
    assert "".join(html.split()) == "".join(f"<p>{STORY}</p><p>{OTHER}</p>".split()) * 5


def test_a_ruled_table_keeps_its_cells_and_spans(read):
    look = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("FONT", (0, 0), (-1, -1), FONT, 10),
        ("SPAN", (0, 0), (1, 0)),
    ]
    table = Table([["날짜와 곳", "", "행사"], ["28일", "광장", ""]], style=look)
    assert read("pdf", printed("앞", table, "뒤")).html == (
        '<p>앞</p><table><tbody><tr><td colspan="2">날짜와 곳</td><td>행사</td></tr>'
        "<tr><td>28일</td><td>광장</td><td></td></tr></tbody></table><p>뒤</p>"
    )


@pytest.mark.parametrize("sides", ["closed", "open", "left open", "right open"])
def test_a_table_without_rules_at_its_sides_keeps_its_outer_columns(read, sides):
    look = [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 1.5, "black"),
        ("LINEAFTER", (0, 0), (1, -1), 0.5, "black"),
        ("FONT", (0, 0), (-1, -1), FONT, 10),
    ]
    if sides in ("closed", "right open"):
        look.append(("LINEBEFORE", (0, 0), (0, -1), 0.5, "black"))
    if sides in ("closed", "left open"):
        look.append(("LINEAFTER", (-1, 0), (-1, -1), 0.5, "black"))
    rows = [["마을", "배", "모두"], ["새들", "3", "5"], ["물내", "2", "5"]]
    cells = "".join(f"<tr>{''.join(f'<td>{each}</td>' for each in row)}</tr>" for row in rows)
    table = Table(rows, colWidths=120, style=look)
    assert read("pdf", printed(STORY, table, OTHER)).html == (
        f"<p>{STORY}</p><table><tbody>{cells}</tbody></table><p>{OTHER}</p>"
    )


def test_two_open_tables_on_one_sheet_stay_two_with_the_words_between_them(read):
    look = [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, "black"),
        ("LINEAFTER", (0, 0), (0, -1), 0.5, "black"),
        ("FONT", (0, 0), (-1, -1), FONT, 10),
    ]
    tables = [Table([["배", "3"], ["노", "6"]], colWidths=150, style=look) for _ in "12"]
    html = read("pdf", printed(STORY, tables[0], STORY, tables[1], OTHER)).html
    table = (
        "<table><tbody><tr><td>배</td><td>3</td></tr><tr><td>노</td><td>6</td></tr></tbody></table>"
    )
    assert html == f"<p>{STORY}</p>{table}<p>{STORY}</p>{table}<p>{OTHER}</p>"


def test_a_row_that_is_one_cell_stays_in_an_open_table(read):
    look = [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, "black"),
        ("LINEAFTER", (0, 0), (0, 0), 0.5, "black"),
        ("LINEAFTER", (0, 2), (0, 2), 0.5, "black"),
        ("SPAN", (0, 1), (1, 1)),
        ("FONT", (0, 0), (-1, -1), FONT, 10),
    ]
    table = Table([["배", "3"], ["나루터", ""], ["노", "6"]], colWidths=150, style=look)
    assert read("pdf", printed(STORY, table)).html.endswith(
        '<tr><td>배</td><td>3</td></tr><tr><td colspan="2">나루터</td></tr>'
        "<tr><td>노</td><td>6</td></tr></tbody></table>"
    )


def test_letters_printed_twice_to_look_bold_are_read_once(read):
    def shadow(canvas, paper):
        canvas.setFont(FONT, 16)
        for shift in (0, 0.4):
            canvas.drawString(60 + shift, 780, "배배배 노노노 나루터")

    html = read("pdf", printed(STORY, each_page=shadow)).html
    assert html == f"<h2>배배배 노노노 나루터</h2><p>{STORY}</p>"


@pytest.mark.parametrize("space", ["", " "])  # Hangul ends a line that it broke itself with one
@pytest.mark.parametrize(
    ("first", "second", "joint"),
    [
        ("새들군 나루터 열두 곳 물길 걷는 산책길", "이십 리를 새로 낸다", " "),
        ("새들군 나루터 열두 곳을 잇는 물길 산책", "로를 이십 리 새로 낸다", ""),
    ],
)
def test_a_headline_on_two_lines_keeps_the_blank_between_its_words(
    read, space, first, second, joint
):
    def page(canvas):
        canvas.setFont(FONT, 20)
        canvas.drawCentredString(A4[0] / 2, 780, first)
        canvas.drawCentredString(A4[0] / 2, 748, second)
        canvas.setFont(FONT, 11)
        for place in range(6):
            canvas.drawString(
                60,
                700 - 17 * place,
                f"새들군은 나루터 산책로를 걷는 이들이 늘어 길을 더 낸다고{space}",
            )

    assert read("pdf", drawn(page)).html.startswith(f"<h2>{first}{joint}{second}</h2>")


def test_a_picture_stands_between_the_lines(read):
    def page(canvas):
        canvas.setFont(FONT, 11)
        canvas.drawString(60, 700, "사진 위에 있는 글")
        canvas.drawImage(ImageReader(io.BytesIO(png((60, 40)))), 60, 500, 120, 80)
        canvas.drawString(60, 480, "사진 아래에 있는 글")

    document = read("pdf", drawn(page))
    assert document.html == (
        '<p>사진 위에 있는 글</p><figure><img src="picture:0" alt="" width="60" height="40"></figure>'
        "<p>사진 아래에 있는 글</p>"
    )
    assert ImageReader(str(document.pictures[0].path)).getSize() == (60, 40)


def test_a_scan_without_letters(refusal):
    image = ImageReader(io.BytesIO(png((60, 80))))
    assert refusal("pdf", drawn(lambda canvas: canvas.drawImage(image, 0, 0, *A4))) == "scanned"


def test_a_password(refusal):
    lock = StandardEncryption("비밀".encode().hex(), canPrint=0)
    assert (
        refusal("pdf", drawn(lambda canvas: canvas.drawString(60, 700, "a"), encrypt=lock))
        == "password"
    )


def test_too_many_pages(refusal):
    assert refusal("pdf", drawn(lambda canvas: [canvas.showPage() for _ in range(61)])) == "pages"


def pictured(about: str, data: bytes, page: str = "300 0 0 300 60 300", words: str = "words"):
    """A PDF of one page with words, and a picture of these dictionary entries and bytes."""
    image = pdf_stream(f"/Type/XObject/Subtype/Image{about}", data)
    said = f"BT /F1 12 Tf 60 700 Td ({words}) Tj ET" if words else ""
    return pdf_of(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</XObject<</I 5 0 R>>/Font<</F1 6 0 R>>>>>>",
        pdf_stream("", f"{said} q {page} cm /I Do Q".encode()),
        image,
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def fax(drawn: Image.Image, code: str) -> bytes:
    """The code of a picture in black and white; what it calls black, Pillow writes of white."""
    negative = drawn.point(lambda level: 255 - level)
    with Image.open(files.saved(negative, "TIFF", compression=code, strip_size=10**6)) as tiff:
        [start], [length] = tiff.tag_v2[273], tiff.tag_v2[279]
        tiff.fp.seek(start)
        return tiff.fp.read(length)


SQUARE = "/Width 300/Height 200/BitsPerComponent 8"
FAX = "/Width 300/Height 200/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode"


def test_a_photo_in_jpeg_2000_is_shown_as_jpeg(read):
    data = files.saved(Image.new("RGB", (300, 200), "teal"), "JPEG2000").getvalue()
    document = read("pdf", pictured(f"{SQUARE}/Filter/JPXDecode", data))
    [picture] = document.pictures
    assert document.html.endswith(SHOWN) and picture.name == "그림1.jpg"
    with Image.open(picture.path) as shown:
        assert (shown.format, shown.size) == ("JPEG", (300, 200))
        assert shown.getpixel((9, 9))[0] < 20


@pytest.mark.parametrize(
    ("code", "given", "darkest"),
    [
        ("group4", "<</K -1/Columns 300/Rows 200>>", 0),
        ("group3", "<</K 0/Columns 300>>", 0),
        ("group4", "<</K -1/Columns 300/BlackIs1 true>>", 255),
    ],
)
def test_a_fax_is_shown_black_on_white(read, code, given, darkest):
    drawn = Image.new("1", (300, 200), 1)
    drawn.paste(0, (100, 50, 200, 150))
    document = read("pdf", pictured(f"{FAX}/DecodeParms{given}", fax(drawn, code)))
    assert document.html.endswith(SHOWN)
    with Image.open(document.pictures[0].path) as shown:
        assert (shown.format, shown.size) == ("PNG", (300, 200))
        assert shown.convert("L").getpixel((150, 100)) == darkest


def test_a_picture_in_the_colours_of_print_is_shown(read):
    data = zlib.compress(Image.new("RGB", (300, 200), "teal").convert("CMYK").tobytes())
    document = read("pdf", pictured(f"{SQUARE}/ColorSpace/DeviceCMYK/Filter/FlateDecode", data))
    with Image.open(document.pictures[0].path) as shown:
        assert shown.format == "JPEG" and shown.getpixel((9, 9))[0] < 20


def test_a_picture_nothing_can_show_keeps_its_place(read):
    document = read("pdf", pictured(f"{FAX.replace('CCITTFax', 'JBIG2')}", b"\x01\x02"))
    assert document.html.endswith(PLACE)
    assert [picture.name for picture in document.pictures] == ["그림1.raw"]


def test_a_picture_behind_the_words_of_its_page_is_told(read):
    behind = pictured(f"{SQUARE}/ColorSpace/DeviceGray", bytes(300 * 200), "595 0 0 842 0 0")
    document = read("pdf", behind)
    assert document.pictures == ()
    assert document.left_out == (("photo", "1쪽 바탕에 깔린 그림"),)


def test_a_picture_of_400_megapixels_is_not_unpacked(read):
    about = "/Width 20000/Height 20000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode"
    document = read("pdf", pictured(about, zlib.compress(b"\0" * 1000)))
    assert document.html.startswith("<p>words</p>")
    assert [picture.path.stat().st_size for picture in document.pictures] == [0]


def test_a_poster_that_is_a_page_of_its_own_is_shown(read):
    def pages(canvas):
        canvas.drawString(60, 700, "words")
        canvas.showPage()
        canvas.drawImage(ImageReader(io.BytesIO(png((300, 200)))), 0, 0, *A4)

    assert read("pdf", drawn(pages)).html == f"<p>words</p>{SHOWN}"
