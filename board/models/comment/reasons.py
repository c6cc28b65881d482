"""Reasons of moderators: for removing a comment, for suspending its writer, in the public log."""

# What a moderator may give as the reason, in the order of the form.
REASONS = {
    "ad": "광고",
    "abuse": "욕설·혐오",
    "privacy": "개인정보",
    "false": "허위",
    "flood": "도배",
    "other": "기타",
}
