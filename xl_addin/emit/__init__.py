"""Files made from the core's declarations: docs, later wrappers and descriptors."""
