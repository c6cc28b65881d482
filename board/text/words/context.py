"""Mention and report: a word that is spoken about, and an offence that is reported.

`‘존나’ 같은 말은 삼갑시다` mentions a word, `병신이라고 부르던 시절` tells what others said, and
`출장안마 업주 검거` reports what they did; none of them uses what it names.
"""

import re

from board.text.words.reading import LetterSequence

_MENTION_WITHIN, _REPORT_WITHIN = 30, 40  # characters after the word
_WORD = (
    "(?:말|낱말|단어|표현|욕설|욕|비속어|속어|은어|어휘|호칭|글자|대사|대목|제목|구절|속담|이름|별명"
    "|멸칭|비하|폭언|막말|망언|모욕|조롱|낙서)"
)
# What is left of a listed word that begins a longer one: 지랄|병, 화냥|년.
_REST = "(?:년|놈|병|새끼)?(?:들)?"
# Who speaks of a word only to say that it fits uses it.
_FITS = "싸다|싸지|싸네|당연|마땅|만하|맞다|맞지|맞네|맞는|도할말|아깝|아까|절로|딱|밖에|제격|어울"
_INDEED = "이유|놈이|주제|니가|네가|새끼"
_OF_OTHERS = f"(?!.{{0,8}}(?:{_INDEED}|{_FITS}))"
_UNFITTING = f"(?!.{{0,8}}(?:{_FITS}))(?!이?(?:야|여|다|지|네|냐)(?!기)|입니다|이나(?:온다|오네|옵니다|오지))"
_NAMED = rf"(?:이?라는|이?란|이?라고하는|이?라던)(?:그런)?{_WORD}{_UNFITTING}"
_FROWNED_UPON = (
    "삼가|삼갑|쓰지|하지말|하지맙|안됩|안돼|금지|자제|거슬|불쾌|듣기|고칩|고쳐|순화|사라|빼"
)
_REFUSED = rf"(?:같은|등의|등|따위의|이나)?{_WORD}(?:은|을|이|을좀|좀|들은|까지)?.{{0,4}}(?:{_FROWNED_UPON})"
_TESTIFIED = (
    "(?:도모욕(?:죄|이)|도명예훼손|[가-힣]?(?:이라|한다|하라)고(?:말)?했다(?:는(?!데)|고(?:해|들)|는데)|한다소리를?정으로)"
    "|이?라(?:고|며|는).{0,16}(?:혐의|모욕죄|벌금|기소|판결|선고|증언|진술|유죄|무죄)"
)
_THREATENED = "(?:이?라)?(?:고|며|는).{0,6}(?:협박|위협|난동)"
_EXPLAINED = "(?:이란말)?의(?:어원|유래|본뜻|말뜻|원뜻|원래뜻)|[은는](?:원래|본래|본디).{0,12}(?:뜻(?!이?없)|유래|어원)"
# What became of saying it: ‘…’ 한마디 했다가 벌금 70만 원. Done, not threatened: 욕한다 고소해라 is said.
_SAYING = "(?:욕|외|소리|말|문자|전화|폭언|막말|쪽지|댓글|메일|고함|협박)"
_DONE = (
    "(?:했[다던는더]|한(?!다|마)|하던|친(?!다)|쳤|질[러렀]|보[내냈낸]|쓴|썼|단|달[아았]|남[긴겼])"
)
_SPOKEN = (
    f"(?:들?[아야])?(?:(?:하고|이?라고).{{0,4}}?{_SAYING}.{{0,3}}?{_DONE}"
    f"|(?:하고|이?라고)했다(?:가|고|는)|(?:한마디|소리)(?:를|을)?.{{0,2}}?{_DONE})"
    f"|(?:.{{0,8}}?[다라냐자마])?고{_SAYING}.{{0,3}}?{_DONE}"
)
_JUDGED = (
    "벌금|집행유예|징역|실형|고소(?!해|하)|고발(?!해라)|기소|판결|선고|재판|모욕죄|명예훼손|유죄|무죄|처벌|약식|송치|입건|경찰"
    "|접근금지|과태료|위자료|배상|징계|정직|해임|파면|제명|구속"
)
_JUDGED_FOR_IT = f"(?:{_SPOKEN}).{{0,22}}(?:{_JUDGED})"
# Lines of a play: “…” 하는 대사.
_RECITED = (
    ".{0,6}?(?:하|이?라|하시|이?라고하)[는던].{0,8}?(?:대사|대목|구절|장면|가사|노랫말|시구|민요|판소리)"
    "(?![가-힣]*(?:같|처럼|감))"
)
# Words counted up: 맘충이니 틀딱이니 하는 말.
_COUNTED_UP = (
    f"이?니(?:[^하]{{1,12}}?이?니하[는던며]|하[는던])(?:그런)?(?:{_WORD}|소리)(?:을|를|은|는|들|로|부터|이|가|에|좀)"
    f"(?!.{{0,8}}(?:{_FITS}|저렇|그렇|틀))"
)
# What others were called: 이라고 부르던 시절, 소리 들으며 맞았다.
_ONCE = "부르던|불렀던|불리던|불렸던|놀리던|욕하던|손가락질하던|하던(?:시절|시대|때)"
_OTHERS_DID = (
    "(?:욕|놀림|손가락질|조롱|모욕|비하|막말|폭언)(?:을|까지)?(?:한|하는(?!게|것)|하던|하고|당|받|듣|들|먹었|먹던)"
    "|때리|때렸|차별|따돌|소리친|소리치던|외치던"
    "|(?:적힌|쓰인|쓴|적은|한)(?:댓글|낙서|책|글|문자|쪽지|현수막|편지|발언)"
)
_NOT_TO_SAY = "(?:부르지|하지|놀리지|욕하지|쓰지)(?:좀)?(?:말아|말자|맙시다|마세|마십|마시|못하게|않기로|않았으면)"
_CALLED = rf"이?라(?:고|며|면서)?(?:{_ONCE}|{_OTHERS_DID}|{_NOT_TO_SAY}){_OF_OTHERS}"
_HEARD = rf"소리(?:를|도|까지)?(?:듣던|들었던|들으며|들으면서|들으시|듣고자란|들어가며){_OF_OTHERS}"
_MENTION = re.compile(
    f"{_REST}(?:{_NAMED}|{_REFUSED}|{_TESTIFIED}|{_THREATENED}|{_EXPLAINED}"
    f"|{_JUDGED_FOR_IT}|{_RECITED}|{_COUNTED_UP})"
)
_TOLD = re.compile(f"{_REST}(?:{_CALLED}|{_HEARD})")
# Who points at somebody in front of it tells nothing.
_POINTING = ("너같은", "니같은", "저런", "이런", "그런", "너는", "넌", "니가", "네가", "너", "개")
# 소설에 나오는 … 대목
_WRITTEN_IN = re.compile(
    "(?:에|에서|속에)?(?:나오는|등장하는|쓰인|적힌)$|(?:소설|영화|연극|책|동화|시)속(?:의|에)?$"
)
_PASSAGE = re.compile(
    f"{_REST}(?:이?라는)?(?:(?:소리|대목|구절|대사|표현|장면|인물)(?:를|을|은|이|가|에서)|말을)"
)
# 그 말은 ‘…’이었다
_ANNOUNCED = tuple(
    f"{word}{particle}" for word in ("말", "표현", "욕", "욕설") for particle in "은이"
)
_IDENTIFIED = ("이었", "였", "이다", "이라고했", "입니다")
_REPORT = re.compile(
    "수거|차단|스팸|전단|문자(?:주의|조심|신고|를받|가)|검거|적발|입건|구속|송치|혐의|처벌|업주|일당|징역|벌금|실형|압수|기소|수사|근절|알선|"
    "(?:누르|믿|속|클릭하|당하|열)지(?:좀)?(?:마|말|맙)|조심하|주의하|"
    "단속(?!걱정|없|안|제로)|사기(?:조심|주의|피해|예방|의심)|피해(?:예방|신고|사례)"
)


def is_mentioned(reading: LetterSequence, start: int, end: int) -> bool:
    """Whether what stands around the letters from `start` to `end` speaks of them as of a word."""
    after = reading.written_after(end, _MENTION_WITHIN)
    if after.startswith(_IDENTIFIED) and reading.written_before(start, 4).endswith(_ANNOUNCED):
        return True
    before = reading.written_before(start, _MENTION_WITHIN)
    if _PASSAGE.match(after) and _WRITTEN_IN.search(before):
        return True
    if _TOLD.match(after) and not before.endswith(_POINTING):
        return True
    return _MENTION.match(after) is not None


def is_reported(reading: LetterSequence, end: int) -> bool:
    """Whether what follows the letters before `end` is news of an arrest or a warning."""
    return _REPORT.search(reading.written_after(end, _REPORT_WITHIN)) is not None
