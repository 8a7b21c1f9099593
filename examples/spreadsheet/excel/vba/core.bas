'@head
Option Explicit
' The library's flat tier for VBA and for cells of 32-bit and 64-bit Excel 2010 and later, on Windows.
' Written by examples/spreadsheet/generate from functions.json, the headers and core.bas; do not edit.
' Texts are ASCII: \1EA5 is one letter, which InnoText() puts in.
'
' Functions for cells: INNO_MINMAX(B2:B35, -1) and so on. An empty cell, the marks NA N/A n/a .. and #N/A are missing;
' a missing result is #N/A; INNO_WHY("MINMAX", B2:B35, -1) says why there is an error.
' Functions for code: inno_flat_... as the headers declare them. An array is passed as VarPtr(x(1)), or 0 for NULL; call
' InnoLoad first, InnoNaN() is a missing value, InnoIsMissing() tells one, INNO_DEFAULT is the default of a Long.

#If Win64 Then
Public Const INNO_DLL As String = "innoscore-0.dll"
#Else
Public Const INNO_DLL As String = "innoscore32-0.dll"
#End If
Public Const INNO_DEFAULT As Long = &H80000000
Private Const INNO_VALUE As Long = 2015
Private Const INNO_NUMBER As Long = 2036
Private Const INNO_NA As Long = 2042
Private Const INNO_PASSED As Long = 1 ' an error of a cell, which stands in innoPassed

'@words
Private Type InnoDouble
    number As Double
End Type
Private Type InnoLongs
    low As Long
    high As Long
End Type

Private innoHandle As LongPtr
Private innoSentence As String
Private innoPassed As Variant
Private innoLanguage As Long ' 0 = not asked yet, 1 = English, 2 = Vietnamese

Private Declare PtrSafe Function LoadLibraryW Lib "kernel32" (ByVal name As LongPtr) As LongPtr
'@declares

' ---- the library ----

