"""What a memo speaks of: topics, units and indicators, the events of the year, the columns of a table."""
