"""Pasted texts of many forms: each form around the same releases, with headlines in six wordings.

Towns, offices, people and numbers are invented.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

import pytest

from board.text import documents, extraction

STORY = (
    "새들군(군수 한여울)은 물내나루에 버드나무 서른 그루를 심었다고 5일 밝혔다.",
    "나무 아래에는 긴 의자 열 개와 작은 무대 하나를 놓아 누구나 쉬어 가게 했다.",
    "한여울 군수는 “강가가 동네의 마당이 되게 하겠다”고 말했다.",
)
SUBTITLES = ("강가에 서른 그루, 의자 열 개", "주민이 고르고 함께 심어")
HEADLINES = {
    "noun": "새들군, 물내나루 버드나무 쉼터 조성",
    "sentence": "새들군이 물내나루에 버드나무를 심어 그늘을 만들었습니다.",
    "question": "한여름 강가에서 쉬어 갈 그늘, 어디 있을까?",
    "quotation": "“그늘이 생기니 사람이 모인다” 물내나루 버드나무 쉼터 문 열어",
    "two-line": "새들군, 물내나루에 버드나무 서른 그루 심어 주민을 위한\n강가 쉼터 만들어",
    "two-line sentence": "물내나루 둔치에 버드나무를 심어\n누구나 쉬어 갈 그늘을 만들었습니다.",
    "two-line long sentence": "물내나루 둔치 쉼터에 올봄에도\n버드나무 서른 그루를 심어 누구나 쉬어 갈 그늘 만들었다.",
    "numbered": "2026 물내나루 가꾸기 3년, 나무 30그루·의자 10개 늘어",
}


@dataclass(frozen=True)
class Form:
    """What stands around the release: `text` has {head} and {story}; `cut` must not be left."""

    text: str
    cut: tuple[str, ...]
    day: date | None = None
    organisation: str = "새들군"
    subtitles: tuple[str, ...] = SUBTITLES


TOWN_PAGE = Form(
    """홈 > 군정소식 > 보도자료
페이스북 트위터 카카오스토리 URL복사 인쇄
{head}
작성자 기획공보실 | 등록일 2026-03-05 | 조회수 187
첨부파일  물내나루 쉼터.hwpx (412KB) 다운로드 바로보기
{subtitles}

{story}

담당부서  산림과 가꾸기팀
담당자  이솔
전화번호  000-0000-0101
최종수정일  2026-03-06
이 페이지에서 제공하는 정보에 대하여 만족하십니까?
매우만족 만족 보통 불만족 매우불만족
의견 등록
""",
    ("군정소식", "기획공보실", "412KB", "이솔", "000-0000", "최종수정일", "만족", "의견 등록"),
    date(2026, 3, 5),
)
STATE_PAGE = Form(
    """{head}
2026.03.05 새들군청
글자크기 설정
인쇄하기
목록
{subtitles}
{story}
<문의 : 산림과 000-0000-0102>
“이 자료는 새들군청의 보도자료를 전재하여 제공함을 알려드립니다.”
공공누리 출처표시의 조건에 따라 자유이용이 가능합니다. (텍스트)
단, 사진과 동영상 등 일부 자료는 새들군이 저작권 전부를 보유하지 아니하므로 해당 저작권자의 허락을 받으셔야 합니다.
이전다음기사
이전기사물내나루 얼음 축제 막 내려
다음기사새들 시장 봄맞이 청소
""",
    ("2026.03.05", "글자크기", "전재하여", "공공누리", "저작권", "000-0000", "얼음 축제", "봄맞이"),
    date(2026, 3, 5),
    "새들군청",
)
LABEL_PAGE = Form(
    """제목
{head}
작성일	2026.03.05 09:20
부서	산림과
조회	41
{subtitles}

{story}

파일
새들군_물내나루.hwp [185 KB]
목록
다음글 │ 물내나루 얼음 축제 막 내려
이전글 │ 새들 시장 봄맞이 청소 자원봉사자 모집
""",
    ("작성일", "조회", "185 KB", "다음글", "얼음 축제", "봄맞이"),
    date(2026, 3, 5),
)
MAIL_IN_BROWSER = Form(
    """[보도자료] 물내나루 쉼터 자료 보냅니다
보낸사람
새들군청 공보담당<gongbo@saedeul.example>
받는사람
<desk@naru.example>, "솔재신문"<news@soljae.example>
2026년 3월 5일 (목) 오전 9:12