' Loads the library from the folder of this workbook or add-in, else from where Windows looks.
Public Sub InnoLoad()
    Dim folder As String
    If innoHandle <> 0 Then Exit Sub
    folder = ThisWorkbook.Path
    If Len(folder) > 0 Then innoHandle = LoadLibraryW(StrPtr(folder & "\" & INNO_DLL))
    If innoHandle = 0 Then innoHandle = LoadLibraryW(StrPtr(INNO_DLL))
    If innoHandle = 0 Then
        InnoFail INNO_VALUE, {{VBA: cannot load}}, INNO_DLL, folder
    End If
End Sub

' What the last function that failed had to say; empty when all is well.
Public Property Get InnoLastSentence() As String
    InnoLastSentence = innoSentence
End Property

' 1 = English, 2 = Vietnamese; without it Windows' regional setting decides.
Public Property Let InnoUseLanguage(ByVal language As Long)
    innoLanguage = language
End Property

' ---- missing values: NaN, made and told by its bits, because arithmetic with one may raise an overflow ----

Public Function InnoNaN() As Double
    Dim longs As InnoLongs, box As InnoDouble
    longs.low = 0
    longs.high = &H7FF80000
    LSet box = longs
    InnoNaN = box.number
End Function

Public Function InnoIsMissing(ByRef number As Double) As Boolean
    Dim longs As InnoLongs, box As InnoDouble
    box.number = number
    LSet longs = box
    InnoIsMissing = (longs.high And &H7FF00000) = &H7FF00000
    If InnoIsMissing Then InnoIsMissing = ((longs.high And &HFFFFF) <> 0) Or (longs.low <> 0)
End Function

' ---- texts and faults ----

Private Function InnoText(ByVal text As String) As String
    Dim at As Long, found As String
    at = InStr(text, "\")
    Do While at > 0
        found = found & Left$(text, at - 1) & ChrW(CLng("&H" & Mid$(text, at + 1, 4)))
        text = Mid$(text, at + 5)
        at = InStr(text, "\")
    Loop
    InnoText = found & text
End Function

Private Function InnoVietnamese() As Boolean
    If innoLanguage = 0 Then
        innoLanguage = 1
        On Error Resume Next
        If Application.International(2) = 84 Then innoLanguage = 2 ' xlCountrySetting: Viet Nam
        On Error GoTo 0
    End If
    InnoVietnamese = innoLanguage = 2
End Function

Private Function InnoSay(ByVal english As String, ByVal vietnamese As String) As String
    InnoSay = english
    If InnoVietnamese() Then InnoSay = InnoText(vietnamese)
End Function

' A sentence with its places filled: %s each.
Private Function InnoFill(ByVal text As String, ByVal given As Variant) As String
    Dim k As Long, at As Long, found As String
    For k = LBound(given) To UBound(given)
        at = InStr(text, "%s")
        If at = 0 Then Exit For
        found = found & Left$(text, at - 1) & CStr(given(k))
        text = Mid$(text, at + 2)
    Next k
    InnoFill = found & text
End Function

Private Sub InnoFail(ByVal code As Long, ByVal english As String, ByVal vietnamese As String, ParamArray given() As Variant)
    Dim filled As Variant
    filled = given
    Err.Raise vbObjectError + code, "Innoscore", InnoFill(InnoSay(english, vietnamese), filled)
End Sub

Private Sub InnoPass(ByVal cell As Variant, ByVal row As Long, ByVal column As Long, ByVal name As String)
    innoPassed = cell
    InnoFail INNO_PASSED, {{there is an error in row}}, row, column, InnoName(name)
End Sub

' What a function gives after an error of any kind.
Private Function InnoFault(ByVal number As Long, ByVal sentence As String) As Variant
    innoSentence = sentence
    InnoFault = CVErr(INNO_VALUE)
    Select Case number - vbObjectError
        Case INNO_NUMBER, INNO_NA
            InnoFault = CVErr(number - vbObjectError)
        Case INNO_PASSED
            InnoFault = innoPassed
    End Select
End Function

' The error of a status that is not 0.
Private Sub InnoCheck(ByVal status As Long)
    Select Case status
        Case 0
'@faults
        Case Else
            InnoFail INNO_VALUE, InnoStatus(status), InnoStatus(status)
    End Select
End Sub

' ---- ranges and arrays become numbers ----

' A range, an array or a single value as rows and columns from 1; an array of one dimension is a row, as {1,2,3} is.
Private Function InnoGrid(ByVal given As Variant, ByRef rows As Long, ByRef columns As Long, ByVal name As String) As Variant
    Dim value As Variant, grid() As Variant, i As Long, k As Long, second As Long, first As Long
    If IsObject(given) Then
        If given.Areas.Count > 1 Then InnoFail INNO_VALUE, {{VBA: several areas}}, InnoName(name)
        value = given.Value2
    Else
        value = given
    End If
    If Not IsArray(value) Then
        rows = 1
        columns = 1
        ReDim grid(1 To 1, 1 To 1)
        grid(1, 1) = value
    ElseIf InnoDimensions(value) = 1 Then
        first = LBound(value)
        rows = 1
        columns = UBound(value) - first + 1
        ReDim grid(1 To 1, 1 To columns)
        For k = 1 To columns
            grid(1, k) = value(first + k - 1)
        Next k
    Else
        first = LBound(value, 1)
        second = LBound(value, 2)
        rows = UBound(value, 1) - first + 1
        columns = UBound(value, 2) - second + 1
        ReDim grid(1 To rows, 1 To columns)
        For k = 1 To columns
            For i = 1 To rows
                grid(i, k) = value(first + i - 1, second + k - 1)
            Next i
        Next k
    End If
    InnoGrid = grid
End Function

Private Function InnoDimensions(ByRef value As Variant) As Long
    Dim bound As Long
    InnoDimensions = 1
    On Error GoTo NoMore
    bound = UBound(value, 2)
    InnoDimensions = 2
NoMore:
End Function

Private Function InnoMark(ByVal text As String) As Boolean
    Select Case Trim$(text)
        Case "", "NA", "N/A", "n/a", ".."
            InnoMark = True
    End Select
End Function

Private Function InnoShort(ByVal text As String) As String
    InnoShort = text
    If Len(text) > 40 Then InnoShort = Left$(text, 40) & "..."
End Function

' One cell as a number; NaN = missing.
Private Function InnoCell(ByVal cell As Variant, ByVal row As Long, ByVal column As Long, ByVal name As String, _
        ByVal alone As Boolean) As Double
    InnoCell = InnoNaN()
    Select Case VarType(cell)
        Case vbEmpty, vbNull
        Case vbError
            If cell <> CVErr(INNO_NA) Then InnoPass cell, row, column, name
        Case vbBoolean
            InnoCell = IIf(cell, 1#, 0#)
        Case vbString
            If InnoMark(cell) Then Exit Function
            If alone Then InnoFail INNO_VALUE, {{%s is the text}}, InnoName(name), InnoShort(Trim$(cell))
            InnoFail INNO_VALUE, {{there is the text}}, InnoShort(Trim$(cell)), row, column, InnoName(name)
        Case Else
            InnoCell = CDbl(cell)
    End Select
End Function

Private Function InnoAddress(ByRef numbers() As Double, ByVal count As Long) As LongPtr
    If count > 0 Then InnoAddress = VarPtr(numbers(1)) ' 0 = left out
End Function

Private Function InnoLeftOut(Optional ByVal given As Variant) As Boolean
    If IsObject(given) Then Exit Function
    InnoLeftOut = IsMissing(given)
End Function

' A row or a column of any numbers; size -1 = any number of cells. Gives how many; 0 = left out.
Private Function InnoColumn(ByVal given As Variant, ByVal name As String, ByVal size As Long, ByVal needed As String, ByRef out() As Double) As Long
    Dim grid As Variant, rows As Long, columns As Long, i As Long
    If InnoLeftOut(given) Then
        If Len(needed) > 0 Then InnoFail INNO_VALUE, {{%s is left out}}, InnoName(name), needed
        Exit Function
    End If
    grid = InnoLine(given, name, size, rows, columns)
    ReDim out(1 To rows * columns)
    For i = 1 To rows * columns
        If columns = 1 Then
            out(i) = InnoCell(grid(i, 1), i, 1, name, rows = 1)
        Else
            out(i) = InnoCell(grid(1, i), 1, i, name, False)
        End If
    Next i
    InnoColumn = rows * columns
End Function

Private Function InnoLine(ByVal given As Variant, ByVal name As String, ByVal size As Long, ByRef rows As Long, _
        ByRef columns As Long) As Variant
    InnoLine = InnoGrid(given, rows, columns, name)
    If rows > 1 And columns > 1 Then InnoFail INNO_VALUE, {{%s is a range of %d rows and %d columns; give one row}}, InnoName(name), rows, columns
    If size >= 0 And rows * columns <> size Then InnoFail INNO_VALUE, {{%s has %d cells}}, InnoName(name), rows * columns, size
End Function

' Labels become numbers: equal ones the same.
Private Function InnoGroup(ByVal given As Variant, ByVal name As String, ByVal size As Long, ByVal needed As String, ByRef out() As Double) As Long
    Dim grid As Variant, rows As Long, columns As Long, i As Long, k As Long, count As Long
    Dim labels() As String, label As String, cell As Variant
    If InnoLeftOut(given) Then
        If Len(needed) > 0 Then InnoFail INNO_VALUE, {{%s is left out}}, InnoName(name), needed
        Exit Function
    End If
    grid = InnoLine(given, name, size, rows, columns)
    ReDim out(1 To rows * columns)
    ReDim labels(1 To rows * columns)
    For i = 1 To rows * columns
        If columns = 1 Then cell = grid(i, 1) Else cell = grid(1, i)
        label = ""
        If VarType(cell) = vbError Then
            If cell <> CVErr(INNO_NA) Then InnoPass cell, IIf(columns = 1, i, 1), IIf(columns = 1, 1, i), name
        ElseIf Not IsNull(cell) Then
            label = Trim$(CStr(cell))
        End If
        out(i) = InnoNaN()
        If Not InnoMark(label) Then
            For k = 1 To count
                If StrComp(labels(k), label, vbBinaryCompare) = 0 Then Exit For
            Next k
            If k > count Then count = k
            labels(k) = label
            out(i) = k
        End If
    Next i
    InnoGroup = rows * columns
End Function

' Rows and columns; VBA keeps them column by column.
Private Sub InnoMatrix(ByVal given As Variant, ByVal name As String, ByVal needed As String, ByRef rows As Long, ByRef columns As Long, ByRef out() As Double)
    Dim grid As Variant, i As Long, k As Long
    If InnoLeftOut(given) Then InnoFail INNO_VALUE, {{%s is left out}}, InnoName(name), needed
    grid = InnoGrid(given, rows, columns, name)
    ReDim out(1 To rows, 1 To columns)
    For k = 1 To columns
        For i = 1 To rows
            out(i, k) = InnoCell(grid(i, k), i, k, name, False)
        Next i
    Next k
End Sub

Private Sub InnoSquare(ByVal given As Variant, ByVal name As String, ByVal needed As String, ByRef rows As Long, ByRef columns As Long, ByRef out() As Double)
    InnoMatrix given, name, needed, rows, columns, out
    If rows <> columns Then InnoFail INNO_VALUE, {{%s has %d rows and %d columns; give as many}}, InnoName(name), rows, columns
End Sub

' ---- single cells ----

' The value of one cell, Empty when it is left out or blank.
Private Function InnoSingle(ByVal given As Variant, ByVal name As String, ByVal needed As String) As Variant
    Dim grid As Variant, rows As Long, columns As Long, cell As Variant
    If Not InnoLeftOut(given) Then
        grid = InnoGrid(given, rows, columns, name)
        If rows <> 1 Or columns <> 1 Then InnoFail INNO_VALUE, {{%s is a range of %d rows and %d columns; give one cell}}, InnoName(name), rows, columns
        cell = grid(1, 1)
        If VarType(cell) = vbError Then
            If cell <> CVErr(INNO_NA) Then InnoPass cell, 1, 1, name
            cell = Empty
        ElseIf VarType(cell) = vbString Then
            If Len(Trim$(cell)) = 0 Then cell = Empty
        End If
    End If
    If VarType(cell) = vbEmpty And Len(needed) > 0 Then InnoFail INNO_VALUE, {{%s is left out}}, InnoName(name), needed
    InnoSingle = cell
End Function

Private Function InnoNumber(ByVal given As Variant, ByVal name As String, ByVal needed As String) As Double
    InnoNumber = InnoCell(InnoSingle(given, name, needed), 1, 1, name, True)
End Function

Private Function InnoInteger(ByVal given As Variant, ByVal name As String, ByVal needed As String) As Long
    Dim number As Double
    InnoInteger = INNO_DEFAULT
    number = InnoNumber(given, name, needed)
    If InnoIsMissing(number) Then Exit Function
    If Abs(number) > 2147483647# Or number <> Int(number) Then InnoFail INNO_VALUE, {{%s is %.15g; give a whole}}, InnoName(name), number
    InnoInteger = CLng(number)
End Function

Private Function InnoFlag(ByVal given As Variant, ByVal name As String, ByVal needed As String) As Long
    InnoFlag = InnoInteger(given, name, needed)
    If InnoFlag = INNO_DEFAULT Or InnoFlag = 0 Or InnoFlag = 1 Then Exit Function
    InnoFail INNO_VALUE, {{%s is %d; give TRUE}}, InnoName(name), InnoFlag
End Function

' A choice by its word or its number; words is "word=number word=number".
Private Function InnoChoice(ByVal given As Variant, ByVal name As String, ByVal needed As String, ByVal words As String) As Long
    Dim cell As Variant, known As Variant, word As String, list As String, k As Long
    cell = InnoSingle(given, name, needed)
    If VarType(cell) <> vbString Then
        InnoChoice = InnoInteger(cell, name, needed)
        Exit Function
    End If
    known = Split(words, " ")
    For k = LBound(known) To UBound(known)
        word = known(k)
        If StrComp(Left$(word, InStr(word, "=") - 1), Trim$(cell), vbBinaryCompare) = 0 Then
            InnoChoice = CLng(Mid$(word, InStr(word, "=") + 1))
            Exit Function
        End If
        If Len(list) > 0 Then list = list & ", "
        list = list & Left$(word, InStr(word, "=") - 1)
    Next k
    InnoFail INNO_VALUE, {{%s is '%s'; it is one of}}, InnoName(name), InnoShort(Trim$(cell)), list
End Function

' ---- numbers become answers ----

Private Function InnoOut(ByRef number As Double) As Variant
    If InnoIsMissing(number) Then InnoOut = CVErr(INNO_NA) Else InnoOut = number
End Function

' In the shape of the first argument.
Private Function InnoLike(ByVal given As Variant, ByRef numbers() As Double) As Variant
    Dim grid As Variant, rows As Long, columns As Long
    grid = InnoGrid(given, rows, columns, "")
    If columns > 1 Then InnoLike = InnoAcross(numbers) Else InnoLike = InnoDown(numbers)
End Function

Private Function InnoDown(ByRef numbers() As Double) As Variant
    Dim out() As Variant, i As Long
    ReDim out(1 To UBound(numbers), 1 To 1)
    For i = 1 To UBound(numbers)
        out(i, 1) = InnoOut(numbers(i))
    Next i
    InnoDown = out
End Function

Private Function InnoAcross(ByRef numbers() As Double) As Variant
    Dim out() As Variant, i As Long
    ReDim out(1 To 1, 1 To UBound(numbers))
    For i = 1 To UBound(numbers)
        out(1, i) = InnoOut(numbers(i))
    Next i
    InnoAcross = out
End Function

Private Function InnoTable(ByRef numbers() As Double) As Variant
    Dim out() As Variant, i As Long, k As Long
    ReDim out(1 To UBound(numbers, 1), 1 To UBound(numbers, 2))
    For k = 1 To UBound(numbers, 2)
        For i = 1 To UBound(numbers, 1)
            out(i, k) = InnoOut(numbers(i, k))
        Next i
    Next k
    InnoTable = out
End Function

' A single number; NaN is missing when only the coverage withholds it, else an error with the status of the column.
Private Function InnoScalar(ByVal name As String, ByRef number As Double, ByVal withheld As Boolean, ByVal status As Long) As Variant
    InnoScalar = InnoOut(number)
    If Not InnoIsMissing(number) Or withheld Then Exit Function
    If status <> {INNO_E_CONSTANT} Then InnoCheck status
    InnoFail INNO_NUMBER, {{%s has no result}}, name, InnoHelp(name)
End Function

' ---- why, and the help of Excel's function dialog ----

Public Function INNO_WHY(ByVal name As Variant, ParamArray given() As Variant) As Variant
    Dim answer As Variant, a As Variant, macro As String, k As Long
    innoSentence = ""
    a = given
    macro = UCase$(Replace(Trim$(CStr(InnoSingle(name, "function", "INNO_WHY"))), ".", "_"))
    If Left$(macro, 5) <> "INNO_" Then macro = "INNO_" & macro
    If macro = "INNO_WHY" Then
        INNO_WHY = CVErr(INNO_VALUE)
        Exit Function
    End If
    macro = InnoMacro(macro)
    On Error GoTo NoSuch
    Select Case UBound(a) + 1
'@runs
    End Select
    INNO_WHY = innoSentence
    Exit Function
NoSuch:
    INNO_WHY = CVErr(INNO_VALUE)
End Function

Private Function InnoMacro(ByVal name As String) As String
    InnoMacro = "'" & Replace(ThisWorkbook.Name, "'", "''") & "'!" & name
End Function

' Tells Excel the help of every function, once: it is saved in the workbook. Run it before the workbook becomes an add-in.
Public Sub InnoRegister()
'@register
End Sub

Private Sub InnoDescribe(ByVal name As String, ByVal english As String, ByVal vietnamese As String, ByVal arguments As String)
    Dim helps() As String, keys As Variant, k As Long
    keys = Split(arguments, " ")
    If UBound(keys) >= 0 Then
        ReDim helps(0 To UBound(keys))
        For k = 0 To UBound(keys)
            helps(k) = InnoArgument(keys(k))
        Next k
        Application.MacroOptions Macro:=InnoMacro("INNO_" & name), Description:=InnoHelp(name), _
            Category:="Innoscore: " & InnoSay(english, vietnamese), ArgumentDescriptions:=helps
    Else
        Application.MacroOptions Macro:=InnoMacro("INNO_" & name), Description:=InnoHelp(name), _
            Category:="Innoscore: " & InnoSay(english, vietnamese)
    End If
End Sub

'@texts
' ---- the functions for cells ----

'@functions
