"""Texts of the area intake: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    # Files that cannot be read
    "intake.no_file": ("找不到文件「{file}」", "There is no file '{file}'"),
    "intake.cannot_open": ("无法打开「{file}」：{why}", "'{file}' cannot be opened: {why}"),
    "intake.empty": ("「{file}」是空文件", "'{file}' is empty"),
    "intake.no_rows": (
        "「{file}」只有表头，没有数据行",
        "'{file}' has a header row but no rows below it",
    ),
    "intake.xls": (
        "「{file}」是旧版 Excel 格式（.xls）。请在 Excel 或 WPS 中打开，「另存为」.xlsx 后再导入",
        "'{file}' is in the old Excel format (.xls). Open it, choose Save As .xlsx, and import "
        "that file",
    ),
    "intake.encrypted": (
        "「{file}」有密码保护，无法读取。请去掉密码，另存后再导入",
        "'{file}' is protected by a password. Save a copy without the password and import that file",
    ),
    "intake.damaged": (
        "「{file}」不是完整的 Excel 文件。请在 Excel 或 WPS 中打开并重新保存为 .xlsx",
        "'{file}' is not a complete Excel file. Open it in Excel and save it again as .xlsx",
    ),
    "intake.too_large_unpacked": (
        "「{file}」解压后大得异常，已拒绝读取",
        "'{file}' would unpack to an unreasonable size and was not opened",
    ),
    "intake.sprawl": (
        "「{file}」的工作表占用了 {rows:,} 行 × {columns:,} 列。请删除远处的空单元格后重新保存",
        "A sheet of '{file}' spans {rows:,} rows by {columns:,} columns. "
        "Delete the stray cells far away and save it again",
    ),
    "intake.unknown_kind": (
        "无法读取「{file}」：请另存为 .csv 或 .xlsx 后再导入",
        "'{file}' is not a file that can be imported. Save it as .csv or .xlsx",
    ),
    "intake.not_text": (
        "「{file}」不是文本文件，内容与扩展名不符。如果是 Excel 文件，请把扩展名改为 .xlsx",
        "'{file}' is not a text file, whatever its name says. If it is an Excel file, rename "
        "it to .xlsx",
    ),
    "intake.encoding": (
        "「{file}」的文字编码既不是 UTF-8 也不是 GBK。请另存为「CSV UTF-8」后再导入",
        "The text of '{file}' is neither UTF-8 nor GBK. Save it as 'CSV UTF-8' and import that file",
    ),
    "intake.bad_quotes": (
        "「{file}」从第 {line:,} 行开始的引号不成对。请改正这一行后再导入",
        "'{file}': the quotation marks from line {line:,} on do not match. Correct that line "
        "and import again",
    ),
    "intake.ragged": (
        "「{file}」第 {line:,} 行有 {cells} 格，表头有 {headers} 列。请检查这一行",
        "'{file}', line {line:,}: {cells:# cell|# cells} where the header has {headers}. "
        "Please check that line",
    ),
    "intake.cell_too_long": (
        "「{file}」第 {line:,} 行「{column}」有 {length:,} 个字符，Excel 单元格最多容纳 {limit:,} 个",
        "'{file}', line {line:,}: '{column}' has {length:,} characters; an Excel cell holds "
        "{limit:,}",
    ),
    # Columns
    "intake.column_number": ("第 {number} 列", "column {number}"),
    "intake.column_missing": (
        "「{file}」缺少这些列：{columns}。文件中的列：{headers}。"
        '如果列名不同，请用 --map 指定，例如 --map "{name}=文件中的列名"',
        "'{file}' has no column for: {columns}. Its columns: {headers}. "
        'If a column has another name, say so, for example --map "{name}=HEADER"',
    ),
    "intake.two_columns": (
        "「{file}」的「{first}」和「{second}」都对应「{column}」。请指定用哪一列，例如 --map "
        '"{name}={first}"。',
        "'{file}': '{first}' and '{second}' both stand for {column}. "
        'Say which one to use, for example --map "{name}={first}"',
    ),
    "intake.same_header_twice": (
        "「{file}」有两列都叫「{first}」。请在文件中改掉其中一列的标题，再导入。",
        "'{file}' has two columns called '{first}'. Rename one of them in the file and import again.",
    ),
    "intake.map_unknown_column": (
        "--map 中的「{name}」不是可以导入的列。可以使用：{columns}",
        "--map: '{name}' is not a column that can be imported. There are: {columns}",
    ),
    "intake.map_unknown_header": (
        "「{file}」没有 --map 指定的列「{header}」。文件中的列：{headers}",
        "'{file}' has no column '{header}' as --map says. Its columns: {headers}",
    ),
    # What stops an import
    "intake.table_missing": (
        "工作簿中没有「{table}」表",
        "The workbook has no table {table}",
    ),
    "intake.imported_before": (
        "「{file}」的 {rows:,} 行都已在「{sheet}」表中，似乎已经导入过，没有再次导入。"
        "如要用这个文件替换全部订单，请加 --replace",
        "All {rows:# row|# rows} of '{file}' are already on sheet {sheet}: it seems to have been "
        "imported before and was not imported again. To replace all orders by this file, add "
        "--replace",
    ),
    "intake.too_many_rows": (
        "导入后「{sheet}」会有 {rows:,} 行，超过 Excel 工作表的上限 {limit:,} 行",
        "Sheet {sheet} would have {rows:,} rows; an Excel sheet ends at {limit:,}",
    ),
    "intake.added_by_import": (
        "{date} 由 {file} 导入时添加",
        "Added by import on {date} from {file}",
    ),
    # The report
    "intake.report.orders": (
        "{file}：读取 {rows:,} 行，新增订单 {added:,} 行",
        "{file}: {rows:# row|# rows} read, {added:# order row|# order rows} added",
    ),
    "intake.report.customers": (
        "{file}：读取 {rows:,} 行，新增客户 {added:,} 位",
        "{file}: {rows:# row|# rows} read, {added:# customer|# customers} added",
    ),
    "intake.report.replaced": (
        "  替换了原有的 {n:,} 行订单",
        "  {n:# order row that was there has|# order rows that were there have} been replaced",
    ),
    "intake.report.already_there": (
        "  {n:,} 行已在表中，跳过",
        "  {n:# row is|# rows are} already in the table and {n:was|were} skipped",
    ),
    "intake.report.alike": (
        "  {n:,} 行没有订单编号，且与表中已有的行完全相同；已照样导入，请检查是否重复",
        "  {n:# row|# rows} without order ID {n:equals a row|equal rows} already in the table; "
        "imported all the same, please check for doubles",
    ),
    "intake.report.new_customers": (
        "  新增 {n:,} 位订单中出现的客户，「备注」列中有标记",
        "  {n:# customer|# customers} found in the orders {n:was|were} added and marked in "
        "the column Note",
    ),
    "intake.report.filled": (
        "  为 {rows:,} 位已有客户补全了 {n:,} 个空白单元格",
        "  {n:# blank cell|# blank cells} of {rows:# known customer|# known customers} filled in",
    ),
    "intake.report.without_id": (
        "  {n:,} 行没有客户编号，没有导入：文件第 {lines} 行",
        "  {n:# row has|# rows have} no customer ID and {n:was|were} not imported: file line "
        "{lines}",
    ),
    "intake.report.orders_without_customer": (
        "  {n:,} 行订单没有客户编号，已导入但不会计入任何客户：文件第 {lines} 行",
        "  {n:# order row has|# order rows have} no customer ID; imported, but counted for "
        "nobody: file line {lines}",
    ),
    "intake.report.differs": (
        "  {n:,} 处与表中已有内容不同，表中内容保持不变：",
        "  {n:# value differs|# values differ} from what is in the table; the table was left "
        "as it is:",
    ),
    "intake.report.difference": (
        "    第 {line:,} 行：{key} 的「{column}」在表中（第 {row:,} 行）是 {there}，文件中是 {here}",
        "    line {line:,}: {key}, {column}: the table (row {row:,}) has {there}, the file {here}",
    ),
    "intake.report.difference_in_file": (
        "    第 {line:,} 行：{key} 的「{column}」在文件前面的行中是 {there}，这一行是 {here}",
        "    line {line:,}: {key}, {column}: an earlier line of the file has {there}, this "
        "one {here}",
    ),
    "intake.report.new_line": (
        "    第 {line:,} 行：订单 {key} 已在表中（第 {row:,} 行），但没有这一行（{here}）",
        "    line {line:,}: order {key} is in the table (row {row:,}), but without this line "
        "({here})",
    ),
    "intake.report.unread": (
        "  {n:,} 个单元格无法识别，按原文保留：",
        "  {n:# cell|# cells} could not be read and {n:was|were} kept as text:",
    ),
    "intake.report.unread_cell": (
        "    第 {line:,} 行「{column}」：{value}",
        "    line {line:,}, {column}: {value}",
    ),
    "intake.report.more": ("    还有 {n:,} 处", "    and {n:# more|# more}"),
    "intake.report.removed": (
        "  删除了 {n:,} 个 Excel 无法保存的控制字符",
        "  {n:# control character|# control characters} that Excel cannot store {n:was|were} "
        "removed",
    ),
    "intake.report.mapped": ("  列名对应：{pairs}", "  Columns read as: {pairs}"),
    "intake.report.unmapped": (
        "  没有导入的列：{columns}",
        "  Columns not imported: {columns}",
    ),
    "intake.report.computed": (
        "  由系统计算、不导入的列：{columns}",
        "  Columns that are computed here and therefore not imported: {columns}",
    ),
    "intake.report.absent": (
        "  工作簿中没有、因此没有导入的列：{columns}",
        "  Columns not imported because the workbook no longer has them: {columns}",
    ),
    "intake.report.cleared": (
        "  您自己的这些列随旧订单一起清空（undo 可以恢复）：{columns}",
        "  These columns of your own went with the old orders (undo brings them back): {columns}",
    ),
    "intake.report.next": (
        "下一步：运行 refresh，重新计算得分和等级。",
        "Next: run refresh to compute scores and tiers anew.",
    ),
    "intake.report.blank": ("（空白）", "(blank)"),
}
