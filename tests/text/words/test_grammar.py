"""What stands around the letters of a word says whether they are that word."""

from time import thread_time

import pytest

from board.text.words import default_entries, default_wordlist, default_words
from board.text.words.list_files import alternatives, contexts_of, sections_of
from board.text.words.listed import Listed, Use
from board.text.words.wordlist import Wordlist


def found(text: str, *entries: Listed) -> list[str]:
    wordlist = Wordlist(entries) if entries else default_wordlist()
    return [hit.word for hit in wordlist.find(text)]


@pytest.mark.parametrize(
    ("use", "caught", "spared"),
    [
        (Use.NOUN, "감자들은 왕감자야 이 감자!", "감자탕 씨감자 돌감자"),
        (Use.ALONE, "감자 감자! ‘감자’", "감자는 감자도 씨감자"),
        (Use.START, "감자탕 감자는 감.자", "씨감자 돌감자탕"),
        (Use.SUFFIX, "씨감자들 동네감자야 감자", "씨감자탕 감자밭"),
        (Use.INFLECTED, "씨감자들 동네감자는", "씨감자 감자탕"),
        (Use.EXCLAMATION, "하네감자 후감자", "씨감자 하네감자탕"),
        (Use.OF_PEOPLE, "기자감자 기자감자들은", "감자 씨감자 기자감자탕"),
        (Use.SYLLABLE, "씨감자탕 감자", "감색 자두"),
    ],
)
def test_a_use_says_where_a_word_may_stand(use, caught, spared):
    potato = Listed.of("감자", use)
    assert [word for word in caught.split() if "감" in word and not found(word, potato)] == []
    assert [word for word in spared.split() if found(word, potato)] == []


def test_particles_follow_the_sound_before_them():
    stone, potato = Listed.of("돌멩", Use.NOUN), Listed.of("감자", Use.NOUN)
    assert found("돌멩이고 돌멩은 돌멩과", stone) == ["돌멩"] * 3
    assert found("돌멩고 돌멩는 돌멩와", stone) == []
    assert found("감자고 감자는 감자와 감자들이", potato) == ["감자"] * 4


@pytest.mark.parametrize(
    "text",
    [
        "‘개새끼’라는 말을 아이가 배웠어요",
        "“병신”이라는 표현은 고칩시다",
        "시발이라는 욕",
        "존나 같은 말은 쓰지 맙시다",
        "지랄 등의 비속어를 삼가 주세요",
    ],
)
def test_a_word_that_is_spoken_of_is_not_used(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["병신 같은 말만 하네", "시발 말이 되냐", "병신이라는 말도 아깝다"]
)
def test_to_speak_of_words_is_no_cloak(text):
    assert found(text) != []


def test_news_of_an_arrest_is_no_advert():
    assert found("출장안마 알선한 일당 검거") == []
    assert found("출장안마 단속 걱정 없는 곳") == ["출장안마"]


def test_an_animal_anywhere_near_speaks_for_its_young():
    assert found("이 새끼들 좀 봐, 고양이가 버렸나 봐") == []
    assert found("이 새끼들 좀 봐, 또 버렸나 봐") == ["새끼"]


def test_a_pointing_word_is_one_of_its_own():
    assert found("두루미 새끼가 날았다") == []
    assert found("참새 새끼를 주웠다") == []
    assert found("거지 새끼가 어디서") == ["새끼"]


def test_laughter_and_tears_are_nobodys_name():
    assert found("ㅠㅠ새끼가 아픈가 봐요") == []


def test_braces_stand_for_every_choice():
    assert alternatives("{이,저} 놈{,들}") == ["이 놈", "이 놈들", "저 놈", "저 놈들"]
    assert alternatives("바보") == ["바보"]


def test_every_context_belongs_to_a_word_and_changes_it():
    listed = {word for kind in ("blocked", "mild", "political") for word in default_words(kind)}
    assert [word for word in contexts_of("contexts") if word not in listed] == []


def test_every_section_is_a_use():
    for kind in ("blocked", "mild", "political", "allowed"):
        assert {Use(section) for section in sections_of(kind)}
        assert all(entry.is_usable for entry in default_entries(kind))


def test_the_time_grows_with_the_text_alone():
    """The same text again costs the same again, also where much of it looks like a word."""

    def cost(text: str) -> float:
        started = thread_time()
        found(text)
        return thread_time() - started

    piece = "이 새끼 고양이 뒤져라도 시발점 병신고 졸라매 니 에미 어디 이년이 지나 "
    cost(piece)
    short, long = (min(cost(piece * times) for _ in range(3)) for times in (50, 400))
    assert long < short * 8 * 3
