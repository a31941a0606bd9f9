"""The errors the readers of this package raise: a reason in two languages."""

from __future__ import annotations


class ReadingError(ValueError):
    """A value that cannot be read, with the reason as a short phrase in Thai and in English.

    The phrases begin in lower case and carry no full stop, so that a caller can put them after a colon:
    `f"{cell}: {error.reason_th}"`.
    """

    def __init__(self, reason_th: str, reason_en: str) -> None:
        super().__init__(f"{reason_th} ({reason_en})")
        self.reason_th = reason_th
        self.reason_en = reason_en

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str]]:
        # The default would hand the one joined message to a two-argument constructor.
        return type(self), (self.reason_th, self.reason_en)


class DateError(ReadingError):
    """A value that is not a date, or not a whole one."""


class EndBeforeStart(DateError):
    """A range whose last day is not after its first."""
