"""Lanes: one works at a time, and who is slow holds up nobody."""

import asyncio
import threading
import time

from board.http import lanes
from board.http.lanes import Lane
from tests.http.test_front import play


def test_work_is_done_one_by_one_in_the_order_it_came():
    done = []

    def work(number: int) -> None:
        done.append(f"{number} begins")
        time.sleep(0.002)
        done.append(f"{number} ends")

    async def story():
        lane = Lane(4, "page")
        await asyncio.gather(*(lane.run(work, number) for number in range(5)))

    play(story())
    assert done == [f"{number} {what}" for number in range(5) for what in ("begins", "ends")]


def test_who_is_slow_lets_the_next_one_begin(monkeypatch):
    """Somebody searches through ten years of articles; the front page is made meanwhile."""
    monkeypatch.setattr(lanes, "SLOW", 0.01)
    found = threading.Event()

    async def story():
        lane = Lane(2, "page")
        search = asyncio.create_task(lane.run(found.wait, 10))
        await asyncio.sleep(0)
        assert await lane.run(lambda: "front page") == "front page"
        assert not search.done()
        found.set()
        assert await search

    play(story())


def test_who_fails_or_leaves_gives_the_turn_to_the_next():
    async def story():
        lane = Lane(2, "page")
        left = asyncio.create_task(lane.run(time.sleep, 0.05))
        await asyncio.sleep(0.01)
        left.cancel()
        failed = await asyncio.gather(lane.run(int, "no number"), return_exceptions=True)
        assert isinstance(failed[0], ValueError)
        assert await lane.run(int, "7") == 7

    play(story())


def test_who_says_that_it_takes_long_lets_the_next_one_begin_at_once(monkeypatch):
    monkeypatch.setattr(lanes, "SLOW", 60)
    found = threading.Event()

    def search() -> str:
        lanes.step_aside()
        found.wait(10)
        lanes.step_aside()  # a second question of the same page
        return "found"

    async def story():
        lane = Lane(2, "page")
        searching = asyncio.create_task(lane.run(search))
        assert await asyncio.wait_for(lane.run(lambda: "front page"), 10) == "front page"
        found.set()
        assert await searching == "found"

    play(story())


def test_outside_a_lane_nobody_waits():
    lanes.step_aside()
