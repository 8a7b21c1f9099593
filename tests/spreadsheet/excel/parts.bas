
Public Sub Main
    Dim x() As Double, rows As Long, columns As Long, a(1 To 3, 1 To 1) As Variant, wide(0 To 1, 0 To 2) As Variant, n As Long
    Open "@OUT@" For Output As #1
    InnoUseLanguage = 2
    Say InnoText("Hu\1EBF, \0110\1EAFk L\1EAFk") & "|" & InnoSay("yes", "c\00F3")
    InnoUseLanguage = 1
    Say InnoSay("yes", "c\00F3") & "|" & InnoFill("%s has %s cells", Array("x", 3))
    Say CStr(InnoMark(" n/a ")) & CStr(InnoMark("")) & CStr(InnoMark("..")) & CStr(InnoMark("na"))
    a(1, 1) = 1.5
    a(3, 1) = True
    n = InnoColumn(a, "values", -1, "MINMAX", x)
    Say n & "|" & x(1) & "|" & InnoIsMissing(x(2)) & "|" & x(3)
    wide(0, 0) = 1
    wide(0, 1) = "NA"
    wide(0, 2) = 3
    wide(1, 0) = 4
    wide(1, 1) = ""
    wide(1, 2) = 6
    InnoMatrix wide, "values", "COPELAND", rows, columns, x
    Say rows & "|" & columns & "|" & x(1, 1) & "|" & InnoIsMissing(x(1, 2)) & "|" & InnoIsMissing(x(2, 2)) & "|" & x(2, 3)
    n = InnoGroup(Array("b", "a", "b", "A"), "group", 4, "", x)
    Say n & "|" & x(1) & "|" & x(2) & "|" & x(3) & "|" & x(4)
    Say InnoChoice("fractional", "ties", "", INNO_WORDS_RANK_TIES) & "|" & InnoChoice(2, "ties", "", INNO_WORDS_RANK_TIES) & "|" & InnoFlag(True, "force", "")
    Say InnoInteger(Empty, "direction", "") & "|" & InnoIsMissing(InnoNumber(" ", "lower", "")) & "|" & InnoNumber(2.5, "lower", "")
    Faults
    Close #1
End Sub

Private Sub Say(ByVal text As String)
    Print #1, text
End Sub

Private Sub Faults
    Dim x() As Double, n As Long, k As Long, found As Variant
    For k = 1 To 7
        On Error GoTo Told
        Select Case k
            Case 1
                n = InnoColumn(Array(1, "abc", 2), "values", -1, "MINMAX", x)
            Case 2
                n = InnoColumn(Array(1, 2), "weights", 3, "", x)
            Case 3
                n = InnoChoice("best", "ties", "", INNO_WORDS_RANK_TIES)
            Case 4
                n = InnoInteger(1.5, "direction", "")
            Case 5
                n = InnoFlag(2, "force", "")
            Case 6
                InnoCheck 101
            Case 7
                InnoCheck 200
        End Select
        Say "no fault " & k
Further:
    Next k
    Exit Sub
Told:
    Say (Err.Number - vbObjectError) & "|" & Err.Description
    Resume Further
End Sub
