"""Texts about workbook files, saving and undoing: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "file.not_found": ("找不到文件「{file}」。", "There is no file '{file}'."),
    "file.is_folder": (
        "「{file}」是文件夹，请指定一个工作簿文件。",
        "'{file}' is a folder; please name a workbook.",
    ),
    "file.not_readable": (
        "没有权限读取「{file}」。",
        "You are not allowed to read '{file}'.",
    ),
    "file.not_writable": (
        "没有权限写入「{file}」所在的文件夹，工作簿没有改动。请换一个可以写入的文件夹。",
        "The folder of '{file}' cannot be written to; the workbook was not changed. "
        "Please put it into a folder you may write to.",
    ),
    "file.disk_full": (
        "磁盘已满，「{file}」没有改动。请腾出空间后重试。",
        "The disk is full; '{file}' was not changed. Free some space and try again.",
    ),
    "file.no_folder": (
        "找不到文件夹「{folder}」，没有保存。请先建立文件夹，或换一个位置。",
        "There is no folder '{folder}', so nothing was saved. Make it first or choose another place.",
    ),
    "file.save_failed": (
        "保存「{file}」时出错，工作簿没有改动：{why}",
        "Saving '{file}' failed; the workbook was not changed: {why}",
    ),
    "file.empty": ("「{file}」是空文件。", "'{file}' is an empty file."),
    "file.not_workbook": (
        "「{file}」不是 Excel 工作簿（.xlsx 或 .xlsm）。",
        "'{file}' is not an Excel workbook (.xlsx or .xlsm).",
    ),
    "file.damaged": (
        "「{file}」已损坏或不完整，无法打开。请使用备份，或在 Excel 中打开并修复后另存。",
        "'{file}' is damaged or incomplete. Use a backup, or open and repair it in Excel and save it again.",
    ),
    "file.part_missing": (
        "「{file}」不完整：缺少 {part}。",
        "'{file}' is incomplete: {part} is missing.",
    ),
    "file.entities": (
        "「{file}」含有不安全的内容（XML 实体，位于 {part}），已拒绝打开。",
        "'{file}' holds unsafe content (XML entities in {part}) and was not opened.",
    ),
    "file.too_large": (
        "「{file}」解压后异常巨大（{part}），可能有害，已拒绝打开。",
        "'{file}' unpacks to an abnormal size ({part}); it may be harmful and was not opened.",
    ),
    "file.encrypted": (
        "「{file}」设有打开密码。请在 Excel 中取消密码（文件 > 信息 > 保护工作簿）后重试。",
        "'{file}' needs a password to open. Remove it in Excel (File > Info > Protect Workbook) and try again.",
    ),
    "file.old_xls": (
        "「{file}」是旧的 .xls 格式。请在 Excel 中另存为 .xlsx 或 .xlsm 后重试。",
        "'{file}' is in the old .xls format. Save it in Excel as .xlsx or .xlsm and try again.",
    ),
    "file.strict": (
        "「{file}」的工作表「{sheet}」的写法无法安全修改。请在 Excel 中打开并重新保存后重试。",
        "Sheet {sheet} of '{file}' is written in a way that cannot be changed safely. "
        "Open and save it once in Excel and try again.",
    ),
    "file.no_new_sheets": (
        "「{file}」的写法无法安全地添加工作表。请在 Excel 中打开，另存为普通的「Excel 工作簿」后重试。",
        "'{file}' is written in a way that no sheets can be added to safely. Open it in Excel, save it as "
        "a usual Excel Workbook and try again.",
    ),
    "file.table_taken": (
        "「{file}」中已有名为「{table}」的表格或名称（{place}）。请给它改个名字，再试一次。",
        "'{file}' already has a table or a name {table} ({place}). Please give it another name and try again.",
    ),
    "file.locked": (
        "「{file}」正在别处打开，请先保存并关闭它。如果并没有打开，请删除旁边的「{lock}」。",
        "'{file}' is open elsewhere; save and close it first. If it is not, delete '{lock}' beside it.",
    ),
    "file.changed_meanwhile": (
        "「{file}」在处理过程中被别的程序改动了，没有保存。请重试。",
        "'{file}' was changed by another program in the meantime; nothing was saved. Please try again.",
    ),
    "file.verify_failed": (
        "新写的文件没有通过检查，「{file}」保持原样。（{why}）",
        "The newly written file failed its check; '{file}' stays as it was. ({why})",
    ),
    "file.no_backup": (
        "「{file}」没有可以撤销的改动：找不到备份「{backup}」。",
        "There is nothing to undo for '{file}': no backup '{backup}'.",
    ),
    "file.exists": (
        "「{file}」已经存在，不会覆盖。请换一个名字。",
        "'{file}' exists already and is not overwritten. Please choose another name.",
    ),
    "file.wrong_suffix": (
        "「{file}」的扩展名应当是 {suffix}。",
        "The name '{file}' should end in {suffix}.",
    ),
    "table.missing": (
        "工作簿中没有「{table}」表。请从备份恢复这张表，或用 customer-chain new 新建工作簿。",
        "The workbook has no table {table}. Restore it from a backup, or make a new workbook "
        "with customer-chain new.",
    ),
    "table.found_twice": (
        "「{file}」中有两张表都像「{table}」：{places}。请只保留一张。",
        "Two tables in '{file}' look like {table}: {places}. Please keep one.",
    ),
    "table.column_twice": (
        "「{sheet}」中「{column}」列出现了两次（{cells}）。请只保留一列。",
        "{sheet}: the column {column} stands there twice ({cells}). Please keep one.",
    ),
    "table.merged": (
        "「{sheet}」的单元格 {cells} 被合并了，无法写入表格。请取消合并。",
        "{sheet}: the cells {cells} are merged, so the table cannot be written. Please unmerge them.",
    ),
    "table.no_room": (
        "「{sheet}」第 {row} 行在表格下方有内容（{cell}），表格无法向下增加。请移走这些内容。",
        "{sheet} row {row}: something stands below the table ({cell}), so it cannot grow. Please move it away.",
    ),
    "table.totals": (
        "「{sheet}」的表格带有汇总行，无法增减行。请先关闭汇总行（表设计 > 汇总行），完成后再打开。",
        "{sheet}: the table has a total row, so rows cannot be added or removed. "
        "Switch it off (Table Design > Total Row) and on again afterwards.",
    ),
    "table.formula_in_owned": (
        "「{sheet}」的 {cell} 是公式，但「{column}」是自动计算的列。请删除公式。",
        "{sheet} {cell} holds a formula, but {column} is a computed column. Please remove the formula.",
    ),
    "table.array_formula": (
        "「{sheet}」的 {cells} 是与其他单元格共用的公式（数组公式），无法只改其中一部分。请先删除它。",
        "{sheet} {cells} holds a formula that several cells share (an array formula), so a part of "
        "it cannot be changed. Please remove it first.",
    ),
    "table.sprawl": (
        "工作表「{sheet}」占用到 {cell}，大得无法读取。请删除远处的空单元格后重新保存。",
        "Sheet {sheet} reaches to {cell}, too far to be read. Delete the stray cells far away and "
        "save it again.",
    ),
    "table.too_long": (
        "「{sheet}」放不下 {rows:,} 行：Excel 工作表最多 1,048,576 行。",
        "{sheet} cannot hold {rows:,} rows: an Excel sheet ends at row 1,048,576.",
    ),
    "cell.too_long": (
        "「{sheet}」的「{column}」列中有 {length:,} 个字符的文字；Excel 单元格最多容纳 32,767 个字符。",
        "{sheet}, {column}: a text of {length:,} characters does not fit; an Excel cell holds 32,767.",
    ),
}
