"""The claims of a memo: each number that says something, in its sentence."""
