"""A memo's figures against the data and against one another."""

from .finding import VERDICTS, Finding

__all__ = ["VERDICTS", "Finding"]
