"""Lists to choose from, of any length, and the class a control wears."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from typing import Any, TypeVar

from ipywidgets import DOMWidget, SelectMultiple

Offer = tuple[SelectMultiple, Sequence[tuple[str, Any]], Sequence[Any]]
"""A list, its options, each as its words and its value, and the values chosen at the beginning."""
_Widget = TypeVar("_Widget", bound=DOMWidget)


def choice_list() -> SelectMultiple:
    """A list of several to choose from, empty so far.

    ipywidgets looks each value up by comparing it with one option after another, with a thousand units chosen half a
    million times at every click: with the operator itself that takes half as long as with the function it would call.
    """
    return SelectMultiple(equals=operator.eq)


def offer(control: SelectMultiple, options: Sequence[tuple[str, Any]], first: Sequence[Any]) -> None:
    """New wording for the options of a list; what was chosen stays chosen, and `first` is at the beginning."""
    chosen = set(control.value if control.options else first)
    control.options = tuple(options)
    control.index = tuple(place for place, (_, value) in enumerate(options) if value in chosen)


def classed(control: _Widget, *names: str) -> _Widget:
    """A control with classes for explore.css to know it by."""
    for name in names:
        control.add_class(name)
    return control
