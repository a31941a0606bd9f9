"""The words of tables.xlsx in both languages."""

from __future__ import annotations

WORDS = {
    "th": {
        "cover": "ปก",
        "contents": "สารบัญ",
        "notes": "หมายเหตุ",
        "title": "ตารางข้อมูลการประเมิน ITA ปีงบประมาณ พ.ศ. {fiscal_year}",
        "about": "ข้อมูลชุดเดียวกับที่ใช้คำนวณรายงานประจำปี แก้ไขที่ไฟล์ต้นทางใน data/raw แล้วสร้างรายงานใหม่ ไม่ควรแก้ในไฟล์นี้",
        "count": "มี {tables} ตาราง แผ่นงานละหนึ่งตาราง",
        "back": "กลับไปสารบัญ",
        "sheet": "แผ่นงาน",
        "table": "ตาราง",
        "rows": "จำนวนแถว",
        "empty": "ยังไม่มีข้อมูล",
        "yes": "ใช่",
        "no": "ไม่ใช่",
        "note_lines": (
            "เซลล์ว่างหมายถึงไม่มีการระบุค่า ไม่ใช่ศูนย์\n"
            "ตัวเลขเก็บไว้เต็มค่า รูปแบบเซลล์แสดงทศนิยมสองตำแหน่ง\n"
            "วันที่เป็นค่าวันที่ของ Excel แสดงเป็นปีพุทธศักราช\n"
            "คอลัมน์สุดท้ายของแต่ละตารางบอกเซลล์แรกของแถวต้นทางในรูป ไฟล์!แผ่นงาน!เซลล์ ส่วนปัญหาและการแก้ไขบอกเซลล์นั้นเอง\n"
            "สถานะ ผลการตรวจ หน่วยนับ และระดับแสดงเป็นคำ ส่วนใน data/processed เก็บเป็นรหัสภาษาอังกฤษ\n"
            "ข้อความที่ขึ้นต้นด้วย = + - หรือ @ เก็บเป็นข้อความ ไม่ใช่สูตร"
        ),
        "removed": "ตัดอักขระควบคุมที่ไฟล์ Excel เก็บไม่ได้ออกจากเซลล์ {cells}",
    },
    "en": {
        "cover": "Cover",
        "contents": "Contents",
        "notes": "Notes",
        "title": "ITA tables, FY{fiscal_year}",
        "about": "The data the annual report is computed from. Correct them in data/raw and make the report again, "
        "not here.",
        "count": "{tables} tables, one a sheet",
        "back": "Back to contents",
        "sheet": "Sheet",
        "table": "Table",
        "rows": "Rows",
        "empty": "No data yet",
        "yes": "yes",
        "no": "no",
        "note_lines": (
            "An empty cell means that nothing was stated; it is not zero.\n"
            "Numbers are kept in full; the cell format shows two decimals.\n"
            "Dates are Excel dates, shown in the Common Era. Fiscal years are of the Buddhist Era.\n"
            "The last column of a table names the first cell of the row it came from: file!sheet!cell. "
            "Problems and corrections name the cell itself.\n"
            "Statuses, verdicts, units of measure and levels are in words here and in codes in data/processed.\n"
            "Text that begins with = + - or @ is kept as text and is no formula."
        ),
        "removed": "Control characters that an Excel file cannot hold were left out of {cells}.",
    },
}
