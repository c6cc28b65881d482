"""Press release extraction in every format: nothing invented, nothing lost."""

import random
import re
import time
from datetime import date

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

from board.config import Settings
from board.files.sandbox import opened
from board.text import extraction, plain
from board.text.sanitising import document_html
from tests.releases import as_html, trial
from tests.releases.corpus import releases
from tests.releases.judging import everything, letters

CASES = trial.cases()
PAGES = {release.name: as_html.body(release, "picture:{}".format) for release in releases()}


def test_there_are_many_releases_of_many_shapes():
    assert len(releases()) >= 24
    assert sum(len(release.formats) for release in releases()) >= 40


@pytest.mark.parametrize("format_", sorted({case.format for case in CASES}))
def test_releases_are_understood_in_every_format(format_):
    verdicts = [trial.tried(case) for case in CASES if case.format == format_]
    faults = [fault for verdict in verdicts for fault in verdict.faults]
    assert not trial.missed(verdicts), faults


def test_a_handful_read_by_the_child_are_understood_as_well(tmp_path):
    app = Flask("site")
    app.settings = Settings.for_tests(tmp_path / "instance")

    def read(path, kind):
        with opened(path, path.name) as document:
            return document

    chosen = {case.format: case for case in CASES if "+" not in case.format}
    with app.app_context():
        faults = {case.name: trial.tried(case, read).faults for case in chosen.values()}
    assert not any(faults.values()), faults


@pytest.mark.parametrize("name", PAGES)
def test_the_story_is_clean_and_every_word_is_somewhere(name):
    found = extraction.read_document(PAGES[name])
    assert document_html(found.html) == found.html
    assert letters(*everything(found)) == letters(plain.text_of(PAGES[name]))


BLOCKS = [block for page in PAGES.values() for block in page.split("\n") if block[:2] == "<p"]
BLOCKS += [t for page in PAGES.values() for t in re.findall(r"<table.*?</table>", page, re.DOTALL)]


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 30), st.sampled_from(["hwpx", "eml"]))
def test_blocks_in_any_order_are_read_without_losing_a_letter(chance: random.Random, size, kind):
    source = "".join(chance.choice(BLOCKS) for _ in range(size))
    found = extraction.read_document(source, kind)
    assert letters(*everything(found)) == letters(plain.text_of(source))
    kept = re.findall(r"picture:\d", found.html + " ".join(line.text for line in found.cut))
    assert sorted(kept) == sorted(re.findall(r"picture:\d", source))


def test_a_line_that_repeats_the_title_is_left_out_once():
    walk = "<p>▲ 둔치 들꽃길 걷기(18일 14시)</p>"
    source = f"{walk}<p>바다가 여는 아침 해돋이시</p>{walk}"
    found = extraction.read_document(source)
    assert letters(*everything(found)) == letters(plain.text_of(source))


def test_a_subtitle_that_is_all_there_is_keeps_its_label():
    rows = ("제 목", "새들군, 나루터에 나무 심어"), ("부 제", "버드나무 서른 그루를 줄지어")
    cells = (f"<tr><td>{label}</td><td>{words}</td></tr>" for label, words in rows)
    source = f"<table border='1'>{''.join(cells)}</table>"
    found = extraction.read_document(source)
    assert "버드나무" in found.html
    assert letters(*everything(found)) == letters(plain.text_of(source))


# what was understood, and from which words


def read(*lines: str, kind: str = "hwpx", today: date | None = None) -> extraction.Pasted:
    story = "새들군은 물내나루에 버드나무 서른 그루를 심었다고 5일 밝혔다."
    written = "".join(f"<p>{line}</p>" for line in lines)
    return extraction.read_document(
        f"{written}<h2>새들군, 나루터에 나무 심어</h2><p>{story}</p>", kind, today
    )


def test_each_guess_names_the_line_it_was_read_from():
    found = extraction.read_document(PAGES["police"])
    said = {(guess.field, guess.value): guess.line for guess in found.guesses}
    assert said["embargo", "2026-04-09T10:00:00+09:00"] == "엠바고 | 4. 9.(목) 오전 10시"
    assert said["organisation", "강나루경찰서"] == "강나루경찰서 보도자료"
    assert said["subtitles", found.subtitles[0]] == f"▲ {found.subtitles[0]}"


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("보도시점: 2026. 3. 2.(월) 11:00 이후", "2026-03-02T11:00"),
        ("엠바고 3월 2일 오후 2시 30분", "2026-03-02T14:30"),
        ("보도일시 : 2026.3.2.(월) 조간부터", "2026-03-02T00:00"),
        ("보도시점 '26. 3. 2.(월) 석간", "2026-03-02T12:00"),
        ("보도시점: 3. 2.(월) 조간 / 인터넷 3. 1.(일) 낮 12시", "2026-03-01T12:00"),
        ("이 자료는 3월 2일(월) 정오 이후 보도해 주시기 바랍니다.", "2026-03-02T12:00"),
        ("보도시점: 12월 31일 조간부터", "2025-12-31T00:00"),
        ("보도일시: 2026. 3. 2.(월)", "2026-03-02T00:00"),
        ("보도시점: 2026. 3. 2.(월) 배포 즉시", None),
        ("배포 즉시 보도 가능합니다", None),
        ("보도시점: 별도로 알릴 때까지", None),
    ],
)
def test_the_moment_it_may_be_published_is_read_from_its_line(line, moment):
    found = read(line, today=date(2026, 2, 27))
    assert (found.embargo and f"{found.embargo:%Y-%m-%dT%H:%M}") == moment
    (guess,) = [guess for guess in found.guesses if guess.field == "embargo"]
    assert guess.line == line and bool(guess.value) == ("별도로" not in line)


