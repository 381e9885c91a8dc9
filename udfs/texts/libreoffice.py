"""Texts of the LibreOffice add-in: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "office.unexpected": (
        "计算时程序出错了。详细信息保存在 {file}，请把它发给技术支持",
        "The program made an error while computing. Details are in {file}; please send it to support",
    ),
    "office.date_system": (
        "本文档的日期起点不是 1899-12-30 或 1904-01-01。请在「工具 - 选项 - Calc - 计算」中改为其中之一",
        "This document counts its dates from another day than 1899-12-30 or 1904-01-01. Choose one of these"
        " under Tools > Options > Calc > Calculate",
    ),
    "office.error_given": (
        "公式引用的单元格中有错误。LibreOffice 遇到错误时不会调用函数，请先改正那些单元格",
        "A cell the formula refers to holds an error. LibreOffice then does not call the function; put those"
        " cells right first",
    ),
    "office.saved": (
        "已保存到「{file}」，宏和功能区都保留。写入的是各表的内容；在 LibreOffice 中改动的格式、列宽和筛选"
        "不会写入，请在 Excel 中设置。",
        "Saved to {file}, with its macros and ribbon. The contents of the tables were written; formats, column"
        " widths and filters changed in LibreOffice are not, please set those in Excel.",
    ),
    "office.saved_beside": (
        "已保存到「{file}」，宏和功能区都保留，但其中只有各表的内容。您还改动了别的内容（表以外的单元格、公式、"
        "批注或图形），LibreOffice 写出的完整内容保存在「{beside}」，没有宏。",
        "Saved to {file}, with its macros and ribbon, but only the values in the tables. You have changed more"
        " (cells outside them, formulas, notes or drawings); everything as LibreOffice has written it is in"
        " {beside}, without macros.",
    ),
    "office.saved_without": (
        "「{file}」由 LibreOffice 写出，已没有宏和功能区。保存之前的文件在「{before}」。"
        "在 LibreOffice 中继续工作请另存为 .ods；需要宏时请用 Excel 打开「{before}」。原因：{why}",
        "{file} was written by LibreOffice and has lost its macros and ribbon. The file as it was before is"
        " {before}. To go on in LibreOffice, save as .ods; for the macros, open {before} in Excel. The reason:"
        " {why}",
    ),
    "office.installed": (
        "已装入 LibreOffice。",
        "Installed in LibreOffice.",
    ),
    "office.installed.next": (
        "打开 CustomerChain.xlsm，使用菜单「客户链」或工具栏；单元格中可以输入以 CC_ 开头的函数。",
        "Open CustomerChain.xlsm and use the menu Customer Chain or its toolbar; cells take the functions that"
        " begin with CC_.",
    ),
    "office.uninstalled": (
        "已从 LibreOffice 中移除。",
        "Taken out of LibreOffice.",
    ),
    "office.not_installed": (
        "LibreOffice 中没有安装客户链，无需移除。",
        "Customer Chain is not installed in LibreOffice; there is nothing to take out.",
    ),
    "office.missing": (
        "没有找到 LibreOffice。请先从 www.libreoffice.org 安装，再运行一次。",
        "LibreOffice was not found. Install it from www.libreoffice.org, then run this again.",
    ),
    "office.no_python": (
        "这个 LibreOffice 不带 Python。请安装它的 Python 组件（Debian 和 Ubuntu：python3-uno 和"
        " libreoffice-script-provider-python），再运行一次。",
        "This LibreOffice comes without Python. Install its Python part (Debian and Ubuntu: python3-uno and"
        " libreoffice-script-provider-python), then run this again.",
    ),
    "office.other_python": (
        "LibreOffice 自带 Python {theirs}，而客户链装在 Python {ours} 中。请用 Python {theirs} 新建环境并安装客户链，"
        "或换用自带 Python {ours} 的 LibreOffice，再运行一次。",
        "LibreOffice runs Python {theirs}, but Customer Chain is installed in Python {ours}. Make an environment"
        " with Python {theirs} and install Customer Chain there, or use a LibreOffice that comes with Python"
        " {ours}; then run this again.",
    ),
    "office.running": (
        "LibreOffice 正在运行。请关闭它的所有窗口（包括快速启动），再运行一次。",
        "LibreOffice is running. Close all its windows, the quickstarter too, then run this again.",
    ),
    "office.root": (
        "管理员 root 不能安装 LibreOffice 扩展。请用平时使用 LibreOffice 的账户运行。",
        "LibreOffice takes no extensions from root. Run this as the user who works with LibreOffice.",
    ),
    "office.failed": (
        "LibreOffice 没有接受这次操作：{why}。请重新启动电脑后再试一次。",
        "LibreOffice refused: {why}. Restart the computer, then try again.",
    ),
    "office.unreachable": (
        "找不到客户链的程序：它已被移动或删除。请重新安装客户链，再运行 customer-chain libreoffice install。",
        "The program of Customer Chain cannot be found: it was moved or removed. Install it again, then run"
        " customer-chain libreoffice install.",
    ),
    "office.not_kept": (
        "保存之前没能保留原文件，LibreOffice 写出的文件会失去宏和功能区。请改用别的文件名保存，"
        "或在 LibreOffice 中另存为 .ods。详细信息保存在 {file}。",
        "The file could not be kept aside before saving, so what LibreOffice writes loses macros and ribbon."
        " Save under another name, or as .ods. Details are in {file}.",
    ),
    "office.not_on_disk": (
        "这个文件不在本机磁盘上，LibreOffice 写出后会失去宏和功能区。请先把它复制到本机再打开，"
        "或在 LibreOffice 中另存为 .ods。",
        "This file does not lie on a disk of this computer, so what LibreOffice writes loses macros and ribbon."
        " Copy it to this computer and open it there, or save as .ods.",
    ),
    "office.locked": (
        "LibreOffice 正在运行。请关闭它的所有窗口（包括快速启动），再运行一次。如果它并没有打开，请删除文件 {file}。",
        "LibreOffice is running. Close all its windows, the quickstarter too, then run this again. If none is"
        " open, delete the file {file}.",
    ),
}
