"""Boilerplate patterns: regular expressions for lines that are no part of a story.

Every pattern in RULES must match a whole line, so that a sentence that merely contains the words
stays. The first match decides.
"""

import re

SEPARATOR = r"[\s|/·ㆍ,•>▶]+"
BULLET = r"[□○●■◆▶·•*\-☎\s(\[]*"
PHONE = r"\(?0\d{1,2}\)?[-.) ]\s?\d{3,4}[-. ]\d{4}"
MAIL_ADDRESS = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
PHONE_OR_MAIL = re.compile(rf"{PHONE}|{MAIL_ADDRESS}")

BUTTONS = "|".join(
    (
        r"홈|home|로그인|로그아웃|회원\s?가입|마이\s?페이지|(?:통합|블로그)?\s?검색(?:하기)?|전체\s?기사",
        r"전체\s?메뉴(?:\s?보기)?|메뉴(?:\s?열기)?|(?:본문|주\s?메뉴|하단)\s?(?:으로\s?)?바로가기|사이트맵|즐겨찾기",
        r"닫기|열기|더\s?보기|top|맨\s?위로|위로|처음으로|목록(?:\s?보기)?|글쓰기|답변|답글|수정|삭제|이전|다음",
        r"(?:이전글|다음글)(?:\s+(?:이전글|다음글|목록))+|인쇄(?:하기)?|프린트|스크랩(?:하기)?",
        r"(?:기사)?\s?공유(?:하기)?|이\s?기사를\s?공유합니다|메일\s?보내기|보내기|글씨\s?(?:키우기|줄이기|크기)",
        r"글자\s?크기|가|가\s?가|가[+-]|폰트|(?:url|주소|링크)\s?복사|복사(?:하기)?|신고(?:하기)?|이웃\s?추가",
        r"구독(?:하기)?|알림\s?받기|본문\s?기타\s?기능|프로필|번역하기|음성으로\s?듣기|요약(?:봇)?",
        r"카카오(?:톡|스토리)?|페이스북|트위터|엑스|밴드|네이버\s?(?:블로그|밴드|카페)?|인스타그램|유튜브|라인",
        r"블로그|카페|facebook|twitter|x|instagram|youtube|kakao(?:talk|story)?|band|naver|blog|line|telegram",
        r"rss|sns|본문|페이지\s?정보|관련\s?링크|컨텐츠\s?정보|(?:첨부\s?)?파일|첨부|다운로드|미리\s?보기",
        r"후원(?:하기)?|기사\s?제보|추천|비추천|좋아요|싫어요|공감|응원해요|슬퍼요|화나요|훈훈해요",
        r"후속기사원해요|댓글\s?(?:쓰기|달기|등록)|글자\s?크기\s?설정|목록으로|바로\s?보기|내려\s?받기|모두\s?저장|자세히",
        r"(?:매우\s?)?(?:불)?만족|보통|의견\s?등록|이메일\s?보내기|이전\s?다음\s?기사",
    )
)
COUNT = (
    r"(?:추천|비추천|댓글|조회|조회수|공감|좋아요|스크랩|답글|hits?|views?)\s*[:：]?\s*\(?[\d,]+\)?"
    r"\s*(?:회|건|개|명)?"
)
VISITS = r"(?:today|yesterday|total|오늘|어제|전체|최대|누적|방문자?(?:\s?수)?|접속자)\s*[:：]?\s*[\d,]+\s*명?"
COLUMNS = (
    r"(?:구분|번호|제목|작성자|글쓴이|이름|등록일|작성일|날짜|추천|조회|조회수|첨부|파일|no\.?)"
)
COLUMN_ROW = re.compile(rf"{COLUMNS}(?:[\s|/]+{COLUMNS}){{2,}}", re.IGNORECASE)

