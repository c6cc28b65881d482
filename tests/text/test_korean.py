from datetime import UTC, date, datetime, timedelta

import pytest

from board.text import korean

FRIDAY = datetime(2025, 6, 13, 1, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("word", "pair", "said"),
    [
        ("댓글", "을/를", "댓글을"),
        ("기사", "을/를", "기사를"),
        ("봄날", "이/가", "봄날이"),
        ("나루", "은/는", "나루는"),
        ("강", "과/와", "강과"),
        ("서울", "으로/로", "서울로"),
        ("강변", "으로/로", "강변으로"),
        ("바다", "으로/로", "바다로"),
        ("하늘", "아/야", "하늘아"),
        ("3", "을/를", "3을"),
        ("12", "이/가", "12가"),
        ("7", "으로/로", "7로"),
        ("10", "으로/로", "10으로"),
        ("KBL", "이/가", "KBL이"),
        ("KTX", "을/를", "KTX를"),
        ("admin", "은/는", "admin은"),
        ("「봄날」", "을/를", "「봄날」을"),
        ("…", "을/를", "…를"),
    ],
)
def test_the_particle_fits_the_last_sound(word, pair, said):
    assert korean.josa(word, pair) == said


def test_a_list_shows_the_time_today_and_the_date_later():
    assert korean.list_date(FRIDAY, date(2025, 6, 13)) == "10:20"
    assert korean.list_date(FRIDAY, date(2025, 6, 14)) == "2025.06.13"


def test_an_article_shows_day_weekday_and_minute():
    assert korean.article_date(FRIDAY) == "2025-06-13 10:20"
    assert korean.full_date(FRIDAY) == "2025.06.13 (금) 10:20"
    assert korean.iso(FRIDAY) == "2025-06-13T10:20+09:00"


def test_counts_are_grouped_and_shortened_without_growing():
    assert korean.number(565273) == "565,273"
    shown = [korean.short_number(count) for count in (0, 9_999, 10_000, 12_999, 1_234_567)]
    assert shown == ["0", "9,999", "1만", "1.2만", "123만"]
    assert korean.short_number(340_000_000) == "3.4억"


def test_file_sizes_read_like_in_a_file_window():
    sizes = [korean.file_size(size) for size in (0, 900, 86_016, 1_572_864, 20 * 1024 * 1024)]
    assert sizes == ["0 B", "900 B", "84 KB", "1.5 MB", "20 MB"]


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(seconds=0), "0초"),
        (timedelta(seconds=90), "90초"),
        (timedelta(minutes=10), "10분"),
        (timedelta(minutes=60), "1시간"),
        (timedelta(hours=3), "3시간"),
        (timedelta(hours=24), "하루"),
        (timedelta(hours=36), "36시간"),
        (timedelta(days=30), "30일"),
        (timedelta(days=365), "1년"),
        (timedelta(days=366), "366일"),
    ],
)
def test_a_period_is_said_in_the_largest_unit_that_fits(length, said):
    assert korean.span(length) == said


DATES = ["2025-06-13", "2025.6.13.", "2025. 6. 13.(금)", "2025년 6월 13일", "25.06.13"]
DATES += ["2025/06/13", "2025.06.13 10:20", "2025년 6월 13일 (금요일)", " 2025-06-13 10:20:30 "]


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_read_in_every_usual_way(text):
    assert korean.parse_date(text) == date(2025, 6, 13)


@pytest.mark.parametrize("text", ["", "2025-13-01", "2025-06", "031-123-4567", "1.2.3", "어제"])
def test_what_is_no_date_is_not_guessed(text):
    assert korean.parse_date(text) is None


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("00:05", "밤 12시 5분"),
        ("01:00", "오전 1시"),
        ("12:00", "낮 12시"),
        ("12:20", "낮 12시 20분"),
        ("15:20", "오후 3시 20분"),
        ("23:59", "오후 11시 59분"),
    ],
)
def test_a_time_of_day_as_people_say_it(clock, said):
    assert korean.time_of_day(datetime.fromisoformat(f"2025-06-13T{clock}+09:00")) == said