def test_officials_are_flagged_and_kept_out_of_the_story():
    found = read("담당: 산림과 주무관 이솔 (000-000-0012, sol@county.example.kr)")
    assert found.contacts == ("담당: 산림과 주무관 이솔 (000-000-0012, sol@county.example.kr)",)
    assert "이솔" not in found.html


def test_a_telephone_for_readers_stays():
    page = PAGES["brackets"]
    assert "문의 000-000-0040" in extraction.read_document(page).html


def test_marks_become_headings_and_lists_within_lists():
    html = extraction.read_document(PAGES["wardens"]).html
    assert "<h2>하는 일</h2><ul><li>마을 둘레길과 산어귀 순찰<ul><li>평일은" in html
    assert html.count("<ul>") == html.count("</ul>") == 2


def test_captions_above_their_pictures_stay_with_them():
    photos = "".join(f"<p>사진 {n}. 나루터</p><p><img src='picture:{n}'></p>" for n in (1, 2))
    html = extraction.read_document(PAGES["title-twice"] + photos).html
    assert 'picture:1" alt=""><figcaption>사진 1.' in html
    assert 'picture:2" alt=""><figcaption>사진 2.' in html


def test_subtitles_written_as_a_list_are_subtitles():
    story = "<p>새들군은 물내나루에 버드나무 서른 그루를 심었다고 5일 밝혔다.</p>"
    subtitles = "<ul><li>강가에 서른 그루</li><li>주민이 함께 심어</li></ul>"
    found = extraction.read_document(f"<h2>새들군, 나무 심어</h2>{subtitles}{story}")
    assert found.subtitles == ("강가에 서른 그루", "주민이 함께 심어")


def test_an_emblem_is_no_picture_of_the_story():
    found = extraction.read_document(PAGES["wardens"])
    assert "picture:0" not in found.html
    assert [line.text for line in found.cut if line.kind == "logo"] == ["picture:0"]


def test_three_releases_in_one_file_are_one_draft_with_headings():
    html = extraction.read_document(PAGES["three-items"]).html
    assert html.count("<h2>") == 2


def test_hostile_html_comes_out_harmless():
    found = read("<img src=x onerror=alert(1)><script>alert(1)</script><img src='picture:0'>나루")
    assert "alert" not in found.html and "picture:" not in found.html.replace("picture:0", "")


@pytest.mark.parametrize(
    "unit", ["<p>가나다</p>", "<p>▲ 가</p>", "<p>붙임 1</p>", "<p>담당 가</p>"]
)
def test_a_flood_is_read_in_good_time(unit):
    start = time.process_time()
    read(unit * 4_900, kind="eml")
    assert time.process_time() - start < 4  # one on an idle core; by squares, minutes


def test_what_the_file_is_called_tells_the_title_or_is_it():
    lines = "<p>나루터 버드나무 잔치</p><p>강가에 서른 그루 새로 심기로</p>"
    story = "<p>새들군은 물내나루에 버드나무 서른 그루를 심었다고 5일 밝혔다.</p>"
    name = "260305_(보도자료) 강가에 서른 그루 새로 심기로.hwpx"
    assert (
        extraction.read_document(lines + story, called=name).title == "강가에 서른 그루 새로 심기로"
    )
    assert extraction.read_document(story, called=name).title == "강가에 서른 그루 새로 심기로"


def test_a_printed_paragraph_or_table_goes_on_over_the_page():
    half = "새들군은 물내나루에 버드나무 서른 그루를 심고 그 아래에 긴 의자 열 개와 작은 무대 하나를 놓아"
    table = "<table><tr><td>{}</td><td>10</td></tr></table>"
    source = f"<p>{half} 주민</p><p>누구나 쉬게 했다.</p>" + table.format("가") + table.format("나")
    html = extraction.read_document(f"<h2>새들군, 나무 심어</h2>{source}", "pdf").html
    assert "작은 무대 하나를 놓아 주민 누구나 쉬게 했다.</p>" in html
    assert html.count("<table>") == 1 and html.count("<tr>") == 2


def test_an_endless_document_is_refused_in_words():
    with pytest.raises(ValueError, match="너무 깁니다"):
        extraction.read_document("<p>가나다</p>" * 6_000)
