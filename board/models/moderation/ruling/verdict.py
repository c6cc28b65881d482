"""Verdicts: what a moderator may decide on a comment, with the names on screen and in the log."""

from board.models.comment.judgement import HOLD, KEEP, REMOVE, SPAM

VERDICTS = {KEEP: "그대로 둠", HOLD: "가림", REMOVE: "지움", SPAM: "스팸 처리"}
DONE = {
    KEEP: "보이게 두었습니다",
    HOLD: "가렸습니다",
    REMOVE: "지웠습니다",
    SPAM: "스팸으로 지웠습니다",
}
REJECTING = (REMOVE, SPAM)
# What the audit log says of a verdict, and of its undoing.
DEEDS = {
    KEEP: ("comment.keep", "comment.reopen"),
    HOLD: ("comment.hold", "comment.release"),
    REMOVE: ("comment.remove", "comment.restore"),
    SPAM: ("comment.remove", "comment.restore"),
}
