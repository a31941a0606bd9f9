"""What a notebook shows needs nothing of JupyterLab: VS Code and nbviewer take it as well, also without the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from ipywidgets.embed import dependency_state

import itaanalysis as ita
from itaanalysis.display.show import shown
from itaanalysis.year import YearData

COMMON = {"text/html", "text/markdown", "text/plain", "image/png", "image/svg+xml"}
CORE_WIDGETS = {"@jupyter-widgets/base", "@jupyter-widgets/controls"}
"""What every front end brings; the script of any other widget is fetched from elsewhere."""


class Foreign(HTMLParser):
    """Collects what a page must not hold: what runs, what loads, what comes from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "link", "iframe", "object", "embed", "base", "meta"}:
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name, _ in attrs if name.startswith("on")]
        self.found += [
            f"{tag} {name}={value}"
            for name, value in attrs
            if name in {"src", "href", "xlink:href", "style"}
            and value
            and re.search(r"^\s*(\w+:)?//|^javascript:|url\(", value)
        ]

    def handle_data(self, data: str) -> None:
        self.found += re.findall(r"@import|url\(\s*['\"]?(?!data:)[^)]*", data)


def foreign(markup: str) -> list[str]:
    """What a page must not hold and this markup does."""
    parser = Foreign()
    parser.feed(markup)
    return parser.found


@pytest.mark.parametrize(
    "markup",
    ["<script>1</script>", '<p onclick="x()">', '<img src="//made-up.example/a.png">', "<style>@import 'x'</style>"],
)
def test_foreign_markup_would_be_found(markup: str) -> None:
    assert foreign(markup)


def test_the_explorer_is_made_of_core_widgets_alone(real_year: YearData) -> None:
    models = dependency_state([ita.Explorer(real_year)]).values()
    assert len(models) > 20
    assert {model["model_module"] for model in models} <= CORE_WIDGETS
    assert {model["state"].get("_view_module") for model in models} <= {*CORE_WIDGETS, None}
    texts = [str(value) for model in models for value in model["state"].values() if isinstance(value, str)]
    assert [found for text in texts for found in foreign(text)] == []


def bundles(year: YearData) -> Iterator[Any]:
    """What a year, a table, a chart and the blocks of a report give a notebook."""
    report = ita.Report(year)
    report.memo_head()
    report.say(th="## หัวข้อ\n\nร้อยละ {pass_rate}")
    report.units_table("คะแนน", "Scores")
    report.figure(ita.charts.unit_scores(year))
    report.signature()
    for one in (year, shown(year.checks()), ita.charts.unit_scores(year), *report.blocks):
        made = one._repr_mimebundle_()
        yield made[0] if isinstance(made, tuple) else made


def test_outputs_are_of_kinds_every_front_end_knows(real_year: YearData) -> None:
    made = list(bundles(real_year))
    assert len(made) == 8
    for bundle in made:
        assert set(bundle) <= COMMON and bundle["text/plain"]
        assert foreign(bundle.get("text/html", "")) == []
        assert foreign(bundle.get("image/svg+xml", "")) == []


def test_colours_taken_from_jupyterlab_have_others_to_fall_back_on(real_year: YearData) -> None:
    models = dependency_state([ita.Explorer(real_year)]).values()
    texts = [value for model in models for value in model["state"].values() if isinstance(value, str)]
    texts += [bundle.get("text/html", "") for bundle in bundles(real_year)]
    assert [found for text in texts for found in re.findall(r"var\(--jp-[\w-]+\s*\)", text)] == []
