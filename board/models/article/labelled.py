"""Content label: press release, sponsored or advertisement, disclosed to readers."""

from sqlalchemy.orm import Mapped, mapped_column

RELEASE, SPONSORED, ADVERTISEMENT = "release", "sponsored", "advertisement"
LABELS = {RELEASE: "보도자료", SPONSORED: "협찬", ADVERTISEMENT: "광고"}


class Labelled:
    """Mixin: `label` is one of `LABELS` or empty."""

    label: Mapped[str] = mapped_column(default="", server_default="")
    source: Mapped[str] = mapped_column(default="")

    @property
    def label_name(self) -> str:
        """The label's short name for lists; empty without one."""
        return LABELS.get(self.label, "")

    @property
    def label_text(self) -> str:
        """The label shown above the article: `보도자료 · 제공: 솔내시`, `협찬`, `광고`."""
        if self.label == RELEASE and self.source:
            return f"{self.label_name} · 제공: {self.source}"
        return self.label_name
