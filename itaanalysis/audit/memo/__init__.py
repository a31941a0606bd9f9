"""A memo's text cut into passages: paragraphs, items of lists, and the cells of its tables."""
