"""Errors that whoever uses the project can put right."""

from __future__ import annotations


class UserError(Exception):
    """Something a user can put right; the text says what, in Thai and English.

    A notebook shows that text and no traceback; the command line prints it.
    """

    def _render_traceback_(self) -> list[str]:
        """The lines IPython prints in place of a traceback."""
        return [f"{type(self).__name__}: {self}"]
