"""The numbers of a passage: what is one, and what the words beside it say that it counts."""
