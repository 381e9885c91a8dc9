"""What Excel says by itself, without Python: key to (简体中文, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "vba.function_help": ("{summary}{result}", "{summary} {result}"),
    "vba.not_set_up": (
        "客户链还没有在这台电脑上装好。请关闭 Excel，双击安装文件 install.cmd，然后重新打开本工作簿。单元格保留原来的结果。",
        "Customer Chain is not set up on this computer. Close Excel, double-click install.cmd, then open this workbook again. Cells keep their last results.",
    ),
    "vba.no_answer": (
        "客户链的计算程序没有回应，30 秒后会再试。单元格保留原来的结果。如果一直这样，请重新运行 install.cmd。",
        "Customer Chain's program does not answer; it is tried again after 30 seconds. Cells keep their last results. If this goes on, run install.cmd again.",
    ),
    "vba.busy": (
        "客户链还在处理上一个操作，请稍候；要停下来请按 Esc 键。",
        "Customer Chain is still busy with the last button. Please wait, or press Esc to stop it.",
    ),
    "vba.stopped": (
        "这一步没有做完，表格保持原样。请再点一次按钮；如果还不行，请重新打开工作簿。",
        "This was not finished, and the tables are as they were. Press the button again; if that does not help, open the workbook again.",
    ),
    "vba.lost": (
        "客户链的计算程序中途停了，没有做完。请再点一次按钮。",
        "Customer Chain's program stopped half-way, so this was not finished. Press the button again.",
    ),
    "vba.no_workbook": (
        "没有打开的工作簿。请先打开客户链工作簿，再点一次按钮。",
        "No workbook is open. Open the Customer Chain workbook first, then press the button again.",
    ),
    "vba.language_later": (
        "语言已经换好。功能区上的文字在重新打开工作簿后更换。",
        "The language is changed. The words on the ribbon change when you open the workbook again.",
    ),
}
