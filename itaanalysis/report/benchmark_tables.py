"""The tables that hold units against one another and the ministry against the country."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from itaanalysis import summaries
from itaanalysis.report.standing import Standing, signed
from itaanalysis.summaries.changes import with_change
from itaanalysis.summaries.years import criteria_of
from itaanalysis.terms import UNIT_KINDS
from itaanalysis.words import Words, present

if TYPE_CHECKING:
    from itaanalysis.year import YearData

Row = Mapping[Hashable, Any]


def ranks_table(year: YearData, words: Words) -> Standing:
    """Every unit of the latest year with scores: its rank within its kind, its score, how far it lies from the country.

    Equal scores share a rank.
    """
    table = summaries.unit_benchmark(year)
    table = table[table["fiscal_year"] == table["fiscal_year"].max()]
    places = {kind: place for place, kind in enumerate(year.units["kind"].unique())}
    order = table["kind"].map(places)
    table = table.assign(place=order).sort_values(["place", "rank"], kind="stable", na_position="last")
    rows = [
        {
            "kind": words.pick(*UNIT_KINDS.get(row["kind"], (row["kind"], row["kind"])))
            if present(row["kind"])
            else None,
            "rank": f"{words.brief(int(row['rank']))}/{words.brief(int(row['of']))}" if present(row["rank"]) else None,
            "unit": words.unit(year, row["unit"]),
            "score": total(words, year, row),
            "distance": signed(row["distance"], words, "points"),
        }
        for row in table.to_dict("records")
    ]
    headers = {
        "kind": words.pick("ประเภท", "Kind"),
        "rank": words.pick("อันดับในประเภท", "Rank in kind"),
        "unit": words.pick("หน่วยงาน", "Unit"),
        "score": words.pick("คะแนน", "Score"),
        "distance": words.pick("เทียบกับค่าเฉลี่ยทั้งประเทศ", "From the national mean"),
    }
    made, cells = pd.DataFrame(rows, columns=list(headers)), list(table["source"])
    right = ("rank", "score", "distance")
    return Standing(made, headers, (17, 13, 40, 12, 18), right=right, origins={"score": cells, "distance": cells})


def ministry_table(year: YearData, words: Words) -> Standing:
    """The units together, one row a fiscal year: mean, the country, shares that pass and reach the highest level."""
    rows = [
        {
            "fiscal_year": words.in_digits(str(row["fiscal_year"])),
            "mean": words.number(row["mean"]),
            "national": words.number(row["national_mean"]) if present(row["national_mean"]) else None,
            "distance": signed(row["distance"], words),
            "pass_rate": _share(row["passed"], row["units"], row["pass_rate"], words),
            "national_pass_rate": words.percent(row["national_pass_rate"])
            if present(row["national_pass_rate"])
            else None,
            "top_rate": _share(row["top"], row["units"], row["top_rate"], words),
            "remark": _remark(row, words),
        }
        for row in summaries.ministry_by_year(year).to_dict("records")
    ]
    headers = {
        "fiscal_year": words.pick("ปีงบประมาณ", "Fiscal year"),
        "mean": words.pick("ค่าเฉลี่ยของหน่วยงาน", "Mean of the units"),
        "national": words.pick("ค่าเฉลี่ยทั้งประเทศ", "National mean"),
        "distance": words.pick("ห่างกัน (คะแนน)", "Apart (points)"),
        "pass_rate": words.pick("ผ่านเกณฑ์", "Pass"),
        "national_pass_rate": words.pick("ผ่านเกณฑ์ทั้งประเทศ", "Pass nationwide"),
        "top_rate": words.pick("ถึงคะแนนของระดับสูงสุด", "Reach the highest level's mark"),
        "remark": words.pick("ข้อสังเกต", "Remark"),
    }
    right = ("mean", "national", "distance")
    return Standing(pd.DataFrame(rows, columns=list(headers)), headers, (10, 11, 11, 11, 15, 13, 15, 20), right=right)


def national_table(year: YearData, words: Words) -> Standing:
    """The country, one row a fiscal year, with the change of the mean and of the share that passes.

    The notes of national.csv stand in the language they are written in; elsewhere a remark says where to read them.
    """
    table = year.national.assign(series="country", line=range(2, len(year.national) + 2))
    means = with_change(table.dropna(subset="mean_score"), ["series"], "mean_score", year.criteria)
    shares = with_change(table.dropna(subset="pass_rate"), ["series"], "pass_rate", year.criteria)
    mean_changes, share_changes = (one.set_index("line")["change"] for one in (means, shares))
    rows = [
        {
            **{"mean": row["mean_score"], "pass_rate": row["pass_rate"]},
            "mean_change": signed(mean_changes.get(row["line"]), words, "points"),
            "pass_change": signed(share_changes.get(row["line"]), words, "percent"),
            "remark": _national_remark(year, row, words),
        }
        for row in table.to_dict("records")
    ]
    headers = {
        "fiscal_year": words.pick("ปีงบประมาณ", "Fiscal year"),
        "mean": words.pick("ค่าเฉลี่ย", "Mean"),
        "mean_change": words.pick("ค่าเฉลี่ยเปลี่ยนแปลง", "Change of the mean"),
        "pass_rate": words.pick("ร้อยละที่ผ่าน", "Pass rate (%)"),
        "pass_change": words.pick("ร้อยละเปลี่ยนแปลง", "Change of the rate"),
        "agencies": words.pick("หน่วยงาน", "Agencies"),
        "respondents": words.pick("ผู้ตอบ", "Respondents"),
        "remark": words.pick("หมายเหตุ", "Note"),
    }
    made = pd.DataFrame(rows, columns=list(headers)).assign(
        fiscal_year=[words.in_digits(str(one)) for one in table["fiscal_year"]],
        agencies=table["agencies"].array,
        respondents=table["respondents"].array,
    )
    right = ("mean_change", "pass_change")
    # The digits of a cell's address are those of the file.
    return Standing(made, headers, (10, 9, 12, 10, 13, 10, 11, 29), verbatim=("remark",), right=right)


def total(words: Words, year: YearData, row: Row) -> str:
    """A score that misses the mark of its own year never reads as if it met it."""
    return words.score(row["score"], criteria_of(year, int(row["fiscal_year"])).pass_mark)


def _share(part: int, whole: int, share: float, words: Words) -> str:
    return words.pick(
        f"{words.percent(share)} ({words.brief(part)} จาก {words.brief(whole)})",
        f"{words.percent(share)} ({words.brief(part)} of {words.brief(whole)})",
    )


def _remark(row: Row, words: Words) -> str | None:
    said = []
    if present(row[f"break_{words.lang}"]):
        said.append(words.pick(f"เทียบกับปีก่อนหน้าไม่ได้ ({row['break_th']})", f"not comparable ({row['break_en']})"))
    elif present(row["change"]):
        said.append(words.pick("เปลี่ยนแปลง ", "change ") + str(signed(row["change"], words, "points")))
    if row["ceiling"]:
        said.append(words.pick("คะแนนกระจุกใกล้เพดาน", "ceiling effect"))
    return "\n".join(said) or None


def _national_remark(year: YearData, row: Row, words: Words) -> str | None:
    said = [
        words.pick(one.note_th, one.note_en) for one in year.criteria.breaks if one.fiscal_year == row["fiscal_year"]
    ]
    note = row["note"]
    if present(note):
        # A note is not translated: whoever reads the other language is told where it stands.
        own = any("ก" <= letter <= "๛" for letter in note) == (words.lang == "th")
        place = f"national.csv!A{row['line']}"
        said.append(note if own else words.pick(f"มีหมายเหตุของที่มา ({place})", f"has a note in Thai ({place})"))
    return "\n".join(said) or None
