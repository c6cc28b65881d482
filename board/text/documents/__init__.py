"""Document readers: files that people send, as plain HTML, pictures and enclosures.

One module for each kind. They run in a child process, started by `board.files.sandbox`, because
what comes from outside may be broken, huge or hostile. Nothing is fetched and nothing is executed.
Each library is imported only by the reader that needs it.
"""

from board.text.documents.document import KINDS, Document, Enclosed, Envelope, Picture
from board.text.documents.reading import read
from board.text.documents.unreadable import UnreadableError

__all__ = ["KINDS", "Document", "Enclosed", "Envelope", "Picture", "UnreadableError", "read"]
