"""Exploring the scores by hand: an `Explorer` to click in, in JupyterLab, VS Code or a browser (`ita explore`)."""
