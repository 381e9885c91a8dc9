"""Customer Chain: the add-in around the core in `udfs`; the workbook stays the source of truth."""

__version__ = "0.1.0"
