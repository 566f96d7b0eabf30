"""The published views as files for other programs: what may be asked of them, how they are written, what their columns mean."""
