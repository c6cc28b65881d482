"""Link phase: addresses of other sites and messenger names, by unknown writers.

Offices, schools, films and the largest newsrooms are open to everybody: that is how readers prove
what they say, their owners take down what is unlawful, and nobody sells anything at their addresses.
Any other page waits, even one called solnaenews: everybody can buy such a name, and sham news pages
are what investment frauds lead to.
"""

from board.application import current_app
from board.models.screening.draft import Draft
from board.models.screening.flag import Flag
from board.models.screening.newcomers import is_stranger
from board.text.hosts import messengers

MOST = 2
# Registered for offices and schools alone, then the best known offices that live elsewhere.
OFFICIAL = tuple(
    f".{name}"
    for name in """
    go.kr ac.kr mil.kr hs.kr ms.kr es.kr sc.kr kg.kr gov.kr korea.kr
    ccrs.or.kr comwel.or.kr fss.or.kr kcgp.or.kr kdic.or.kr kinfa.or.kr kisa.or.kr klac.or.kr
    nhis.or.kr nps.or.kr
    """.split()
)
# Where anybody may show a film, but writes no page; and newsrooms, none of whose pages are readers'.
WELL_KNOWN = tuple(
    f".{name}"
    for name in """
    youtube.com youtu.be tv.naver.com tv.kakao.com
    news.naver.com v.daum.net news.nate.com
    news.kbs.co.kr imnews.imbc.com news.sbs.co.kr news.ebs.co.kr ytn.co.kr news.jtbc.co.kr obsnews.co.kr
    yna.co.kr newsis.com news1.kr nocutnews.co.kr khan.co.kr hani.co.kr hankookilbo.com joongang.co.kr
    donga.com chosun.com kmib.co.kr segye.com seoul.co.kr munhwa.com
    """.split()
)


def examine(draft: Draft) -> Flag | None:
    outside = [host for host in draft.hosts if not _is_trusted(host)]
    contacts = [name for text in draft.texts for name in messengers(text)]
    if not (outside or contacts):
        return None
    if len(outside) <= MOST and not contacts and not is_stranger(draft):
        return None
    return Flag("links", "다른 사이트 링크", (*outside, *contacts), decides=False)


def _is_trusted(host: str) -> bool:
    ours = current_app.settings.hosts
    return host in ours or f".{host}".endswith(OFFICIAL + WELL_KNOWN)
