"""Model index: `from board.models import Article` is the only import others write."""

from board.models.article.article import Article
from board.models.article.autosaved import Manuscript, OtherWindowError
from board.models.article.completable import UNTITLED
from board.models.article.counted import MonthCount
from board.models.article.deletable import Deletion
from board.models.article.embargoed import EmbargoError
from board.models.article.labelled import LABELS
from board.models.article.pinnable import Notice
from board.models.article.posted import Posting
from board.models.article.publishable import Withdrawal
from board.models.article.revision import Revision
from board.models.article.scanning import ScanningError
from board.models.article.searchable import SHORTEST_QUERY
from board.models.attachment.attachment import Attachment
from board.models.attachment.retouchable import RetouchedError
from board.models.audit import AuditEntry
from board.models.audit.sealing import Head
from board.models.audit.verification import BrokenChainError, Chain
from board.models.audit.viewing import Viewing
from board.models.comment.appeal import LONGEST_APPEAL, Appeal
from board.models.comment.author import Hand
from board.models.comment.comment import Comment
from board.models.comment.editable import NOT_EDITABLE, TooLateError
from board.models.comment.hold import Hold
from board.models.comment.judgement import Judgement
from board.models.comment.original import Original
from board.models.comment.reasons import REASONS
from board.models.comment.removal import Removal
from board.models.comment.report import LONGEST_REPORT, REPORT_REASONS, Report
from board.models.comment.submission import Submission
from board.models.intake.batch import Arrival, Batch
from board.models.intake.fetch import Fetch
from board.models.intake.mail import Mail
from board.models.intake.opening import Arriving, each_of
from board.models.intake.origin import Origin
from board.models.intake.press_office import PressOffice
from board.models.intake.press_release import PressRelease
from board.models.legal.correction.correction import (
    CORRECTION_KINDS,
    LONGEST_CORRECTION,
    Correction,
    Retraction,
)
from board.models.legal.correction.decision import GROUNDS, Decision
from board.models.legal.correction.request import CorrectionRequest
from board.models.legal.receipted import Receipted
from board.models.legal.takedown.deadlines import LONGEST_TAKEDOWN
from board.models.legal.takedown.objection import Objection
from board.models.legal.takedown.refusal import TAKEDOWN_GROUNDS, Refusal
from board.models.legal.takedown.request import ASKERS, RIGHTS, TakedownRequest
from board.models.legal.takedown.takedown import Takedown
from board.models.maintenance.orphan_files import settle_leftovers
from board.models.maintenance.recounting import recompare, recount
from board.models.maintenance.retention import Chore, chores
from board.models.maintenance.retention_run import RetentionRun
from board.models.moderation.attack_mode import Alarm, Traffic
from board.models.moderation.block import BLOCKED_KINDS, Block
from board.models.moderation.note import LONGEST_REMARK, Remark
from board.models.moderation.ruling.ruling import ChangedError, Ruling
from board.models.moderation.ruling.verdict import VERDICTS
from board.models.moderation.slowdown import Slowdown, TooSoonError
from board.models.moderation.suspension import Suspension
from board.models.moderation.sweep import Sweep
from board.models.newsroom.bulk_publishing import Edition
from board.models.newsroom.masthead import Masthead
from board.models.newsroom.menu import Menu
from board.models.newsroom.top_story import TopStory
from board.models.outbox import OutgoingMail
from board.models.rate_limits import Deed, Throttle
from board.models.screening.optional_wordlist import OPTIONAL_NAMES, OptionalWordlist
from board.models.screening.screening import WarnedError
from board.models.screening.word_proposal import WordProposal
from board.models.screening.wordlist import (
    KIND_NAMES,
    WordlistEntry,
    first_entries,
    wordlist_in_force,
    words_in,
)
from board.models.screens.articles import Desk
from board.models.screens.conflict import overtaken
from board.models.screens.context import Surroundings
from board.models.screens.cursor import Cursor
from board.models.screens.dashboard import Overview
from board.models.screens.first_steps import FirstSteps
from board.models.screens.frame import Site
from board.models.screens.headlines import Headline
from board.models.screens.listing import Listing, newest_in
from board.models.screens.manipulation import Finding, findings
from board.models.screens.neighbours import Neighbours
from board.models.screens.paging import PageNotFound, Paging, Sheet
from board.models.screens.public_log import PublicLog
from board.models.screens.queue import SHOWN, Queue, QueueCounts, QueueItem, items_of
from board.models.screens.ranking import Ranking
from board.models.screens.search_results import SearchResult, SearchResults
from board.models.screens.thread import Thread, cursor_of, last_answer, page_of
from board.models.screens.track_record import Record
from board.models.screens.writer import Person
from board.models.site.board import AUDIENCE_NAMES, Board
from board.models.site.group import Group
from board.models.site.publisher import Publisher
from board.models.traffic.views import Note, Reading, Visit, VisitorCount
from board.models.user.authenticated import password_problem, use_cheap_passwords
from board.models.user.authority import OutrankedError
from board.models.user.guest import Guest
from board.models.user.roles import ADMIN, MODERATOR, READER, ROLE_NAMES, ROLES
from board.models.user.session import Session
from board.models.user.user import User
from board.models.voting.daily_limit import EnoughError
from board.models.voting.exclusion import Exclusion
from board.models.voting.recommendation import CommentRecommendation, Recommendation
from board.text.sanitising import LONGEST_COMMENT

__all__ = [
    "ADMIN",
    "ASKERS",
    "AUDIENCE_NAMES",
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
    "OPTIONAL_NAMES",
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
    "Cursor",
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
    "FirstSteps",
    "Group",
    "Guest",
    "Hand",
    "Head",
    "Headline",
    "Hold",
    "Judgement",
    "Listing",
    "Mail",
    "Manuscript",
    "Masthead",
    "Menu",
    "MonthCount",
    "Neighbours",
    "Note",
    "Notice",
    "Objection",
    "OptionalWordlist",
    "Origin",
    "Original",
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
    "QueueCounts",
    "QueueItem",
    "Ranking",
    "Reading",
    "Receipted",
    "Recommendation",
    "Record",
    "Refusal",
    "Remark",
    "Removal",
    "Report",
    "RetentionRun",
    "RetouchedError",
    "Retraction",
    "Revision",
    "Ruling",
    "ScanningError",
    "SearchResult",
    "SearchResults",
    "Session",
    "Sheet",
    "Site",
    "Slowdown",
    "Submission",
    "Surroundings",
    "Suspension",
    "Sweep",
    "Takedown",
    "TakedownRequest",
    "Thread",
    "Throttle",
    "TooLateError",
    "TooSoonError",
    "TopStory",
    "Traffic",
    "User",
    "Viewing",
    "Visit",
    "VisitorCount",
    "WarnedError",
    "Withdrawal",
    "WordProposal",
    "WordlistEntry",
    "chores",
    "cursor_of",
    "each_of",
    "findings",
    "first_entries",
    "items_of",
    "last_answer",
    "newest_in",
    "overtaken",
    "page_of",
    "password_problem",
    "recompare",
    "recount",
    "settle_leftovers",
    "use_cheap_passwords",
    "wordlist_in_force",
    "words_in",
]
