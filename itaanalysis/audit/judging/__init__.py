"""Each claim held against what it may mean, and against the rest of the memo."""
