"""Puzzles of the proof of work, solved as a browser solves them."""

import base64
import hashlib
import json


def solve(puzzle: dict, **changes) -> str:
    numbers = range(puzzle["maxnumber"] + 1)
    hashed = (hashlib.sha256(f"{puzzle['salt']}{each}".encode()).hexdigest() for each in numbers)
    number = next(each for each, found in enumerate(hashed) if found == puzzle["challenge"])
    said = puzzle | {"number": number} | changes
    return base64.b64encode(json.dumps(said).encode()).decode()
