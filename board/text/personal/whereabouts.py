"""What leads to a person beside one: a car's plate with its owner (or with its region, which nobody
writes of another thing), a flat with who lives there, a mail address or a public account of
somebody else."""

import re
from collections.abc import Iterator

from board.text.personal.digits import NOT_COUNTED
from board.text.personal.papers import REGIONS

_SOMEBODY = (
    r"(?:그|이|저)\s?(?:사람|분|놈|년|인간|집|여자|남자|애|선생|교사|담임|학생)|[가-힣](?<![글날솜말불맵볍])\s?씨|사람|아저씨|아줌마|아주머니|할머니"
    r"|할아버지|총각|아가씨|부부|이웃|신상|범인|가해자|당사자|주인"
)
_PLATE = re.compile(
    r"(?<![\d-])(?:[가-힣]{2}\s?)?\d{2,3}\s?[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호배]"
    rf"\s?\d{{4}}{NOT_COUNTED}"
)
_FULL_PLATE = re.compile(rf"(?<![가-힣])(?:{REGIONS})\s?{_PLATE.pattern}(?!\s?번?\s?버스)")
_TAXI = rf"(?<![가-힣])(?:{REGIONS})\s?\d{{2}}\s?[바사아자]\s?\d{{4}}{NOT_COUNTED}"
_OWNER = (
    r"뺑소니|음주|난폭|보복|불법\s?주차|도주|상습|[그저이]\s?차(?:량|의)?(?:\s?번호)?|차량\s?번호"
    r"|(?:이장|군수|시장|의원|과장|국장|회장|사장|원장|목사|교수)(?:님|네|의)?\s?차"
    rf"|차주|운전|소유|타고|타는|모는|몰고|끌고|{_SOMEBODY}"
)
_FLAT = re.compile(
    r"(?:(?<!\d)\d{1,4}|(?:(?<![가-힣])|(?<=빌라|맨션|주택|파트))[가나다라마바사]|(?<![A-Za-z])[A-Fa-f])\s?동\s?\d{1,4}\s?호(?![가-힣]*\s?(?:고시|공고))"
)
_UNIT = r"[가-힣]{2,8}(?:빌라|맨션|아파트|원룸|하우스|오피스텔|연립|고시원)\s?\d{2,4}\s?호"
# A house by its road and number; who lives there, or its colours, lead to it.
_HOUSE = r"[가-힣\d]{1,8}(?:로|길)\s?\d{1,4}(?:-\d{1,3})?(?![\d-]|\s?(?:번|억|만|원|명|년|월|일|시|분|킬로|미터|km|%))"
_LOOKS = r"(?:색|[란간얀은])\s?(?:대문|지붕|담장|담벼락|벽돌)[^\n\d]{0,6}(?:집|사는)"
_THAT_ONE = (
    r"(?:그|저|이)\s?(?:놈|년|인간|여자|남자|사람|애|새끼|아저씨|아줌마|할머니|할아버지)"
    r"(?:이|가|네|의)?\s?(?:집|사는|살|산다)"
)
_SURNAME = (
    "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구나민진지엄]"
)
_A_NAME = rf"{_SURNAME}[가-힣]{{2}}(?<![문중장당비서차조실청함통물기원인이은는가을를])(?=\s*(?:$|[.,!?~]|님|이?네))"
_LIVES = (
    r"사는|살고|살아|산다|사시|사신|거주|입주자|주민|여자|남자|집(?!중|계|회|단|들이)"
    rf"|{_SOMEBODY}|{_A_NAME}|[가-힣]{{2,4}}[네댁](?![가-힣])"
)
_LONELY = r"(?:(?:혼자|홀로|지금|현재|세\s?들어|새로\s?이사\s?온)\s?)?"
_HOME = (
    r"집(?:은|이|주소)?|주소(?:는|가)?|거주지는?|자택은?|사는\s?곳은?|[가-힣]\s?씨(?:는|가|네|의)?"
)
# A road between the word and the flat: 그 집 주소 나루로 12 솔내아파트 101동 1203호.
_ROAD = r"[^\n\d]{0,10}(?:로|길)\s?\d{1,4}(?:번길\s?\d{1,4})?(?:-\d{1,3})?[^\n\d]{0,10}"
_PUPIL = re.compile(
    r"[가-힣]{2,}(?:초|중|고)(?:등?학교)?\s?[1-6]학년\s?\d{1,2}반\s?\d{1,2}번(?!\s?버스)"
)
_PROVIDERS = "네이버|한메일|다음|지메일|구글|카카오|네이트|핫메일|아웃룩"
_MAIL_TOLD = (
    rf"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{{3,40}}\s?(?:골뱅이|앳|[(\[]\s?at\s?[)\]])\s?(?:{_PROVIDERS}|[A-Za-z0-9-]{{2,}})"
    r"\s?(?:[쩜점닷.]|[(\[]\s?dot\s?[)\]])\s?(?:[넷컴]|net|com|(?:co\s?[.점쩜]\s?)?kr)(?![가-힣A-Za-z])"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9_.+-])(?!\d+[.-][\d.-]*@)[A-Za-z0-9_+]+(?:[.-][A-Za-z0-9_+]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    rf"|{_MAIL_TOLD}"
)
_WHOSE = (
    r"(?:(?:제보자|고발자|신고자|민원인|고소인|피해자|목격자|글쓴이|담임|악플러|스토커|집주인|건물주|세입자)(?:\s?선생|님)*(?:의|네)?\s?(?:이?메일|계정)(?:\s?주소)?"
    rf"|(?:{_SOMEBODY}|걔|쟤)\s?(?:의|네)?\s?(?:이?메일|계정|연락처|주소)?"
    rf"|(?<![가-힣]){_SURNAME}[가-힣][가-힣](?<![사국실팀과부처센용적단소청])\s?(?:씨|님)?의?\s?(?:이?메일|계정))"
    r"(?:은|는|이|가|을|를)?(?:\s?(?:주소\s?)?(?:알아|찾아|털)[가-힣]{1,5})?[\s:(.]{0,3}"
)
_ANGRILY = r"따[지집져]|항의|응징|욕|혼내|털|퍼부|테러|한\s?마디"
_SPREAD = r"퍼뜨|퍼트|뿌려|뿌립|뿌리자|스팸|테러|욕설?\s?(?:보내|날려|퍼부)|한\s?마디씩"
_HANDLE = re.compile(
    r"(?<![청회단사국원관점당부소실과]\s)(?<![청회단사국원관점당부소실과])"
    r"(?:인스타(?:그램)?|페북|페이스북|트위터|틱톡|스레드|카스|블로그|SNS|sns|계정)[은는이가]?\s?[:(]?\s?"
    r"@?[A-Za-z0-9][A-Za-z0-9_.]{3,29}"
)
_GO_THERE = (
    rf"(?:에|로|으로)?\s?(?:다들\s?)?(?:가서|찾아가|몰려가|들어가서|디엠으로|[dD][mM]으로)[^\n\d]{{0,6}}?"
    rf"(?:{_ANGRILY})|[^\n\d]{{0,8}}?(?:{_SPREAD})"
)
# Where everybody shall go, or write, to be angry at somebody.
_ATTACK = (
    rf"(?:입니다|이에요|이래요|임|에|로|으로)?[\s.,]{{0,2}}(?:다\s?들\s?|다\s?(?:같이|함께)\s?)?"
    rf"(?:찾아가|몰려가|쳐들어가|가)(?:서|자|봅시다)?\s?(?:{_ANGRILY})"
)
_WRITE_ANGRILY = (
    rf"\s?(?:으?로|에)?\s?(?:다\s?들|다\s?(?:같이|함께)|모두)\s?[^\n\d]{{0,6}}?(?:{_ANGRILY})"
)
_OF_AN_OFFICE = re.compile(
    r"(?:[청과국실팀회]|신문사|회사|재단|공단|학교|병원|센터|공식|대표)\s?(?:이?메일|전자우편)(?:\s?주소)?[은는]?[\s:(]{0,3}\Z"
)
# Each form with what must stand shortly before it, or else after it.
_FORMS = (
    (
        "plate",
        _PLATE,
        re.compile(rf"(?:{_OWNER})[^\n\d]{{0,8}}\Z"),
        re.compile(rf"[^\n\d]{{0,8}}?(?:{_OWNER})"),
    ),
    ("plate", _FULL_PLATE, re.compile(""), re.compile("")),
    ("plate", re.compile(_TAXI), re.compile(r"택시\W{0,3}\Z"), re.compile(r"\s?택시")),
    ("pupil", _PUPIL, re.compile(""), re.compile("")),
    (
        "home",
        _FLAT,
        re.compile(rf"(?:{_HOME})(?:[^\n\d]{{0,8}}|{_ROAD})\Z"),
        re.compile(rf"(?:에서?|의)?\s?{_LONELY}(?:{_LIVES})|{_ATTACK}"),
    ),
    (
        "home",
        re.compile(_UNIT),
        re.compile(rf"(?:{_HOME})[^\n\d]{{0,4}}\Z"),
        re.compile(rf"(?:에서?|의)?\s?{_LONELY}(?:사는|살고|산다|사시|거주|{_SOMEBODY})"),
    ),
    (
        "home",
        re.compile(_HOUSE),
        re.compile(rf"{_THAT_ONE}[^\n\d]{{0,6}}\Z"),
        re.compile(rf"[^\n\d]{{0,8}}?(?:{_LOOKS}|{_THAT_ONE})"),
    ),
    (
        "handle",
        _HANDLE,
        re.compile(r"(?:걔|쟤|(?:그|저)\s?(?:학생|애|년|놈|여자|남자|사람|인간))(?:의|네)?\s?\Z"),
        re.compile(_GO_THERE),
    ),
    (
        "mail",
        _MAIL,
        re.compile(rf"{_WHOSE}\Z"),
        re.compile(rf"[^\n\d]{{0,8}}?(?:{_SOMEBODY}|{_SPREAD})|{_WRITE_ANGRILY}"),
    ),
)
_REACH = 24


def find(text: str) -> Iterator[tuple[str, int, int, int]]:
    """(kind, start, end, start) of each, in text with plain digits.

    Other mail addresses come as "address": nobody's, but no number stands in them either.
    """
    for kind, form, before, after in _FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            near = max(start - _REACH, 0)
            is_public = kind == "mail" and _OF_AN_OFFICE.search(text, near, start)
            if not is_public and (before.search(text, near, start) or after.match(text, end)):
                yield kind, start, end, start
            elif kind == "mail":
                yield "address", start, end, start
