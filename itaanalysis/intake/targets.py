"""KPI targets: from the found tables to rows of targets.csv."""

from __future__ import annotations

from typing import Any

from itaanalysis.intake import cells
from itaanalysis.intake.blocks import Block
from itaanalysis.intake.quantities import read_quantity_of
from itaanalysis.intake.reading import Reading, column_names
from itaanalysis.intake.sheet import is_blank, is_dash
from itaanalysis.intake.vocabulary import Vocabulary
from itaanalysis.kpi_catalogue import Kpi, kpi_catalogue
from itaanalysis.thai.text import match_key

_LEVEL, _KIND = "ระดับ", "เชิง"


def read_targets(block: Block, reading: Reading) -> list[dict[str, Any]]:
    """Rows of targets.csv from one table.

    Tier and kind hold until the next one is typed, as in merged cells; the title and headings of groups may say them.
    """
    rows = []
    said: dict[str, str | None] = {"tier": None, "kind": None}
    headings = dict(block.texts("group"))
    for _, title in block.texts("title"):
        said |= _said_in(title, reading.vocabulary)
    above: int | None = None
    for row, heading in block.grouped():
        if heading is not None and heading != above:
            said |= _said_in(headings[heading], reading.vocabulary)
            above = heading
        name = cells.read_text(block.value(row, "name"), block.place(row, "name"), reading.problems)
        for role, words in (("tier", "tier"), ("kind", "kpi_kind")):
            if not is_blank(block.value(row, role)):
                said[role] = _word(block, row, role, words, reading)
        if name is None:
            reading.incomplete(block, row, "name")
            continue
        operator = reading.vocabulary.word_within("operator", f"{name} {block.value(row, 'target')}") or ">="
        kpi = known_kpi(name, said["tier"], reading.vocabulary)
        stated_unit = reading.vocabulary.word_within("kpi_unit", str(block.value(row, "unit")))
        if kpi and kpi.unit == "percent" and _counts(block, row, name):
            kpi = None
        if kpi and kpi.unit == "people" and _counts_no_people(block, row, reading):
            kpi = None
        share = kpi.unit == "percent" if kpi else stated_unit == "percent"
        target, target_unit, _ = read_quantity_of(block, row, "target", share, operator, reading)
        reported, reported_unit, remark = read_quantity_of(block, row, "reported", share, operator, reading)
        status = _word(block, row, "reported_status", "status", reading)
        if status == "reached":
            status = _reached(operator, target, reported)
        if kpi is None:
            reading.problems.add("kpi-unknown", block.place(row, "name"), name)
        where = block.first_cell(row)
        if kpi and kpi.of == "ops" and remark and (unit := reading.vocabulary.units.of_kind("office")):
            reading.level(unit.unit, remark, None, where)
        rows.append(
            {
                "fiscal_year": reading.fiscal_year.year,
                "kpi": kpi.kpi if kpi else None,
                "tier": said["tier"],
                "kind": said["kind"],
                "name": name,
                "operator": operator,
                "target": target,
                "unit": kpi.unit if kpi else stated_unit or target_unit or reported_unit,
                "reported": reported,
                "reported_status": status,
                "source": str(where),
            }
        )
    return rows


def _said_in(text: str, vocabulary: Vocabulary) -> dict[str, str | None]:
    """The tier and the kind that a heading speaks of: `ตัวชี้วัดระดับโครงการ`, `ตัวชี้วัดเชิงปริมาณ`."""
    said = {
        "tier": vocabulary.word_within("tier", text) if _LEVEL in text else vocabulary.word("tier", text),
        "kind": vocabulary.word_within("kpi_kind", text) if _KIND in text else vocabulary.word("kpi_kind", text),
    }
    return {role: meaning for role, meaning in said.items() if meaning}


def _reached(operator: str, target: float | None, reported: float | None) -> str:
    """The status meant by `บรรลุ`: as planned, or above where the figure typed beside it says so."""
    if target is None or reported is None:
        return "as_planned"
    beyond = reported < target if operator in ("<=", "<") else reported > target
    return "above" if beyond else "as_planned"


def known_kpi(name: str, tier: str | None, vocabulary: Vocabulary) -> Kpi | None:
    """The KPI a typed name stands for: one all of whose words it holds, speaking of the same part of the ministry.

    One that holds a word of `never` is something else: `ร้อยละความพึงพอใจของผู้เข้าร่วม` counts nobody.
    """
    key = match_key(name)
    fitting = [
        (kpi, max(len(words) for words in kpi.words if all(match_key(word) in key for word in words)))
        for kpi in kpi_catalogue().values()
        if any(all(match_key(word) in key for word in words) for words in kpi.words)
        and not any(match_key(word) in key for word in kpi.never)
    ]
    part = _part_spoken_of(name, tier, vocabulary)
    fitting = [(kpi, words) for kpi, words in fitting if kpi.of in ("", part)]
    return max(fitting, key=lambda fit: fit[1])[0] if fitting else None


def _counts(block: Block, row: int, name: str) -> bool:
    """Whether a row counts something (`จำนวนเรื่องร้องเรียน ไม่เกิน ๓ เรื่อง`), so that its target is no share."""
    spoken = f"{name} {block.value(row, 'target')} {block.value(row, 'unit')}"
    return match_key(name).startswith("จำนวน") and not any(word in spoken for word in ("ร้อยละ", "%"))


def _counts_no_people(block: Block, row: int, reading: Reading) -> bool:
    """Whether a row says that its target is a share, or a number of something else: `แห่ง`."""
    typed = block.value(row, "unit")
    units = {reading.vocabulary.word_within("kpi_unit", str(value)) for value in (typed, block.value(row, "target"))}
    return "percent" in units or not (is_blank(typed) or is_dash(typed) or "people" in units)


def _part_spoken_of(name: str, tier: str | None, vocabulary: Vocabulary) -> str:
    """`ministry` or `ops`, or the kind of another unit, of which no KPI speaks; else what the tier tells."""
    if unit := vocabulary.units.mentioned(name):
        return {"office": "ops"}.get(unit.kind, unit.kind)
    return vocabulary.word_within("part_of_ministry", name) or ("ministry" if tier == "ministry" else "ops")


def _word(block: Block, row: int, role: str, kind: str, reading: Reading) -> str | None:
    typed = cells.read_text(block.value(row, role), block.place(row, role), reading.problems)
    if typed is None:
        return None
    meaning = reading.vocabulary.word(kind, typed)
    if meaning is None:
        column_th, column_en = column_names(role)
        reading.problems.add("word-unknown", block.place(row, role), typed, column_th=column_th, column_en=column_en)
    return meaning
