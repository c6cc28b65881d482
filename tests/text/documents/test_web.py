"""HTML reader: nothing is fetched, nothing runs, nothing hidden is read."""

import pytest

from tests.text.documents.made import in_base64, png


def test_a_page_in_old_korean_keeps_what_readers_saw(read):
    source = (
        '<html><meta charset="euc-kr"><body><h1>축제</h1><div>첫 똠</div><b>둘</b></body></html>'
    )
    assert read("html", source.encode("cp949")).html == (
        "<h2>축제</h2><p>첫 똠</p><p><b>둘</b></p>"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<svg onload="alert(1)"><script>alert(1)</script></svg>',
        '<img src="http://evil.example/t.gif" onerror="alert(1)">',
        '<img src="file:///etc/passwd">',
        '<iframe src="http://evil.example"></iframe>',
        '<img src="picture:0">',
        '<div style="display:none">숨은 글</div>',
        "<span hidden>숨은 <span>글</span></span>",
        '<object data="http://evil.example/a"></object>',
    ],
)
def test_what_is_hostile_or_hidden_leaves_no_trace(read, hostile):
    assert read("html", f"<p>앞{hostile}뒤</p>".encode()).html in ("<p>앞뒤</p>", "<p>앞 뒤</p>")


def test_a_dangerous_link_is_only_words(read):
    source = '<p onclick="x()"><a href="javascript:alert(1)">가</a> <a href="https://a.example/">나</a></p>'
    assert read("html", source.encode()).html == '<p>가 <a href="https://a.example/">나</a></p>'


def test_a_picture_written_into_the_page_is_kept(read):
    source = f'<p>앞</p><img alt="배" src="data:image/png;base64,{in_base64(png())}"><p>뒤</p>'
    document = read("html", source.encode())
    assert document.html == '<p>앞</p><p><img src="picture:0" alt="배"></p><p>뒤</p>'
    assert document.pictures[0].path.read_bytes() == png()


def test_lines_as_they_were_typed(read):
    assert read("html", "<pre>하나\n둘</pre>".encode()).html == "<p>하나<br>둘</p>"


def test_a_million_tags_become_plain_words(read):
    html = read("html", ("<div>" * 70_000 + "글" + "</div>" * 70_000).encode()).html
    assert html == "<p>글</p>"
