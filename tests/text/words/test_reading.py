"""Letter sequences always point back into their text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from board.text.words import Wordlist
from board.text.words.reading import LetterSequence
from board.text.words.signs import plain

LETTERS = "가각바발보봌시신씨이인아알개새끼ㄱㄲㄹㅂㅄㅅㅋㅎㅏㅣㅗㅠ1lrhAx人㉦ｼ .,~♡\n\u200b\u0336\u1107\u1161"
texts = st.text(st.sampled_from(LETTERS), max_size=40) | st.text(max_size=40)
FEW = Wordlist(["바보", "시발", "개새끼", "ㅂㅅ"], ["시발가"])


@settings(max_examples=50)
@given(texts)
def test_every_letter_of_a_sequence_has_its_span_in_order(text):
    for reading in LetterSequence.each_of(plain(text)):
        assert len(reading.spans) == len(reading.letters)
        assert reading.spans == sorted(reading.spans)
        assert all(0 <= start < end <= len(text) for start, end in reading.spans)


@settings(max_examples=50)
@given(texts)
def test_matches_are_in_order_and_do_not_overlap(text):
    hits = FEW.explain(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= next_.start for one, next_ in pairwise(hits))
    assert [hit for hit in hits if not hit.shield] == FEW.find(text)


@settings(max_examples=50)
@given(
    st.text(st.sampled_from(LETTERS), max_size=20),
    st.sampled_from("바보 시발 개새끼".split()),
    st.text("~.♡*_^", max_size=3),
)
def test_noise_between_letters_hides_no_word(before, word, noise):
    hits = FEW.find(f"{before}\n\n{noise.join(word)}")
    assert word in [hit.word for hit in hits]
