"""The report of a fiscal year: its wording, its tables, and the documents made of it."""
