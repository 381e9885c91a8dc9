' Which workbook is meant, in which language it is written, and on which day its dates begin.
Option Explicit
Option Private Module

Private contextBook As String
Private contextAt As Double
Private contextWords As String

' The workbook of the calculated cell, or for a button the one in front. ThisWorkbook would not do:
' when two of our workbooks are open, Excel may run the macro of the other one for a ribbon button.
Public Function CustomerChainBook() As Workbook
    If TypeName(Application.Caller) = "Range" Then
        Set CustomerChainBook = Application.Caller.Worksheet.Parent
    Else
        Set CustomerChainBook = ActiveWorkbook
    End If
End Function

' "zh|1900": language and date system of the workbook whose cell is calculated.
Public Function CustomerChainContext() As String
    Dim book As Workbook
    Set book = CustomerChainBook()
    ' Looked up anew each second: thousands of cells share one look, and a change is soon seen.
    If book.Name <> contextBook Or Abs(Timer - contextAt) > 1 Then
        contextWords = CustomerChainBookLanguage(book) & "|" & IIf(book.Date1904, "1904", "1900")
        contextBook = book.Name
        contextAt = Timer
    End If
    CustomerChainContext = contextWords
End Function

' What the table Settings says; else the language its words are written in; else the user's.
Public Function CustomerChainBookLanguage(book As Workbook) As String
    Dim sheet As Worksheet
    Dim table As ListObject
    For Each sheet In book.Worksheets
        For Each table In sheet.ListObjects
            If table.Name = SETTINGS_TABLE Then CustomerChainBookLanguage = LanguageOfSettings(table)
        Next table
    Next sheet
    If CustomerChainBookLanguage = "" Then CustomerChainBookLanguage = CustomerChainLanguage()
End Function

Private Function LanguageOfSettings(table As ListObject) As String
    Dim cells As Variant
    Dim down As Long
    Dim across As Long
    Dim captionLanguage As String
    Dim found As String
    cells = table.Range.Value2
    For down = LBound(cells, 1) To UBound(cells, 1)
        captionLanguage = ""
        For across = LBound(cells, 2) To UBound(cells, 2)
            If captionLanguage = "" Then captionLanguage = CustomerChainCaptionLanguage(Plain(cells(down, across)))
            If found = "" And captionLanguage <> "" Then found = CustomerChainWordLanguage(Plain(cells(down, across)))
        Next across
        If captionLanguage <> "" Then Exit For
    Next down
    LanguageOfSettings = IIf(found = "", captionLanguage, found)
End Function

' A word as the catalogue compares it: without case and blanks.
Private Function Plain(cell As Variant) As String
    If Not IsError(cell) Then Plain = LCase$(Replace(CStr(cell), " ", ""))
End Function
