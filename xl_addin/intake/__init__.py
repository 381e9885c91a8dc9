"""Order and customer files from anywhere, read into columns under our names."""

from xl_addin.intake.files import read_file
from xl_addin.intake.incoming import Incoming

__all__ = ["Incoming", "read_file"]
