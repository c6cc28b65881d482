"""Link phase: addresses of other sites and messenger names, by unknown writers."""

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


def examine(draft: Draft) -> Flag | None:
    outside = [host for host in draft.hosts if not _is_trusted(host)]
    contacts = [name for text in draft.texts for name in messengers(text)]
    if not (outside or contacts):
        return None
    if len(outside) <= MOST and not contacts and not is_stranger(draft):
        return None
    return Flag("links", "바깥 주소", (*outside, *contacts), decides=False)


def _is_trusted(host: str) -> bool:
    ours = current_app.settings.hosts
    return host in ours or f".{host}".endswith(OFFICIAL)
