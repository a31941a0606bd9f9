"""Thai as offices type it: spelling, numbers, dates and amounts of baht, read and written.

Nothing here knows of files, tables or the assessment, and nothing heavy is imported before it is needed.

- `text`: one spelling for a text, keys for exact look-ups, dictionary order
- `words`: word boundaries and line breaks
- `numbers`: Thai and Arabic digits, numbers with their units
- `rounding`: exact figures, the one rounding rule, figures as text
- `dates`: Buddhist-era dates and spans of days
- `baht`: amounts in figures and in words, sums exact to the satang
"""
