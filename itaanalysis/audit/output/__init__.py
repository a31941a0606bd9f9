"""What `ita audit` gives: a table for the terminal, CSV, JSON, or the memo as a web page with every figure marked."""
