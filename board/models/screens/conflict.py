"""Edit conflict in moderation: what happened to a comment since a moderator saw it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from board.models.comment.comment import Comment


def overtaken(comment: "Comment", seen: str) -> str:
    """A sentence saying why `seen` is out of date; empty while it is not."""
    if comment.removal is not None and comment.removal.by_author:
        return "글쓴이가 그사이 지웠습니다."
    if seen == comment.seen:
        return ""
    revision, _, judgement = seen.partition(".")
    last = comment.last_judgement
    if last is None or str(last.id) == judgement or last.revision != comment.revision:
        if revision != str(comment.revision):
            return "글쓴이가 그사이 고쳤습니다. 지금 글을 보고 다시 정해 주세요."
        return "그사이 결정이 되돌려졌습니다. 다시 정해 주세요."
    ruling = last.ruling
    who = f"{ruling.by.name} 님이" if ruling.by else "다른 운영자가"
    why = f" ({ruling.reason_name})" if ruling.reason else ""
    return f"{who} 이미 정했습니다: {ruling.verdict_name}{why}."
