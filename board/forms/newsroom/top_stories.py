"""Top story form: until when an article stands on top of the front page."""

from typing import Self

from board import clock
from board.forms.base import Form
from board.forms.newsroom.fields import Day
from board.models import Article, TopStory, User
from board.models.newsroom.top_story import TOP_FOR


class TopStoryForm(Form):
    until = Day("마지막 날", description="이날까지 첫 화면 맨 위에 보입니다.")

    @classmethod
    def of(cls, story: TopStory | None) -> Self:
        """The form with the day of what stands there, or the one that is proposed."""
        return cls(until=story.last_day if story else clock.today() + TOP_FOR)

    def choose(self, article: Article, by: User) -> bool:
        """Put it on top; False with the error in the form when that cannot be."""
        if self.until.day is None:
            self.until.errors = ["마지막 날을 써 주세요."]
            return False
        try:
            TopStory.choose(article, until=clock.day_end(self.until.day), by=by)
        except ValueError as error:
            self.until.errors = [str(error)]
            return False
        return True
