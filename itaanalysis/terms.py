"""The words for what the tables say in short: statuses, operators, tiers, kinds, verdicts …, each as (Thai, English).

One place for them, so that the same thing has the same name on a form, on the screen, in a chart and in the report.
"""

Names = dict[str, tuple[str, str]]

STATUSES: Names = {
    "below": ("ต่ำกว่าแผน", "below plan"),
    "as_planned": ("ตามแผน", "as planned"),
    "above": ("สูงกว่าแผน", "above plan"),
}
"""How a KPI stands against its target."""

OPERATORS: Names = {
    ">=": ("ไม่น้อยกว่า", "at least"),
    "<=": ("ไม่เกิน", "at most"),
    ">": ("มากกว่า", "more than"),
    "<": ("น้อยกว่า", "less than"),
    "=": ("เท่ากับ", "exactly"),
}
"""How a KPI is held against its target."""

BASES: Names = {
    "computed": ("คำนวณ", "computed"),
    "reported": ("ตามที่รายงาน", "reported"),
}
"""Whether a figure is computed from rows or only reported."""

TIERS: Names = {
    "ministry": ("กระทรวง", "ministry"),
    "project": ("โครงการ", "project"),
    "activity": ("กิจกรรม", "activity"),
}
"""Whose KPI it is; on the forms as it stands, elsewhere behind the word ระดับ."""

KINDS: Names = {
    "quantity": ("เชิงปริมาณ", "quantity"),
    "quality": ("เชิงคุณภาพ", "quality"),
}
"""What a KPI measures."""

VERDICTS: Names = {
    "agrees": ("ตรงกัน", "agrees"),
    "differs": ("ไม่ตรงกัน", "differs"),
    "unchecked": ("ตรวจไม่ได้", "unchecked"),
}
"""What came of a check."""

SEVERITIES: Names = {
    "error": ("ข้อผิดพลาด", "error"),
    "warning": ("ข้อควรตรวจ", "warning"),
}
"""How grave a problem is."""

TOOLS: Names = {
    "IIT": ("ผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "Internal stakeholders (IIT)"),
    "EIT": ("ผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "External stakeholders (EIT)"),
    "OIT": ("การเปิดเผยข้อมูลสาธารณะ (OIT)", "Open data (OIT)"),
}
"""The tools of the ITA; one that is not here is called by its letters alone."""

UNIT_KINDS: Names = {
    "ministry": ("กระทรวง", "ministry"),
    "office": ("สำนักงานปลัด", "office"),
    "department": ("กรม", "department"),
    "state enterprise": ("รัฐวิสาหกิจ", "state enterprise"),
    "public organisation": ("องค์การมหาชน", "public organisation"),
}
"""The kinds of units in units.csv; a kind that is not here is called as it is typed there."""

MEASURES: Names = {
    "percent": ("ร้อยละ", "percent"),
    "points": ("คะแนน", "points"),
    "people": ("คน", "people"),
    "baht": ("บาท", "baht"),
}
"""What a KPI is measured in."""

BY_COLUMN: dict[str, Names] = {
    **{"status": STATUSES, "reported_status": STATUSES, "verdict": VERDICTS, "severity": SEVERITIES},
    **{"tier": TIERS, "kind": KINDS | UNIT_KINDS, "basis": BASES, "operator": OPERATORS},
}
"""Columns of the tables that hold one of a few terms, with what each term is called."""
