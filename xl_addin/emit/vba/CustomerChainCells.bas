' Cells in both directions: arguments by value, answers with real errors, and what each cell was told.
Option Explicit
Option Private Module

Private Const MOST_MESSAGES As Long = 2000

Private messages As Dictionary
Private lastValues As Dictionary

' An argument as plain values: Python would have to come back to Excel to read a Range.
Public Function CustomerChainValues(Optional argument As Variant) As Variant
    If IsMissing(argument) Then
        CustomerChainValues = Empty
    ElseIf TypeName(argument) = "Range" Then
        CustomerChainValues = RangeValues(argument)
    Else
        CustomerChainValues = argument
    End If
End Function

' The same for an argument that is read as a whole: a whole column ends where the sheet ends.
Public Function CustomerChainWhole(Optional argument As Variant) As Variant
    Dim lastRow As Long
    If IsMissing(argument) Then
        CustomerChainWhole = Empty
    ElseIf TypeName(argument) = "Range" Then
        lastRow = argument.Worksheet.UsedRange.Row + argument.Worksheet.UsedRange.Rows.Count - 1
        If lastRow < argument.Row Then lastRow = argument.Row
        If argument.Areas.Count = 1 And argument.Row + argument.Rows.Count - 1 > lastRow Then
            CustomerChainWhole = RangeValues(argument.Resize(lastRow - argument.Row + 1))
        Else
            CustomerChainWhole = RangeValues(argument)
        End If
    Else
        CustomerChainWhole = argument
    End If
End Function

' A selection in several pieces has no one shape; better an error than its first piece.
Private Function RangeValues(source As Variant) As Variant
    If source.Areas.Count > 1 Then
        RangeValues = CVErr(xlErrRef)
    Else
        RangeValues = source.Value2
    End If
End Function

' An answer of Python as the cell shows it; sentences of errors are kept for the button "explain".
Public Function CustomerChainShown(answer As Variant) As Variant
    Dim caller As Range
    Dim shown As Variant
    Set caller = CallingCells()
    If IsArray(answer) Then
        If Dimensions(answer) = 1 Then
            shown = ShownRow(answer, caller)
        Else
            shown = ShownRows(answer, caller)
        End If
    Else
        shown = ShownCell(answer, caller, 0, 0)
    End If
    Keep caller, shown
    CustomerChainShown = shown
End Function

' What the calling cell showed before: exactly, or as its text tells it when Excel was just opened.
Public Function CustomerChainLastValue() As Variant
    Dim caller As Range
    Dim place As String
    CustomerChainLastValue = CVErr(xlErrNA)
    Set caller = CallingCells()
    If caller Is Nothing Then Exit Function
    place = CustomerChainPlace(caller, 0, 0)
    If Not lastValues Is Nothing Then
        If lastValues.Exists(place) Then
            If StillShown(lastValues.Item(place), caller) Then
                CustomerChainLastValue = lastValues.Item(place)
                Exit Function
            End If
        End If
    End If
    ' Value would make Excel calculate this very cell again; Text does not.
    If caller.Count = 1 Then CustomerChainLastValue = ValueOfText(CStr(caller.Text))
End Function

' Whether the cells still show what is remembered for their address: where rows were put in, taken
' out or sorted meanwhile, another customer's value is remembered there.
Private Function StillShown(remembered As Variant, caller As Range) As Boolean
    If caller.Count > 1 Then
        StillShown = IsArray(remembered)
    ElseIf Not IsArray(remembered) Then
        StillShown = Looks(remembered, CStr(caller.Text))
    ElseIf Dimensions(remembered) = 1 Then
        StillShown = Looks(remembered(LBound(remembered)), CStr(caller.Text))
    Else
        StillShown = Looks(remembered(LBound(remembered, 1), LBound(remembered, 2)), CStr(caller.Text))
    End If
End Function

' Whether a cell with this value may show these words; the format may have rounded a number.
Private Function Looks(value As Variant, words As String) As Boolean
    If IsError(value) Then
        Looks = Left$(words, 1) = "#" And Left$(words, 2) <> "##"
    ElseIf VarType(value) = vbString Then
        ' A very long text is shown as nothing but number signs.
        Looks = words = value Or Left$(words, 2) = "##"
    ElseIf VarType(value) = vbBoolean Then
        Looks = UCase$(words) = UCase$(CStr(value))
    ElseIf IsNumeric(words) Then
        Looks = Abs(CDbl(words) - value) < 0.5
    End If
End Function

