"""Telephones of offices and shops: a land line beside such a name is there to be read."""

import re

_NAMES = (
    "시청|군청|구청|도청|교육청|경찰청|검찰청|법원|등기소|사무소|사무실|사무국|사무처|본부|센터|보건소"
    "|보건지소|진료소|소방서|경찰서|세무서|파출소|지구대|우체국|도서관|학교|초교|유치원|어린이집|병원|의원"
    "|치과|약국|요양원|은행|농협|수협|축협|신협|금고|복지관|문화원|문화관|박물관|미술관|체육관|회관|수련관"
    "|과학관|전시관|기념관|체험관|전당|극장|영화관|공단|공사|재단|협회|위원회|조합|연합회|협의회|민원실|상담실"
    "|상담소|사업소|응급실|의회|상황실|당직실|교무실|행정실|서비스|관리소|안내소|매표소|터미널|식당|가게|상회|상점|마트|슈퍼"
    "|편의점|카페|커피|빵집|제과점?|베이커리|미용실|이발소|세탁소|정육점|반점|치킨|피자|분식|횟집|국밥집?"
    "|갈비집?|가든|펜션|민박|모텔|호텔|여관|리조트|캠핑장|휴양림|수목원|공방|서점|책방|문구점?|철물점?|꽃집"
    "|화원|공인중개사|부동산|학원|교습소|목욕탕|사우나|찜질방|주유소|정비소|카센터|공업사|시장|농원|농장"
    "|과수원|방앗간|떡집|목장|양조장|신문사?|방송국?|일보|교회|성당|향교|축제|박람회|본점|지점|매장|영업소"
    "|대리점|공장|주식회사"
)
_SUBJECTS = (
    "민원|복지|관광|경제|환경|건설|도로|교통|행정|총무|세무|재무|위생|농업|농정|축산|산림|수산|보건|안전|재난"
    "|문화|체육|교육|여성|청소년|가족|노인|주택|건축|도시|공원|녹지|수도|기획|예산|감사|홍보|공보|정보|토지"
    "|지적|허가|일자리|자치|지원|관리|정책|사업|개발|진흥|운영|시설|상담"
)
_OFFICE = rf"(?:{_NAMES}|(?:{_SUBJECTS})(?:과|팀|국|부|실|부서|담당))"
# What may stand between the name and the number without making it somebody else's.
_LINK = (
    r"(?:[\s:：(\[·,/☎☏📞.-]|대표|전화|번호|연락처|문의|문의처|안내|예약|신고|접수|팩스|직통|교환|담당"
    rf"|[가-힣]{{2,6}}\s?(?:문의|안내|예약|접수|상담|신청|신고)|[은는이가도로에의]|(?i:tel|fax)|{_OFFICE})"
)
_PRIVATE = r"집(?!\w*[회단중])|댁|자택|씨|아무개|본인|개인|사는|다니는|하는"
_BEFORE = re.compile(rf"{_OFFICE}{_LINK}*\Z")
_AFTER = re.compile(
    rf"[)\]\s]{{0,2}}(?:번?으?로|번|은|는|이)?[(\[\s:,·]{{0,3}}\w{{0,10}}{_OFFICE}(?!.{{0,12}}(?:{_PRIVATE}))"
)
_SOMEBODYS = re.compile(rf"[^\n.]{{0,10}}?(?:{_PRIVATE})")
_REACH = 30


def is_office(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is given as the number of an office or a shop, before or after."""
    after = text[end : end + _REACH]
    if _BEFORE.search(text, max(start - _REACH, 0), start):
        return not _SOMEBODYS.match(after)
    return bool(_AFTER.match(after))
