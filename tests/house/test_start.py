"""What a server process loads at its start: nothing that only the newsroom needs."""

import subprocess
import sys

# Libraries that read documents, make photos, seal personal data or weigh passwords.
LATER = {"PIL", "pillow_heif", "lxml", "pdfplumber", "hwpx", "cryptography", "zxcvbn"}
LOADED = """
import sys
from pathlib import Path
from board import create_app
from board.config import Settings
create_app(Settings.for_tests(Path(sys.argv[1])))
print(*sys.modules)
"""


def test_a_reader_needs_no_library_of_the_newsroom(tmp_path):
    command = [sys.executable, "-c", LOADED, str(tmp_path)]
    loaded = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    assert "flask" in loaded and LATER & set(loaded) == set()
