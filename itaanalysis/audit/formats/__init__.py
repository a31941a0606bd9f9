"""The formats a memo comes in, each read into blocks of text: a paragraph a line, a table row a line with tabs."""
