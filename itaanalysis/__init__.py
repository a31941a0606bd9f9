"""From an office's spreadsheets to the annual ITA analysis report."""

__version__ = "0.1.0"
