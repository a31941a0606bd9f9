"""The figures of a year that a memo may be held against, and whether a number is one of them."""