BOX_LABELS = (
    r"(?:(?:제\s?공|의\s?뢰|배\s?포|발\s?표)\s?부\s?서|담\s?당\s?(?:부\s?서|자|관|과|과장|팀|팀장|국장|사무관|주무관)?|책\s?임\s?자"
    r"|작성\s?(?:부서|자)|자료\s?문의)"
)
DETAIL_LABELS = r"(?:연\s?락\s?처|전\s?화(?:\s?번호)?|팩\s?스|이메일|e-?mail|휴대폰|주\s?소)"
HEAD_LABELS = (
    r"(?:배\s?포\s?(?:일\s?[시자]|일|처|기관)?|제\s?공\s?(?:일(?:시|자)?|기관|처)|매\s?수|쪽\s?수|사\s?진"
    r"|붙임\s?자료|공개\s?여부|자료\s?구분|발송\s?일)"
)
EMBARGO_LABELS = (
    r"(?:보\s?도(?:\s?요\s?청)?(?=\s*[:：|\t])|보\s?도\s?(?:일\s?[시자]|일|시\s?점|시\s?간|희망일|요청일|가능\s?(?:일시?|시각|시간|시점))|엠\s?바\s?고|보도\s?유예"
    r"|공개\s?(?:일\s?시|시\s?점))"
)
BOX_ROW = re.compile(
    rf"{BULLET}(?:{BOX_LABELS}|{DETAIL_LABELS}|{HEAD_LABELS}|{EMBARGO_LABELS})\s*\|", re.IGNORECASE
)
REACHED_BY = r"tel\.?|fax\.?|h\.?p\.?|[tfmc]\.?|전화|팩스|휴대폰|행정"
_FILE = (
    r"[^|\t]{1,100}\.(?:hwpx?|docx?|pdf|jpe?g|png|gif|webp|tiff?|zip|xlsx?|pptx?|mp4|mov|ai|psd|txt)"
    r"(?:\s*[|\[(]?\s?\d[\d.,]*\s?[KMG]?B(?:ytes?)?\s?[\])]?)?"
)
FILES = (
    rf"{BULLET}(?:(?:첨부|붙임)?\s?(?:파일|자료)?\s*[:：|\t]?\s*)?{_FILE}(?:[\s,]+{_FILE})*"
    r"(?:[\s,|]*(?:다운로드|바로\s?보기|미리\s?보기|내려\s?받기|모두\s?저장|저장))*"
)
FILE_ROW = re.compile(rf"(?:\d+ \| )?{_FILE}(?: \| .{{0,20}})*", re.IGNORECASE)
# 문의: 산림과 000-0000-0000 is for reporters, 문의 000-0000-0000 for readers.
ENQUIRIES = (
    r"(?!.*(?:신청|접수|예약|예매|참가|상담|신고))[\W_]*(?:자료\s?|취재\s?)?문의(?:처|사항)?\s*[:：]?\s*"
    rf"(?=.*(?:과|팀|실|담당|국|장|주무관))[가-힣·\s]{{2,40}}\W{{0,3}}{PHONE}.{{0,40}}"
)
MAIL_LABELS = (
    r"(?:보낸\s?(?:사람|이|날짜|시간)|받는\s?(?:사람|이)|참조|숨은\s?참조|날짜|첨부(?:\s?파일)?"
    r"|from|to|cc|bcc|sent|date|attachments?)"
)
MAIL_SENDER = re.compile(
    r"[-\s]*(?:보낸\s?(?:사람|이)|받는\s?(?:사람|이)|from|to|sent)\s*[:：\t]|-|to\s(?:나|me)\b",
    re.IGNORECASE,
)
RELATED = (
    r"관련\s?(?:기사|뉴스|글)|많이\s?본\s?(?:뉴스|기사)|인기\s?(?:기사|뉴스|글)|최신\s?(?:기사|뉴스|글)"
    r"|주요\s?(?:기사|뉴스)|이\s?시각\s?주요\s?뉴스|추천\s?(?:기사|뉴스)|오늘의\s?주요\s?뉴스"
    r"|함께\s?볼\s?만한\s?.*|이\s?블로그의?\s?.{0,20}|.{0,20}님의\s?(?:블로그|글).{0,10}"
)
DATE = re.compile(
    r"(?<![\d.\-/])(?:(?:19|20)\d\d\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}(?:\s?일|\.(?!\d))?"
    r"|['’‘]?\d\d[-.]\s?\d{1,2}[-.]\s?\d{1,2}\.?(?=\s+\d{1,2}:\d\d|\s*[(（]?[월화수목금토일][)）\s]))(?![\d-])"
)
RELEASE_NAME = (
    r"(?:(?:합\s?동\s?|공\s?동\s?|언\s?론\s?)?보\s?도\s?(?:참\s?고\s?|설\s?명\s?|해\s?명\s?|정\s?정\s?)?자\s?료"
    r"|(?:설\s?명|해\s?명|동\s?정|참\s?고|브\s?리\s?핑|언\s?론\s?브\s?리\s?핑|취\s?재|보\s?도)\s?자\s?료"
    r"|취\s?재\s?(?:요\s?청|안\s?내|협\s?조)\s?(?:서|자\s?료)|보\s?도\s?(?:계\s?획|요\s?청|의\s?뢰)\s?서|가정통신문)"
)
RELEASE = (
    rf"(?:[【\[<(]\s?)?(?:[^>›»|]{{0,25}}\s)?{RELEASE_NAME}"
    r"(?:\s?[】\]>)])?(?:\s?\(.{0,30}\))?"
)
# 새들군(군수 한여울)은 …, … 심었다고 5일 밝혔다: how releases begin, and headlines do not.
ANNOUNCED = re.compile(
    r"\([가-힣]{1,8}(?:장|지사|군수|교육감|대표|장관)\s[가-힣]{2,5}\)"
    r"|다고\s(?:\d{1,2}일\s)?(?:밝|전했|말했|설명|덧붙|강조|당부)"
    r"|(?:밝혔|말했|전했|알렸|발표했|당부했|강조했|설명했)(?:다|습니다)\W*$"
)
# 보도자료 2., 보 도 자 료 (3): in a file with several releases each begins so.
NUMBERED_RELEASE = (
    rf"[\W_]*(?:{RELEASE_NAME})\s*[(\[<]?\s*(?:제\s?)?(\d{{1,2}})\s*(?:호|번|건)?[\W_]*"
)
REPORTER = r"[가-힣]{2,4}\s?(?:(?:선임|수습|객원|시민|인턴|대표|편집)\s?)?기자"
CAPTIONS = "|".join(
    (
        r"[\[(<【▲△▶]*\s*(?:사진|자료\s?사진|그래픽|이미지)\s?(?:설명|제공|출처)?\s*[=:：/ㅣ|].{0,80}",
        r"[▲△▶].{0,120}[\[(/=\s](?:사진|자료)\s?(?:제공|출처)?\s*[=:/ㅣ|].{0,40}",
        r"[▲△▶].{0,120}(?:\(|\[|/\s?|ⓒ|©)\s?[가-힣A-Za-z ]{2,20}(?:제공|기자|DB)\s?(?:\)|\])?",
    )
)

