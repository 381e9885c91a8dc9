"""What judges a copy: LibreOffice and Microsoft's validator, as in the end-to-end tests."""

from tests.end_to_end.conftest import office, schema_errors

__all__ = ["office", "schema_errors"]
