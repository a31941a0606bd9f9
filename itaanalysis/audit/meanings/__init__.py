"""What a claim may mean: the figures of the year it has to equal, or may equal."""
