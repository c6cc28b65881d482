"""The roll call: `from board.models import Article` is the only import others write."""

from board.models.alarm import Alarm, Traffic
from board.models.appeal import LONGEST_APPEAL, Appeal
from board.models.arrangement import Finding, findings
from board.models.arrival import Arrival, Batch
from board.models.arriving import Arriving, each_of
from board.models.article import Article
from board.models.article.autosaved import Manuscript, OtherWindowError
from board.models.article.completable import UNTITLED
from board.models.article.deletable import Deletion
from board.models.article.embargoed import EmbargoError
from board.models.article.labelled import LABELS
from board.models.article.pinnable import Notice
from board.models.article.posted import Posting
from board.models.article.publishable import Withdrawal
from board.models.article.searchable import SHORTEST_QUERY
from board.models.attachment import Attachment
from board.models.audit import AuditEntry
from board.models.authority import OutrankedError
from board.models.block import BLOCKED_KINDS, Block
from board.models.board import AUDIENCES, Board
from board.models.chain import BrokenChainError, Chain
from board.models.comment import LONGEST_COMMENT, Comment
from board.models.comment.editable import NOT_EDITABLE, TooLateError
from board.models.correction import CORRECTION_KINDS, LONGEST_CORRECTION, Correction, Retraction
from board.models.correction.decision import GROUNDS, Decision
from board.models.correction.request import CorrectionRequest
from board.models.desk import Desk
from board.models.edition import Edition
from board.models.enough import EnoughError
from board.models.exclusion import Exclusion
from board.models.fetch import Fetch
from board.models.group import Group
from board.models.hand import Hand
from board.models.hold import Hold
from board.models.judgement import Judgement
from board.models.leftovers import settle_leftovers
from board.models.listing import Listing, Neighbours, PageNotFound, Paging, newest_in, pinned_in
from board.models.mail import Mail
from board.models.menu import Menu
from board.models.origin import Origin
from board.models.outgoing_mail import OutgoingMail
from board.models.overtaken import overtaken
from board.models.overview import Overview
from board.models.person import Person
from board.models.press_office import PressOffice
from board.models.press_release import PressRelease
from board.models.public_log import PublicLog
from board.models.publisher import Publisher
from board.models.queue import SHOWN, Queue, QueueItem, Tally, items_of
from board.models.ranking import Ranking
from board.models.reading import Note, Reading, Visit, VisitorCount
from board.models.receipted import Receipted
from board.models.recommendation import CommentRecommendation, Recommendation
from board.models.record import Record
from board.models.recounting import recompare, recount
from board.models.remark import LONGEST_REMARK, Remark
from board.models.removal import REASONS, Removal
from board.models.report import LONGEST_REPORT, REPORT_REASONS, Report
from board.models.retouchable import RetouchedError
from board.models.revision import Revision
from board.models.ruling import ChangedError, Ruling
from board.models.ruling.verdict import VERDICTS
from board.models.screening import RefusedError, WarnedError
from board.models.sealing import Head
from board.models.session import Session
from board.models.sheet import Sheet
from board.models.site import Site
from board.models.slowdown import Slowdown
from board.models.surroundings import Surroundings
from board.models.suspension import Suspension
from board.models.sweep import Sweep
from board.models.takedown import LONGEST_TAKEDOWN, Takedown
from board.models.takedown.objection import Objection
from board.models.takedown.refusal import TAKEDOWN_GROUNDS, Refusal
from board.models.takedown.request import ASKERS, RIGHTS, TakedownRequest
from board.models.thread import Thread, last_answer, place_of
from board.models.throttle import Deed, Throttle
from board.models.tidying import Chore, chores
from board.models.user import User
from board.models.user.authenticated import password_problem, use_cheap_passwords
from board.models.user.guest import Guest
from board.models.user.roles import ADMIN, MODERATOR, READER, ROLE_NAMES, ROLES
from board.models.word_proposal import WordProposal
from board.models.wordlist import KIND_NAMES, WordlistEntry, wordlist_in_force, words_in

__all__ = [
    "ADMIN",
    "ASKERS",
    "AUDIENCES",
    "BLOCKED_KINDS",
    "CORRECTION_KINDS",
    "GROUNDS",
    "KIND_NAMES",
    "LABELS",
    "LONGEST_APPEAL",
    "LONGEST_COMMENT",
    "LONGEST_CORRECTION",
    "LONGEST_REMARK",
    "LONGEST_REPORT",
    "LONGEST_TAKEDOWN",
    "MODERATOR",
    "NOT_EDITABLE",
    "READER",
    "REASONS",
    "REPORT_REASONS",
    "RIGHTS",
    "ROLES",
    "ROLE_NAMES",
    "SHORTEST_QUERY",
    "SHOWN",
    "TAKEDOWN_GROUNDS",
    "UNTITLED",
    "VERDICTS",
    "Alarm",
    "Appeal",
    "Arrival",
    "Arriving",
    "Article",
    "Attachment",
    "AuditEntry",
    "Batch",
    "Block",
    "Board",
    "BrokenChainError",
    "Chain",
    "ChangedError",
    "Chore",
    "Comment",
    "CommentRecommendation",
    "Correction",
    "CorrectionRequest",
    "Decision",
    "Deed",
    "Deletion",
    "Desk",
    "Edition",
    "EmbargoError",
    "EnoughError",
    "Exclusion",
    "Fetch",
    "Finding",
    "Group",
    "Guest",
    "Hand",
    "Head",
    "Hold",
    "Judgement",
    "Listing",
    "Mail",
    "Manuscript",
    "Menu",
    "Neighbours",
    "Note",
    "Notice",
    "Objection",
    "Origin",
    "OtherWindowError",
    "OutgoingMail",
    "OutrankedError",
    "Overview",
    "PageNotFound",
    "Paging",
    "Person",
    "Posting",
    "PressOffice",
    "PressRelease",
    "PublicLog",
    "Publisher",
    "Queue",
    "QueueItem",
    "Ranking",
    "Reading",
    "Receipted",
    "Recommendation",
    "Record",
    "Refusal",
    "RefusedError",
    "Remark",
    "Removal",
    "Report",
    "RetouchedError",
    "Retraction",
    "Revision",
    "Ruling",
    "Session",
    "Sheet",
    "Site",
    "Slowdown",
    "Surroundings",
    "Suspension",
    "Sweep",
    "Takedown",
    "TakedownRequest",
    "Tally",
    "Thread",
    "Throttle",
    "TooLateError",
    "Traffic",
    "User",
    "Visit",
    "VisitorCount",
    "WarnedError",
    "Withdrawal",
    "WordProposal",
    "WordlistEntry",
    "chores",
    "each_of",
    "findings",
    "items_of",
    "last_answer",
    "newest_in",
    "overtaken",
    "password_problem",
    "pinned_in",
    "place_of",
    "recompare",
    "recount",
    "settle_leftovers",
    "use_cheap_passwords",
    "wordlist_in_force",
    "words_in",
]