EMBARGO = "|".join(
    (
        rf"{BULLET}{EMBARGO_LABELS}\s*[)\]]?\s*(?:[:：|\t]|\s(?=.*(?:\d|즉시|조간|석간))).*",
        r"\W*(?:배포\s?)?즉시\s?(?:보도|배포).{0,20}",
        r"[【\[(<〈]?\s*(?=.*\d).{4,40}(?:이후|부터)\s?(?:보도|게재|사용)(?:\s?(?:가능|요망|바람))?\s*[】\])>〉]?",
        r"(?=.*(?:\d|조간|석간|즉시)).{4,60}(?:이후|부터|즉시|까지)\S{0,3}\s.{0,16}(?:보도|게재|엠바고).{0,14}"
        r"(?:바랍니다|주십시오|주세요|부탁.{0,8}|가능.{0,8}|요망|요청.{0,6})\W*",
    )
)

RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("rule", r"[\s\-=_*~─━═ㅡ—–·.■▬#+<>|]+"),
        ("end-mark", r"[-<〈(\[/]*\s*(?:끝|이상)\s*[->〉)\]/]*\.?"),
        ("counter", rf"(?:[•·*\-]\s*)?(?:{VISITS}[\s|/·,]*)+"),
        ("counter", rf"(?:{COUNT}[\s|/·,]*)+"),
        ("button", rf"(?:[•·*\-]\s*)?(?:{BUTTONS})(?:{SEPARATOR}(?:{BUTTONS}))*(?:{SEPARATOR})?"),
        ("board-list", COLUMN_ROW.pattern),
        ("board-list", r"(?:이전|다음)\s?(?:글|기사|게시물)(?:\s*[:：|│▲▼△▽]|\s|$).*"),
        ("board-list", r"(?:이전|다음)기사\S.*"),
        ("footer", r".{0,3}이\s?자료는\s.{1,30}전재하여\s.{0,30}"),
        ("footer", r".{0,60}공공누리.{0,60}(?:가능합니다|있습니다|바랍니다|유형|표시).{0,50}"),
        ("footer", r".{0,40}만족(?:하십니까|하셨나요|하시나요|도를?\s?(?:조사|평가)).{0,30}"),
        (
            "footer",
            r"이\s?(?:보도자료|뉴스|기사)는\s.{0,60}(?:배포|제공)한\s?(?:뉴스|보도자료|자료)입니다\.?",
        ),
        ("enclosure", r"(?:대용량|일반|큰)\s?첨부(?:\s?파일)?\s?\d+\s?개.*"),
        ("enclosure", FILES),
        ("comments", r"(?:전체\s?)?댓글\s?(?:목록|\(?\s?[\d,]+\s?\)?\s?개?)?"),
        ("comments", r"(?:등록된|작성된)?\s?(?:댓글|의견)이\s?없습니다\.?|의견\s?나누기"),
        ("comments", r"첫\s?(?:번째\s?)?댓글을\s?.{0,20}"),
        ("related", rf"(?:▶|■|\[|<)?\s?(?:{RELATED})\s?(?:>|\])?"),
        ("related", r".{0,15}(?:기자의?\s)?(?:다른|최신)\s?기사\s?(?:보기|더\s?보기)"),
        ("tags", r"(?:키워드|태그|tags?)?\s*[:：]?\s*(?:#[^\s#]+[\s,]*)+"),
        ("caption", CAPTIONS),
        ("mail", rf"[-\s]*(?:{MAIL_LABELS})\s*[:：\t].*"),
        ("mail", r"-*\s?(?:original message|원본\s?(?:메일|메시지)|forwarded message)\s?-*"),
        (
            "mail",
            r"-*\s?전달된\s?(?:메일|메시지)\s?-*|.{0,80}(?:wrote|님이\s?(?:쓴\s?글|작성))\s?[:：]",
        ),
        ("release-head", RELEASE),
        ("release-head", NUMBERED_RELEASE),
        ("release-head", rf"(?:press|news)?\s?[|/]\s?{RELEASE_NAME}"),
        (
            "release-head",
            rf".{{0,60}}?[\[【<(]?{RELEASE_NAME}[\]】>)]?[\s|]+(?:.{{0,30}}\s)?{DATE.pattern}.{{0,30}}",
        ),
        (
            "release-head",
            rf"{RELEASE_NAME}\s(?:상세\s?보기|.{{0,40}}(?:즉시|배포|공사|공단|시청|군청|구청|도청).{{0,10}})",
        ),
        ("release-head", rf".{{0,20}}{RELEASE_NAME}\s?(?:모음|목록|묶음|\d{{1,2}}\s?[건편])"),
        (
            "release-head",
            rf"[\[(<【]\s?{RELEASE_NAME}\s?[\])>】]\s?\S.{{1,20}}20\d\d\s?[.-]\s?\d{{1,2}}\s?[.-].{{1,20}}",
        ),
        ("release-head", rf"{RELEASE_NAME}\s?[\t/|]\s?.{{2,30}}"),
        ("release-head", r"(?:press|news)\s?release|\(?총\s?\d+\s?(?:쪽|매|장|페이지)\)?"),
        ("embargo", EMBARGO),
        ("release-head", rf"{BULLET}{HEAD_LABELS}\s*(?:[:：|\t]|\s(?=.*\d)).*"),
        ("contact", rf"{BULLET}(?:제공|소관)?\s?부\s?서(?:명)?\s*[:：|\t].{{1,40}}"),
        ("contact", ENQUIRIES),
        (
            "contact",
            r"(?:media|press)\s?contact|for\s?immediate\s?release|release\s?date\s?[:：].{0,20}",
        ),
        ("contact", rf"{BULLET}{BOX_LABELS}\s*(?:[:：|\t].*|\s.*(?:{PHONE}|\s{BOX_LABELS}\s).*)"),
        ("contact-detail", rf"{BULLET}{DETAIL_LABELS}\s*(?:[:：|\t]|\s(?=.*\d)).*"),
        ("contact-detail", rf"(?:[☎✆]?\s?(?:{REACHED_BY})?\s?[.:：]?\s?{PHONE}[\s/|,]*)+"),
        ("contact-detail", MAIL_ADDRESS),
        ("source", r"뉴스\s?제공\s.{2,30}"),
        ("source", r"(?:자료|기사|사진)?\s?(?:제공|출처)\s*[:：=]\s*.{2,40}"),
        ("byline", rf"(?:기자명\s*|글\s*[=:]\s*)?{REPORTER}(?:\s*[=/(]?\s*{MAIL_ADDRESS}\)?)?"),
        ("menu", r"[^.]{1,20}(?:\s*[>›»＞]\s*[^.>›»＞]{1,20})+\s*[>›»＞]?"),
        ("menu", r"[•·*]\s*.{1,20}\s*[>›»＞]"),
    )
)
# These may look like a sentence that only happens to begin so.
NOT_SENTENCES = frozenset(
    ("contact", "contact-detail", "release-head", "source", "menu", "board-list", "related")
)

