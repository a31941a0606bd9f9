"""The next fiscal year: what is to be typed, laid out for typing, with units, targets and wording carried over."""

from itaanalysis.new_year.begin import new_year

__all__ = ["new_year"]
