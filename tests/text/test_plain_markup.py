import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board.text import plain_markup
from board.text.sanitising import release_html

TYPED = """## 새 나루터를 엽니다
강나루시는 2일 <새 나루터>를 열었습니다.
누구나 쓸 수 있습니다.

행사는 다음과 같습니다.
▲ 첫째 마당
▲ 둘째 마당 & 셋째 마당
문의는 ▲ 시청으로 하십시오."""

WRITTEN = (
    "<h2>새 나루터를 엽니다</h2><p>강나루시는 2일 &lt;새 나루터&gt;를 열었습니다.<br>"
    "누구나 쓸 수 있습니다.</p><p>행사는 다음과 같습니다.</p><ul><li>첫째 마당</li>"
    "<li>둘째 마당 &amp; 셋째 마당</li></ul><p>문의는 ▲ 시청으로 하십시오.</p>"
)


def test_an_editor_types_and_paragraphs_headings_and_lists_appear():
    assert plain_markup.paragraphs(TYPED) == WRITTEN


def test_the_same_text_opens_in_the_box_again():
    text = plain_markup.plain(WRITTEN)
    assert text.startswith("## 새 나루터를 엽니다\n\n강나루시는")
    assert plain_markup.paragraphs(text) == WRITTEN


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("▲ 혼자 선 줄", "<p>▲ 혼자 선 줄</p>"),
        ("○ 하나\r\n○ 둘\r\n▲ 셋", "<ul><li>하나</li><li>둘</li></ul><p>▲ 셋</p>"),
        ("-5도\n-7도", "<p>-5도<br>-7도</p>"),
        ("- 하나\n- 둘", "<ul><li>하나</li><li>둘</li></ul>"),
        ("------\n------", "<p>------<br>------</p>"),
        ("가\n\n\n\n나", "<p>가</p><p>나</p>"),
        ("<b>굵게</b>", "<p>&lt;b&gt;굵게&lt;/b&gt;</p>"),
        ("  \n ", ""),
        ("가\n[[사진 12]]\n나", '<p>가</p><figure><img src="/photos/12"></figure><p>나</p>'),
        ("[[사진 3]] 옆의 글", "<p>[[사진 3]] 옆의 글</p>"),
    ],
)
def test_small_things_typed(typed, written):
    assert plain_markup.paragraphs(typed) == written


@pytest.mark.parametrize(
    "html",
    [
        "<table><tbody><tr><td>가</td></tr></tbody></table>",
        '<figure><img src="/photos/1/800.webp" alt=""></figure>',
        "<p>[[사진 12]]</p>",
        '<p><a href="https://a.kr" rel="noopener">가</a></p>',
        "<p><strong>가</strong></p>",
        "<ul><li>하나뿐</li></ul>",
        "<ul><li>하나<br>둘</li><li>셋</li></ul>",
        "<p>## 제목처럼 보이는 글</p>",
        "<p>- 하나<br>- 둘</p>",
        "<h3>작은 제목</h3>",
        "<ol><li>하나</li><li>둘</li></ol>",
    ],
)
def test_what_a_plain_box_would_lose_is_not_opened_in_one(html):
    assert plain_markup.plain(html) is None


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["가", "\n", "\n\n", "▲ ", "- ", "## ", "<b>", "&", " ", "*", "[[사진 12]]"]
        )
    )
)
def test_what_is_typed_needs_no_cleaning_and_never_drifts(parts):
    html = plain_markup.paragraphs("".join(parts))
    assert release_html(html) == html
    text = plain_markup.plain(html)
    if text is not None:
        assert plain_markup.paragraphs(text) == html


@pytest.mark.parametrize("text", ["<p>가</p>", "가<br/>나", "<!DOCTYPE html>", '<div class="x">'])
def test_html_source_is_told_from_plain_text(text):
    assert plain_markup.looks_like_html(text)


@pytest.mark.parametrize(
    "text", ["가 < 나 > 다", "<강나루시>", "a<b", "<보도자료> 새 소식", "1 <p"]
)
def test_text_with_angle_brackets_is_text(text):
    assert not plain_markup.looks_like_html(text)
