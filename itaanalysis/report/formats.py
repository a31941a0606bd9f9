"""What the report can be written as. It stands alone, so that `ita --help` can name it without making a report."""

FORMATS = ("html", "docx", "pdf")
