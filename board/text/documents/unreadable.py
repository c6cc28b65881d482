"""Unreadable document: the reasons, and the Korean sentence for each."""

from board.text.korean import josa

_SENTENCES = {
    "broken": "{은} 손상된 파일이라 읽을 수 없습니다. 원래 프로그램에서 열어 다시 저장한 뒤 올려 주세요.",
    "password": "{은} 암호가 걸려 있어 읽을 수 없습니다. 암호를 풀어 저장한 뒤 올려 주세요.",
    "locked": "{은} 배포용 문서라 글을 꺼낼 수 없습니다. 보낸 곳에 편집할 수 있는 파일을 부탁해 주세요.",
    "old_hwp": "{은} 오래된 한글 문서(HWP 3)입니다. 한글에서 열어 HWPX로 저장한 뒤 올려 주세요.",
    "rtf": "{은} RTF 문서입니다. 워드나 한글에서 열어 DOCX나 HWPX로 저장한 뒤 올려 주세요.",
    "doc": "{은} 옛 워드 문서(DOC)입니다. 워드에서 열어 DOCX로 저장한 뒤 올려 주세요.",
    "msg": "{은} 아웃룩 메일(MSG)입니다. 편집실로 전달하거나 붙은 파일만 저장해 올려 주세요.",
    "winmail": "{은} 아웃룩만 여는 첨부입니다. 보낸 곳에 파일을 그대로 붙여 다시 보내 달라고 해 주세요.",
    "sheet": "{은} 엑셀 표라 기사로 읽지 않습니다. 기사에 첨부 파일로 올려 주세요.",
    "slides": "{은} 파워포인트 자료라 기사로 읽지 않습니다. 기사에 첨부 파일로 올려 주세요.",
    "old_sheet": "{은} 옛 엑셀 표(XLS)입니다. 엑셀에서 열어 XLSX로 저장한 뒤 기사에 첨부해 주세요.",
    "old_slides": "{은} 옛 파워포인트(PPT)입니다. 파워포인트에서 열어 PPTX로 저장한 뒤 기사에 첨부해 주세요.",
    "han_sheet": "{은} 한셀 표입니다. 한셀에서 열어 XLSX로 저장한 뒤 기사에 첨부해 주세요.",
    "han_slides": "{은} 한쇼 자료입니다. 한쇼에서 열어 PPTX나 PDF로 저장한 뒤 기사에 첨부해 주세요.",
    "large": "{이} 너무 커서 읽을 수 없습니다. 나누거나 그림을 줄여 저장한 뒤 올려 주세요.",
    "long": "{은} 글이 너무 깁니다. 기사로 쓸 부분만 따로 저장해 올려 주세요.",
    "pages": "{은} 쪽이 너무 많습니다. 기사로 쓸 쪽만 따로 저장해 올려 주세요.",
    "slow": "{을} 읽는 데 너무 오래 걸려 그만두었습니다. 더 간단한 형식으로 저장해 올려 주세요.",
    "empty": "{은} 빈 문서입니다. 다른 파일을 고르지 않았는지 살펴 주세요.",
    "scanned": "{은} 글자가 없는 스캔 문서입니다. 보낸 곳에 글자를 복사할 수 있는 파일을 부탁해 주세요.",
    "many": "{은} 들어 있는 파일이 너무 많습니다. 필요한 파일만 골라 올려 주세요.",
    "busy": "{은} 아직 읽지 못했습니다. 다른 파일을 읽고 있으니 잠시 뒤 다시 올려 주세요.",
    "full": "{은} 서버의 저장 공간이 모자라 읽지 못했습니다. 공간을 비운 뒤 다시 올려 주세요.",
    "photo": "{은} 사진입니다. 사진으로 올려 주세요.",
    "unknown": "{은} 읽을 수 없는 형식입니다. HWPX, HWP, HML, DOCX, ODT, PDF, EML, HTML, TXT, ZIP으로 올려 주세요.",
}
REASONS = tuple(_SENTENCES)
NAMELESS = "이 파일"


class UnreadableError(ValueError):
    """A document that cannot be read. The text is the Korean sentence to show; `reason` is one of
    `REASONS`."""

    def __init__(self, reason: str, name: str = NAMELESS) -> None:
        self.reason = reason if reason in _SENTENCES else "broken"
        super().__init__(_sentence(self.reason, name))


def _sentence(reason: str, name: str) -> str:
    sentence = _SENTENCES[reason]
    pair = {"은": "은/는", "이": "이/가", "을": "을/를"}[sentence[1]]
    if name == NAMELESS:
        return josa(name, pair) + sentence[3:]
    read_aloud = name.rpartition(".")[2].upper()  # an ending is spelt: 에이치, 더블유, 피
    return f"‘{name}’{josa(read_aloud, pair)[len(read_aloud) :]}{sentence[3:]}"