대용량 첨부 2개(48.3MB) 다운로드 기간 : 2026/03/05 ~ 2026/04/04
 물내나루_1.jpg 24.1MB
 물내나루_2.jpg 24.2MB
일반 첨부 1개(212KB)모두저장
 버드나무.hwpx 212KB

안녕하십니까. 새들군청 공보담당 이솔입니다.
아래 보도자료를 보내드리오니 많은 보도 부탁드립니다.

{head}
{subtitles}

{story}

감사합니다.
새들군청 기획공보실 이솔 드림
Tel. 000-0000-0103 / Fax. 000-0000-0104
""",
    ("gongbo@", "desk@", "24.1MB", "모두저장", "버드나무.hwpx", "이솔", "000-0000", "부탁드립니다"),
    date(2026, 3, 5),
)
MAIL_WITH_TABS = Form(
    """제목	[새들군 보도자료] 물내나루 자료
보낸사람	새들군청 <news@saedeul.example>
받는사람	언론사 <press-list@saedeul.example>
보낸날짜	2026.03.05 (목) 08:55

수고 많으십니다. 새들군 공보계입니다.

{head}
{subtitles}

{story}

새들군 | 산림과
담당 이솔
T. 000-0000-0105  F. 000-0000-0106
본 메일은 발신전용이며 회신되지 않습니다.
""",
    ("보낸날짜", "press-list@", "공보계입니다", "이솔", "000-0000", "발신전용", "산림과"),
    date(2026, 3, 5),
)
CHAT = Form(
    """--------------- 2026년 3월 5일 목요일 ---------------
[새들군 공보 이솔] [오전 8:41] 기자님 안녕하세요. 오늘 자료입니다~
[새들군 공보 이솔] [오전 8:41] [보도자료] {head}

{subtitles}

{story}
[새들군 공보 이솔] [오전 8:43] 문의: 산림과 000-0000-0107
[새들군 공보 이솔] [오전 8:43] 사진 2장
[새들군 공보 이솔] [오전 8:44] 파일: 버드나무.hwpx
[나] [오전 9:20] 네 감사합니다
""",
    ("이솔", "오전", "오늘 자료", "000-0000", "사진 2장", "파일:", "네 감사합니다"),
    date(2026, 3, 5),
)
PHONE_CHAT = Form(
    """2026년 3월 5일 오전 10:02, 새들군 공보 이솔 : {head}
{subtitles}

{story}
2026년 3월 5일 오전 10:03, 새들군 공보 이솔 : 동영상
2026년 3월 5일 오전 10:03, 새들군 공보 이솔 : 담당: 산림과 이솔 팀장(000-0000-0108)
""",
    ("이솔", "오전", "동영상", "000-0000"),
    date(2026, 3, 5),
)
SHEET = Form(
    """보도자료	새들군
보도시점	2026. 3. 6.(금) 조간부터	배포	2026. 3. 5.(목)

{head}
{subtitles}

{story}

붙임 버드나무 심은 곳 1부.  끝.

담당 부서	산림과	책임자	과장 도담희 (000-0000-0109)
	가꾸기팀	담당자	주무관 이솔 (000-0000-0110)
