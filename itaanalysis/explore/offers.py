"""What a list offers to choose from, and the class a control wears."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from ipywidgets import DOMWidget, SelectMultiple

Offer = tuple[SelectMultiple, Sequence[tuple[str, Any]], Sequence[Any]]
"""A list, its options, each as its words and its value, and the values chosen at the beginning."""
_Widget = TypeVar("_Widget", bound=DOMWidget)


def offer(control: SelectMultiple, options: Sequence[tuple[str, Any]], first: Sequence[Any]) -> None:
    """New wording for the options of a list; what was chosen stays chosen, and `first` is at the beginning."""
    known = {value for _, value in options}
    kept = tuple(value for value in control.value if value in known)
    begun = bool(control.options)
    control.options = tuple(options)
    control.value = kept if begun else tuple(value for value in first if value in known)


def classed(control: _Widget, *names: str) -> _Widget:
    """A control with classes for explore.css to know it by."""
    for name in names:
        control.add_class(name)
    return control
