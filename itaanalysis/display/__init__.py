"""What a notebook shows of a year and of its tables, in the words of an office: `ita.show`."""
