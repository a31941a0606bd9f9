"""Numbers for tables and figures: in the order they first come, the same again when a cell is run again."""

from dataclasses import dataclass, field

from itaanalysis.words import Words

NAMES = {"table": ("ตารางที่", "Table"), "figure": ("ภาพที่", "Figure")}


@dataclass
class Captions:
    """Hands out "ตารางที่ ๑", "ภาพที่ ๑" and their anchors."""

    words: Words
    given: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in NAMES})

    def number(self, kind: str, caption: str) -> tuple[str, str]:
        """The caption with its number, and the anchor: ("ตารางที่ ๑ งบประมาณ", "table-1")."""
        known = self.given[kind]
        if caption not in known:
            known.append(caption)
        place = known.index(caption) + 1
        name = self.words.pick(*NAMES[kind])
        return f"{name} {self.words.number(place, 0)} {caption}".rstrip(), f"{kind}-{place}"
