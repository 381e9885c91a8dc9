"""The VBA of workbook and add-in as text, made from the registry, the button table, the texts.

`source` writes VBA literals; `functions`, `wizard` and `texts` are modules made anew at each
build; the `.bas` files beside them are written by hand and taken as they are; `project` puts
all together. ASCII only, whatever language is spoken. Proved in tests/xl_addin/emit/.
"""

from xl_addin.emit.vba.project import Module, modules

__all__ = ["Module", "modules"]