' The sentence behind the error in the active cell, in the user's language; empty where none is known.
Public Function CustomerChainMessage() As String
    Dim place As String
    Dim sentences As Variant
    If ActiveCell Is Nothing Or messages Is Nothing Then Exit Function
    If Not IsError(ActiveCell.Value2) Then Exit Function
    place = CustomerChainPlace(ActiveCell, 0, 0)
    If Not messages.Exists(place) Then Exit Function
    sentences = Split(messages.Item(place), Chr$(2))
    If CustomerChainLanguage() = "zh" Then
        CustomerChainMessage = sentences(0)
    Else
        CustomerChainMessage = sentences(1)
    End If
End Function

' One cell's name across all open workbooks: "[book]sheet!row,column".
Public Function CustomerChainPlace(cell As Range, down As Long, across As Long) As String
    CustomerChainPlace = "[" & cell.Worksheet.Parent.Name & "]" & cell.Worksheet.Name & "!" _
        & (cell.Row + down) & "," & (cell.Column + across)
End Function

' The cells whose formula is being calculated; Nothing when VBA itself is the caller.
Private Function CallingCells() As Range
    If TypeName(Application.Caller) = "Range" Then Set CallingCells = Application.Caller
End Function

Private Sub Keep(caller As Range, shown As Variant)
    If caller Is Nothing Then Exit Sub
    If lastValues Is Nothing Then Set lastValues = New Dictionary
    lastValues.Item(CustomerChainPlace(caller, 0, 0)) = shown
End Sub

Private Function Dimensions(answer As Variant) As Long
    Dim upper As Long
    Dimensions = 1
    On Error GoTo OnlyOne
    upper = UBound(answer, 2)
    If upper >= LBound(answer, 2) Then Dimensions = 2
OnlyOne:
End Function

Private Function ShownRow(answer As Variant, caller As Range) As Variant
    Dim across As Long
    For across = LBound(answer) To UBound(answer)
        answer(across) = ShownCell(answer(across), caller, 0, across - LBound(answer))
    Next across
    ShownRow = answer
End Function

Private Function ShownRows(answer As Variant, caller As Range) As Variant
    Dim down As Long
    Dim across As Long
    For down = LBound(answer, 1) To UBound(answer, 1)
        For across = LBound(answer, 2) To UBound(answer, 2)
            answer(down, across) = ShownCell(answer(down, across), caller, down - LBound(answer, 1), across - LBound(answer, 2))
        Next across
    Next down
    ShownRows = answer
End Function

' An error arrives as Chr(1), its code, and its sentence in Chinese and English after Chr(2) each.
Private Function ShownCell(value As Variant, caller As Range, down As Long, across As Long) As Variant
    Dim parts As Variant
    ShownCell = value
    If VarType(value) <> vbString Then Exit Function
    If Left$(value, 1) <> Chr$(1) Then Exit Function
    parts = Split(Mid$(value, 2), Chr$(2))
    ShownCell = CVErr(ErrorNumber(CStr(parts(0))))
    If Not caller Is Nothing Then Note CustomerChainPlace(caller, down, across), parts(1) & Chr$(2) & parts(2)
End Function

Private Sub Note(place As String, sentences As String)
    If messages Is Nothing Then Set messages = New Dictionary
    ' A whole column of errors says the same thing; the first few thousand cells are enough.
    If messages.Count >= MOST_MESSAGES Then messages.RemoveAll
    messages.Item(place) = sentences
End Sub

Private Function ErrorNumber(code As String) As Long
    Select Case code
        Case "#N/A": ErrorNumber = xlErrNA
        Case "#NUM!": ErrorNumber = xlErrNum
        Case "#DIV/0!": ErrorNumber = xlErrDiv0
        Case "#NAME?": ErrorNumber = xlErrName
        Case "#REF!": ErrorNumber = xlErrRef
        Case "#NULL!": ErrorNumber = xlErrNull
        Case Else: ErrorNumber = xlErrValue
    End Select
End Function

' A number comes back as precise as it was shown; a column too narrow to show it gives #N/A.
Private Function ValueOfText(words As String) As Variant
    If Left$(words, 2) = "##" Then
        ValueOfText = CVErr(xlErrNA)
    ElseIf Left$(words, 1) = "#" Then
        ValueOfText = CVErr(ErrorNumber(words))
    ElseIf UCase$(words) = "TRUE" Or UCase$(words) = "FALSE" Then
        ValueOfText = (UCase$(words) = "TRUE")
    ElseIf IsNumeric(words) Then
        ValueOfText = CDbl(words)
    Else
        ValueOfText = words
    End If
End Function
