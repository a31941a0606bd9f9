"""Lists to choose from, of any length, and the class a control wears."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from ipywidgets import DOMWidget, SelectMultiple
from traitlets import TraitError, observe, validate

Offer = tuple["Choices", Sequence[tuple[str, Any]], Sequence[Any]]
"""A list, its options, each as its words and its value, and the values chosen at the beginning."""
_Widget = TypeVar("_Widget", bound=DOMWidget)


class Choices(SelectMultiple):
    """A list of several to choose from.

    It looks each value up where ipywidgets searches the whole list for it, which with a thousand units chosen is a
    million comparisons at every click.
    """

    @validate("value")
    def _validate_value(self, proposal: Any) -> tuple[Any, ...]:
        chosen = tuple(proposal.value)
        if not set(chosen) <= set(self._options_values):
            raise TraitError("Could not find values in: " + repr(chosen))
        return chosen

    @observe("value")
    def _propagate_value(self, change: Any) -> None:
        places = {value: place for place, value in enumerate(self._options_values)}
        self.set_trait("index", tuple(places[value] for value in change.new))


def offer(control: Choices, options: Sequence[tuple[str, Any]], first: Sequence[Any]) -> None:
    """New wording for the options of a list; what was chosen stays chosen, and `first` is at the beginning."""
    chosen = set(control.value if control.options else first)
    control.options = tuple(options)
    control.index = tuple(place for place, (_, value) in enumerate(options) if value in chosen)


def classed(control: _Widget, *names: str) -> _Widget:
    """A control with classes for explore.css to know it by."""
    for name in names:
        control.add_class(name)
    return control