""",
    ("보도시점", "조간", "붙임", "도담희", "이솔", "000-0000"),
    date(2026, 3, 5),
)
FORMS = {name.lower(): form for name, form in list(globals().items()) if isinstance(form, Form)}


def pasted(form: Form, headline: str) -> str:
    subtitles = "\n".join(f"- {each}" for each in form.subtitles)
    return form.text.format(head=headline, subtitles=subtitles, story="\n\n".join(STORY))


def letters(*texts: str) -> Counter:
    return Counter(re.findall(r"[^\W_]", " ".join(texts)))


@pytest.mark.parametrize("wording", HEADLINES)
@pytest.mark.parametrize("form", FORMS)
def test_a_release_is_read_out_of_what_stands_around_it(form, wording):
    around, headline = FORMS[form], HEADLINES[wording]
    found = extraction.read(pasted(around, headline))
    assert found.title == " ".join(headline.split())
    assert found.subtitles == around.subtitles
    assert found.paragraphs == STORY
    assert (found.date, found.organisation) == (around.day, around.organisation)


@pytest.mark.parametrize("form", FORMS)
def test_no_letter_of_a_paste_is_lost_and_none_invented(form):
    source = pasted(FORMS[form], HEADLINES["noun"])
    found = extraction.read(source)
    cuts = [line.text for line in found.cut]
    told = letters(found.title, *found.subtitles, *found.paragraphs, *cuts)
    assert told == letters(source)
    for word in FORMS[form].cut:
        assert word not in found.html
        assert any(word in text for text in cuts)


def test_a_short_sentence_over_short_sentences_is_the_headline():
    found = extraction.read(
        "물내나루 얼음판, 올해도 안전하게 지켰다.\n2026.03.05\n\n"
        "새들군은 얼음판 관리를 마쳤다고 5일 밝혔다.\n\n주민 서른 명이 함께했다."
    )
    assert found.title == "물내나루 얼음판, 올해도 안전하게 지켰다."
    assert len(found.paragraphs) == 2


def test_the_first_sentence_of_a_story_is_no_headline_where_one_stands_above():
    found = extraction.read(f"{HEADLINES['noun']}\n\n" + "\n\n".join(STORY))
    assert (found.title, found.paragraphs) == (HEADLINES["noun"], STORY)


def test_a_text_without_headline_keeps_its_sentences():
    found = extraction.read(f"{STORY[0]} {STORY[1]}\n{STORY[2]}")
    assert found.title == ""
    assert len(found.paragraphs) == 2


def test_marks_of_subtitles_are_taken_off():
    for mark in "◦▲■○◈~▷":
        source = f"{HEADLINES['noun']}\n{mark} {SUBTITLES[0]}\n{mark} {SUBTITLES[1]}\n\n"
        assert extraction.read(source + "\n\n".join(STORY)).subtitles == SUBTITLES


def test_an_outline_between_title_and_story_is_the_story():
    found = extraction.read(f"{HEADLINES['noun']}\n\n□ 심은 나무\n ○ {STORY[0]}\n ○ {STORY[1]}")
    assert found.subtitles == ()
    assert "<h2>심은 나무</h2><ul><li>새들군" in found.html


def test_a_mail_without_a_headline_is_called_by_its_subject():
    source = f"제목: [보도자료] {HEADLINES['noun']}\n보낸사람: 새들군청 <a@saedeul.example>\n\n"
    found = extraction.read(source + "안녕하세요.\n\n" + "\n\n".join(STORY))
    assert (found.title, found.paragraphs) == (HEADLINES["noun"], STORY)


def test_a_number_for_readers_stays_and_one_for_reporters_goes():
    found = extraction.read(
        f"{HEADLINES['noun']}\n\n"
        + "\n\n".join(STORY)
        + "\n\n신청 문의 000-0000-0111\n자료 문의: 산림과 이솔 000-0000-0112"
    )
    assert found.paragraphs[-1] == "신청 문의 000-0000-0111"
    assert found.contacts == ("자료 문의: 산림과 이솔 000-0000-0112",)


@pytest.mark.parametrize("form", FORMS)
def test_a_text_file_reads_as_a_paste_does(form, tmp_path):
    source = pasted(FORMS[form], HEADLINES["noun"])
    (tmp_path / "a.txt").write_text(source, encoding="utf-8")
    document = documents.read(tmp_path / "a.txt", "txt", tmp_path)
    assert extraction.read_document(document.html, "txt") == extraction.read(source)


def test_of_pasted_source_hidden_words_stay_out_and_films_are_told():
    found = extraction.read(
        f"<h1>{HEADLINES['noun']}</h1><p>{STORY[0]}</p><p style='display:none'>미리 보는 줄</p>"
        "<p hidden>내부 메모</p><p style='mso-hide:all'>가린 글</p><span style='font-size:0'>낱말</span>"
        "<iframe src='https://film.example/1' title='현장'></iframe>"
        "<img src='data:image/gif;base64,R0' data-src='https://cdn.example/late.jpg'>"
    )
    assert found.paragraphs == STORY[:1]
    told = [(line.kind, line.text) for line in found.cut]
    assert ("film", "현장 https://film.example/1") in told
    assert ("photo", "https://cdn.example/late.jpg") in told


def test_a_line_with_a_number_is_no_caption():
    source = f"<h2>{HEADLINES['noun']}</h2><p>{STORY[0]}</p><p><img src='picture:0'></p>"
    found = extraction.read_document(f"{source}<p>문의 000-0000-0113</p>", "html")
    assert "<p>문의 000-0000-0113</p>" in found.html
