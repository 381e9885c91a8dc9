"""Texts about shared copies of a workbook: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "copying.leak": (
        "没有生成副本：「{sheet}」的 {place} 含有这位读者不该看到的内容。请删除它，或不要分享这张工作表。",
        "No copy was made: {sheet}, {place}, holds something this reader may not see. "
        "Please remove it or leave this sheet out.",
    ),
    "copying.no_sheet": (
        "「{file}」中没有工作表「{sheet}」。请在「设置」中更正角色的工作表名称。",
        "'{file}' has no sheet {sheet}. Please correct the sheets named for the role.",
    ),
    "copying.no_table": (
        "工作表「{sheet}」中没有名为「{table}」的表格，没有生成副本。请检查表格名称后重试。",
        "Sheet {sheet} has no table {table}, so no copy was made. Check the table's name and try again.",
    ),
    "copying.no_column": (
        "工作表「{sheet}」的表格「{table}」中没有「{column}」列，没有生成副本。请检查列名后重试。",
        "The table {table} on sheet {sheet} has no column {column}, so no copy was made. "
        "Check the column's name and try again.",
    ),
    "copying.no_row": (
        "工作表「{sheet}」的表格「{table}」与读取时不一致，没有生成副本。请重试。",
        "The table {table} on sheet {sheet} is not as it was when it was read, so no copy was made. "
        "Please try again.",
    ),
    "copying.nothing": (
        "没有可以放进副本的工作表：「{file}」中选定的工作表都被隐藏了。请取消隐藏后重试。",
        "There is no sheet to put into the copy: the chosen sheets of '{file}' are hidden. "
        "Unhide them and try again.",
    ),
    "copying.password_short": (
        "密码太短，至少需要 {least} 个字符。",
        "The password is too short; it needs at least {least} characters.",
    ),
    "copying.not_locked": (
        "加密后的副本无法用密码重新打开，没有保存。请重试。",
        "The encrypted copy could not be opened again with its password and was not saved. Please try again.",
    ),
    "copying.note.frozen": (
        "计算日期：{day}。此副本只保留计算结果，公式为：\n{formula}",
        "Computed on {day}. This copy keeps the result only; the formula was:\n{formula}",
    ),
    "copying.note.value_kept": (
        "保留了 {day} 的数值：公式引用的内容不在此副本中。",
        "The value of {day} was kept: the formula refers to something that is not in this copy.",
    ),
    "copying.note.not_shown": (
        "此副本不显示这个结果：它来自不在副本中的内容，或没有计算出来（{day}）。公式为：\n{formula}",
        "This copy does not show the result: it comes from something that is not in the copy, or it was "
        "not computed ({day}). The formula was:\n{formula}",
    ),
    "copying.note.blank": (
        "这里的公式没有随副本提供：它引用了不在此副本中的内容。",
        "The formula of this cell could not go along: it refers to something that is not in this copy.",
    ),
    "copying.note.column": (
        "此列有 {n} 个单元格不再含有公式，例如第一个：\n{note}",
        "{n} cells of this column no longer hold formulas. The first, as an example:\n{note}",
    ),
    "copying.frozen": (
        "{n:,} 个单元格只保留了计算结果，公式写在批注里。",
        "{n:# cell keeps|# cells keep} only the computed value; the formula is in a note.",
    ),
    "copying.masked": (
        "{n:,} 个单元格的内容已隐去一部分。",
        "{n:# cell was|# cells were} masked.",
    ),
    "copying.blanked": (
        "{n:,} 个公式无法随副本提供，单元格留空：{cells}。",
        "{n:# formula|# formulas} could not go along, and the cells are blank: {cells}.",
    ),
    "copying.blanked_many": (
        "{n:,} 个公式无法随副本提供，单元格留空：{cells} 等。",
        "{n:# formula|# formulas} could not go along, and the cells are blank: {cells} and others.",
    ),
    "copying.dropped": ("没有放进副本的内容：{things}。", "Not in the copy: {things}."),
    "copying.dropped.cell_pictures": (
        "{n} 张单元格内的图片",
        "{n:# picture in a cell|# pictures in cells}",
    ),
    "copying.dropped.chart_sheets": ("{n} 张图表工作表", "{n:# chart sheet|# chart sheets}"),
    "copying.dropped.charts": ("{n} 个图表", "{n:# chart|# charts}"),
    "copying.dropped.connections": ("{n} 个数据连接", "{n:# data connection|# data connections}"),
    "copying.dropped.custom_data": (
        "{n} 份附带数据",
        "{n:# block of custom data|# blocks of custom data}",
    ),
    "copying.dropped.footers": (
        "{n} 条页眉或页脚",
        "{n:# header or footer line|# header or footer lines}",
    ),
    "copying.dropped.formats": (
        "{n} 条条件格式",
        "{n:# conditional format|# conditional formats}",
    ),
    "copying.dropped.hidden_sheets": ("{n} 张隐藏的工作表", "{n:# hidden sheet|# hidden sheets}"),
    "copying.dropped.links": ("{n} 个超链接或外部链接", "{n:# link|# links}"),
    "copying.dropped.names": ("{n} 个名称", "{n:# defined name|# defined names}"),
    "copying.dropped.notes": ("{n} 条批注", "{n:# note|# notes}"),
    "copying.dropped.objects": ("{n} 个嵌入对象", "{n:# embedded object|# embedded objects}"),
    "copying.dropped.other": ("{n} 项其他内容", "{n:# other part|# other parts}"),
    "copying.dropped.pictures": ("{n} 张图片", "{n:# picture|# pictures}"),
    "copying.dropped.pivots": ("{n} 个数据透视表", "{n:# pivot table|# pivot tables}"),
    "copying.dropped.ranges": (
        "{n} 组可编辑区域",
        "{n:# list of editable ranges|# lists of editable ranges}",
    ),
    "copying.dropped.remarks": (
        "表格之外的 {n} 个单元格",
        "{n:# cell beside a table|# cells beside tables}",
    ),
    "copying.dropped.shapes": (
        "{n} 个形状或文本框",
        "{n:# shape or text box|# shapes or text boxes}",
    ),
    "copying.dropped.slicers": ("{n} 个切片器", "{n:# slicer|# slicers}"),
    "copying.dropped.sparklines": ("{n} 个迷你图", "{n:# sparkline|# sparklines}"),
    "copying.dropped.threads": (
        "{n} 组批注讨论",
        "{n:# thread of comments|# threads of comments}",
    ),
    "copying.dropped.validations": (
        "{n} 条数据有效性规则",
        "{n:# validation rule|# validation rules}",
    ),
}