FOOTER_STRONG = re.compile(
    r"copyright|©|ⓒ|\(c\)\s|all rights reserved|저작권자|무단\s?전재|무단\s?사용|재배포\s?금지"
    r"|ai\s?학습\s?및\s?활용",
    re.IGNORECASE,
)
FOOTER_WEAK = re.compile(
    r"발행인|편집인|발행소|제호|청소년\s?보호\s?(?:책임자|정책)|등록\s?번호|등록일자?|발행일자?|사업자|법인"
    r"|통신판매|대표이사|대표\s?전화|전화|팩스|fax|tel|제보|고충처리인|개인정보\s?(?:처리|취급)\s?방침"
    r"|개인정보\s?관리책임자|이용약관|이메일\s?무단수집\s?거부|광고\s?문의|구독\s?신청|회사\s?소개"
    r"|신문사\s?소개|계좌|우편번호|호스팅|매체\s?소개|주소",
    re.IGNORECASE,
)
LETTER = re.compile(
    r"(?:.{0,20}(?:기자|편집|담당자|부장|국장|대표)\S{0,4}\s)?안녕하(?:십니까|세요|신지요)[?.!~,]*"
    r"(?:\s.{0,60}(?:입니다|드립니다|바랍니다)[.!~]*)?|.{0,20}(?:기자님|편집국|편집부|담당자님)\S{0,2}[,.]?|고맙습니다[.!]?"
    r"|.{0,40}(?:청|실|과|팀|계|회|담당(?:자|관)?|홍보|공보|언론|주무관|과장|재단|공사|센터)\s?(?:[가-힣]{2,4}\s?)?입니다[.!~]?"
    r"(?:\s.{0,60}(?:부탁|드립니다|바랍니다).{0,12})?"
    r"|.{0,40}(?:보도|자료|기사).{0,30}(?:송부|보내|부탁|협조).{0,20}(?:드립니다|드려요|바랍니다|주세요)[.!~]*"
    r"|수고(?:가|\s?많으|하십).{0,40}|감사합니다[.!]?"
    r"|.{0,60}보도자료(?:를|을)?\s.{0,30}(?:송부|보내|배포|전달|발송).{0,25}"
    r"|(?:많은|적극)\s?.{0,20}보도\s?(?:를\s?)?(?:부탁|협조|바랍).{0,20}"
)
CLEAR_END = re.compile(
    r"(?:다|요|까|죠|함|됨|임|음)[.!?][\"'”’)\]」』]*(?:\s*[<(\[〈]?끝[>)\]〉]?\.?)?$"
)
INNER_END = re.compile(r"[가-힣]{2}다\.[”\"’]?\s\S")
UNPOINTED_END = re.compile(r"[가-힣]다$")
ENGLISH_DATE = re.compile(
    r"(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{4})", re.IGNORECASE
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
