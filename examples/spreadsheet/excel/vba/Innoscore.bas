Attribute VB_Name = "Innoscore"
Option Explicit
' The library's flat tier for VBA and for cells of 32-bit and 64-bit Excel 2010 and later, on Windows.
' Written by examples/spreadsheet/generate from functions.json, the headers and core.bas; do not edit.
' Texts are ASCII: \1EA5 is one letter, which InnoText() puts in.
'
' Functions for cells: INNO_MINMAX(B2:B35, -1) and so on. An empty cell, _
        the marks NA N/A n/a .. and #N/A are missing;
' a missing result is #N/A; INNO_WHY("MINMAX", B2:B35, -1) says why there is an error.
' Functions for code: inno_flat_... as the headers declare them. An array is passed as VarPtr(x(1)), _
        or 0 for NULL; call
' InnoLoad first, InnoNaN() is a missing value, InnoIsMissing() tells one, _
        INNO_DEFAULT is the default of a Long.

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

Private Const INNO_WORDS_AGGREGATE_RULE As String = "arithmetic=10 geometric=11 harmonic=12 power=13 weighted_product=14 sum=15 median=20 " & _
        "minimum=21 owa=22 mean_of_best=23 mean_of_worst=24 mean_min=25 mazziotta_pareto=30 " & _
        "penalized_cv=31 copeland=40 borda=41 kemeny=42 topsis=50 vikor=51 promethee=52 wroclaw=53 " & _
        "benefit_of_doubt=60 factor_scores=61"
Private Const INNO_WORDS_NORMALIZE_LOG As String = "none=1 natural=2 base10=3"
Private Const INNO_WORDS_RANK_TIES As String = "competition=1 modified=2 dense=3 fractional=4"
Private Const INNO_WORDS_NORMALIZE_OUTLIERS As String = "sd=1 fence=2"
Private Const INNO_WORDS_AGGREGATE_MISSING As String = "zero=1 rescale=2 propagate=3"
Private Const INNO_WORDS_AGGREGATE_PENALTY As String = "negative=1 positive=2"
Private Const INNO_WORDS_AGGREGATE_DEVIATION As String = "population=1 sample=2"
Private Const INNO_WORDS_AGGREGATE_SCALING As String = "none=1 minmax=2 vector=3"
Private Const INNO_WORDS_AGGREGATE_PREFERENCE As String = "usual=1 u_shape=2 v_shape=3 level=4 linear=5 gaussian=6"
Private Const INNO_WORDS_TREAT_RULES As String = "none=1 winsorize=10 fence=11 sd_fence=12 quantiles=13 log=20 log_gii=21 log_ct=22 " & _
        "log_ct_plus=23 log_ct_orig=24 boxcox=30 root=31 root_search=32"
Private Const INNO_WORDS_SCREEN_RULE As String = "none=1 coverage=2 nonzero=3 both=4"
Private Const INNO_WORDS_IMPUTE_TOO_FEW As String = "refuse=1 skip=2"
Private Const INNO_WORDS_WEIGH_RULE As String = "given=1 equal=2 deviation=10 entropy=11 gini=12 critic=13 merec=14 first_component=20 " & _
        "all_components=21 factors=22"
Private Const INNO_WORDS_EIGENVECTOR_ROW_GEOMETRIC_COLUMN_MEAN As String = "eigenvector=1 row_geometric=2 column_mean=3"
Private Const INNO_WORDS_MEAN_MEDIAN As String = "mean=1 median=2"
Private Const INNO_WORDS_AUDIT_CORRELATION As String = "pearson=1 spearman=2 kendall=3"
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
#If Win64 Then
Public Declare PtrSafe Function inno_flat_above_below_mean Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal threshold As Double, ByVal log As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_aggregate Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal rule As Long, ByVal power As Double, ByVal min_coverage As Double, ByVal floor As Double, _
        ByVal shift As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_ahp Lib "innoscore-0.dll" (ByVal judgements As LongPtr, _
        ByVal n As Long, ByVal column_major As Long, ByVal rule As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_ahp_ratio Lib "innoscore-0.dll" (ByVal judgements As LongPtr, _
        ByVal n As Long, ByVal column_major As Long) As Double
Public Declare PtrSafe Function inno_flat_alpha Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, _
        ByVal standardized As Long) As Double
Public Declare PtrSafe Function inno_flat_ampi Lib "innoscore-0.dll" (ByVal x As LongPtr, ByVal n As Long, _
        ByVal direction As Long, ByVal reference_value As Double, ByVal log As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_arithmetic_mean Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_benefit_of_doubt Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal share_lower As Double, _
        ByVal share_upper As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_borda Lib "innoscore-0.dll" (ByVal x As LongPtr, ByVal n As Long, _
        ByVal direction As Long, ByVal ties As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_borda_count Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_boxcox Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal lambda As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_budget Lib "innoscore-0.dll" (ByVal points As LongPtr, _
        ByVal experts As Long, ByVal children As Long, ByVal column_major As Long, ByVal total As Double, _
        ByVal rule As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_categorical Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal cuts As LongPtr, ByVal cut_count As Long, _
        ByVal scores As LongPtr, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_check Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long) As Long
Public Declare PtrSafe Function inno_flat_copeland Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_correlation Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal y As LongPtr, ByVal n As Long, ByVal rule As Long) As Double
Public Declare PtrSafe Function inno_flat_correlation_p Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal y As LongPtr, ByVal n As Long, ByVal rule As Long) As Double
Public Declare PtrSafe Function inno_flat_coverage Lib "innoscore-0.dll" (ByVal row As LongPtr, _
        ByVal k As Long) As Double
Public Declare PtrSafe Function inno_flat_denominate Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal denominator As LongPtr, ByVal n As Long, ByVal scale As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_distance_to_max Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_distance_to_reference Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal reference As Long, ByVal cap As Long, _
        ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_distance_to_target Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal target As Double, ByVal cap As Long, _
        ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_fence Lib "innoscore-0.dll" (ByVal x As LongPtr, ByVal n As Long, _
        ByVal reach As Double, ByVal quantile_type As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_fixed_range Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal points As Double, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_fraction_of_max Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_geometric_mean Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double, ByVal floor As Double, _
        ByVal shift As Double) As Double
Public Declare PtrSafe Function inno_flat_goalposts Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal points As Double, ByVal truncate As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_harmonic_mean Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double, ByVal floor As Double, _
        ByVal shift As Double) As Double
Public Declare PtrSafe Function inno_flat_impute_constant Lib "innoscore-0.dll" (ByVal values As LongPtr, _
        ByVal times As LongPtr, ByVal n As Long, ByVal max_age As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_em Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal ridge As Double, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_group_mean Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal group As LongPtr, ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_group_median Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal group As LongPtr, ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_hot_deck Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal group As LongPtr, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_latest Lib "innoscore-0.dll" (ByVal values As LongPtr, _
        ByVal times As LongPtr, ByVal n As Long, ByVal max_age As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_linear Lib "innoscore-0.dll" (ByVal values As LongPtr, _
        ByVal times As LongPtr, ByVal n As Long, ByVal max_age As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_linear_constant Lib "innoscore-0.dll" (ByVal values As LongPtr, _
        ByVal times As LongPtr, ByVal n As Long, ByVal max_age As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_mean Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_median Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_nearest Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal neighbors As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_regression Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal too_few As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_siblings Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal directions As LongPtr, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_kemeny Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal search_limit As Long, ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_kmo Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long) As Double
Public Declare PtrSafe Function inno_flat_kurtosis Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal type_ As Long) As Double
Public Declare PtrSafe Function inno_flat_log Lib "innoscore-0.dll" (ByVal x As LongPtr, ByVal n As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_ct Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_ct_orig Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_ct_plus Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal skewness_type As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_gii Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal factor As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_gii_factor Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long) As Double
Public Declare PtrSafe Function inno_flat_mazziotta_pareto Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal penalty As Long, ByVal deviation As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_mean_min Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal alpha As Double, ByVal beta As Double, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_mean_of_best Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal count As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_mean_of_worst Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal count As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_median Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_minimum Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_minmax Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_minmax_inner Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal outliers As Long, ByVal width As Double, ByVal truncate As Long, ByVal log As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_minmax_percentile Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal lower_percentile As Double, ByVal upper_percentile As Double, ByVal quantile_type As Long, _
        ByVal truncate As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_minmax_sd Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal sds As Double, ByVal truncate As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_nonzero Lib "innoscore-0.dll" (ByVal row As LongPtr, _
        ByVal k As Long) As Double
Public Declare PtrSafe Function inno_flat_order_m Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal draws As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_orient Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_owa Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal order_weights As LongPtr, _
        ByVal order_count As Long, ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_passes Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal skewness As Double, ByVal kurtosis As Double, ByVal skewness_type As Long, _
        ByVal kurtosis_type As Long) As Double
Public Declare PtrSafe Function inno_flat_penalized_cv Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal coefficient As Double, ByVal deviation As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_percentile Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal ties As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_percentile_rank Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal ties As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_power_mean Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal power As Double, ByVal min_coverage As Double, _
        ByVal floor As Double, ByVal shift As Double) As Double
Public Declare PtrSafe Function inno_flat_promethee Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal preference As Long, ByVal indifference As Double, ByVal strict_preference As Double, _
        ByVal sigma As Double, ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_quantile Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal p As Double, ByVal type_ As Long) As Double
Public Declare PtrSafe Function inno_flat_rank Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal group As LongPtr, ByVal n As Long, ByVal direction As Long, ByVal ties As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_rank_from_below Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal ties As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_ratio_to_mean Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_ratio_to_worst Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_root Lib "innoscore-0.dll" (ByVal x As LongPtr, ByVal n As Long, _
        ByVal degree As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_root_search Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal max_degree As Long, ByVal skewness As Double, ByVal skewness_type As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_root_search_degree Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal max_degree As Long, ByVal skewness As Double, _
        ByVal skewness_type As Long) As Double
Public Declare PtrSafe Function inno_flat_score Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal parents As LongPtr, _
        ByVal directions As LongPtr, ByVal weights As LongPtr, ByVal nodes As Long, _
        ByVal treatment As Long, ByVal lower As Double, ByVal upper As Double, ByVal rule As Long, _
        ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_screen Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal forced As LongPtr, _
        ByVal rule As Long, ByVal min_coverage As Double, ByVal min_nonzero As Double, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_sd_fence Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal sds As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_skewness Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal type_ As Long) As Double
Public Declare PtrSafe Function inno_flat_sum Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal missing As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_topsis Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal scaling As Long, ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_treat Lib "innoscore-0.dll" (ByVal x As LongPtr, ByVal n As Long, _
        ByVal direction As Long, ByVal first As Long, ByVal first_parameter As Double, _
        ByVal second As Long, ByVal second_parameter As Double, ByVal skewness As Double, _
        ByVal kurtosis As Double, ByVal skewness_type As Long, ByVal kurtosis_type As Long, _
        ByVal combine As Long, ByVal force As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_treat_rule Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal first As Long, ByVal first_parameter As Double, _
        ByVal second As Long, ByVal second_parameter As Double, ByVal skewness As Double, _
        ByVal kurtosis As Double, ByVal skewness_type As Long, ByVal kurtosis_type As Long, _
        ByVal combine As Long, ByVal force As Long) As Double
Public Declare PtrSafe Function inno_flat_vikor Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal compromise As Double, ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_weighted_product Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double, ByVal floor As Double, _
        ByVal shift As Double) As Double
Public Declare PtrSafe Function inno_flat_weights Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal rule As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_winsorize Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal limit As Long, ByVal skewness As Double, ByVal kurtosis As Double, _
        ByVal skewness_type As Long, ByVal kurtosis_type As Long, ByVal force As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_winsorize_points Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal limit As Long, ByVal skewness As Double, ByVal kurtosis As Double, _
        ByVal skewness_type As Long, ByVal kurtosis_type As Long, ByVal force As Long) As Double
Public Declare PtrSafe Function inno_flat_winsorize_quantiles Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal lower_percentile As Double, ByVal upper_percentile As Double, _
        ByVal quantile_type As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_zscore Lib "innoscore-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal mean As Double, ByVal sd As Double, _
        ByVal log As Long, ByVal out As LongPtr) As Long
#Else
Public Declare PtrSafe Function inno_flat_above_below_mean Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal threshold As Double, ByVal log As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_aggregate Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal rule As Long, ByVal power As Double, ByVal min_coverage As Double, ByVal floor As Double, _
        ByVal shift As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_ahp Lib "innoscore32-0.dll" (ByVal judgements As LongPtr, _
        ByVal n As Long, ByVal column_major As Long, ByVal rule As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_ahp_ratio Lib "innoscore32-0.dll" (ByVal judgements As LongPtr, _
        ByVal n As Long, ByVal column_major As Long) As Double
Public Declare PtrSafe Function inno_flat_alpha Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, _
        ByVal standardized As Long) As Double
Public Declare PtrSafe Function inno_flat_ampi Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal reference_value As Double, ByVal log As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_arithmetic_mean Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_benefit_of_doubt Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal share_lower As Double, _
        ByVal share_upper As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_borda Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal ties As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_borda_count Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_boxcox Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal lambda As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_budget Lib "innoscore32-0.dll" (ByVal points As LongPtr, _
        ByVal experts As Long, ByVal children As Long, ByVal column_major As Long, ByVal total As Double, _
        ByVal rule As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_categorical Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal cuts As LongPtr, ByVal cut_count As Long, _
        ByVal scores As LongPtr, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_check Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long) As Long
Public Declare PtrSafe Function inno_flat_copeland Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_correlation Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal y As LongPtr, ByVal n As Long, ByVal rule As Long) As Double
Public Declare PtrSafe Function inno_flat_correlation_p Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal y As LongPtr, ByVal n As Long, ByVal rule As Long) As Double
Public Declare PtrSafe Function inno_flat_coverage Lib "innoscore32-0.dll" (ByVal row As LongPtr, _
        ByVal k As Long) As Double
Public Declare PtrSafe Function inno_flat_denominate Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal denominator As LongPtr, ByVal n As Long, ByVal scale As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_distance_to_max Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_distance_to_reference Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal reference As Long, ByVal cap As Long, _
        ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_distance_to_target Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal target As Double, ByVal cap As Long, _
        ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_fence Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal reach As Double, ByVal quantile_type As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_fixed_range Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal points As Double, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_fraction_of_max Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_geometric_mean Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double, ByVal floor As Double, _
        ByVal shift As Double) As Double
Public Declare PtrSafe Function inno_flat_goalposts Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal points As Double, ByVal truncate As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_harmonic_mean Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double, ByVal floor As Double, _
        ByVal shift As Double) As Double
Public Declare PtrSafe Function inno_flat_impute_constant Lib "innoscore32-0.dll" (ByVal values As LongPtr, _
        ByVal times As LongPtr, ByVal n As Long, ByVal max_age As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_em Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal ridge As Double, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_group_mean Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal group As LongPtr, ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_group_median Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal group As LongPtr, ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_hot_deck Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal group As LongPtr, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_latest Lib "innoscore32-0.dll" (ByVal values As LongPtr, _
        ByVal times As LongPtr, ByVal n As Long, ByVal max_age As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_linear Lib "innoscore32-0.dll" (ByVal values As LongPtr, _
        ByVal times As LongPtr, ByVal n As Long, ByVal max_age As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_linear_constant Lib "innoscore32-0.dll" (ByVal values As LongPtr, _
        ByVal times As LongPtr, ByVal n As Long, ByVal max_age As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_mean Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_median Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_nearest Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal neighbors As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_regression Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal too_few As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_impute_siblings Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal directions As LongPtr, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_kemeny Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal search_limit As Long, ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_kmo Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long) As Double
Public Declare PtrSafe Function inno_flat_kurtosis Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal type_ As Long) As Double
Public Declare PtrSafe Function inno_flat_log Lib "innoscore32-0.dll" (ByVal x As LongPtr, ByVal n As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_ct Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_ct_orig Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_ct_plus Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal skewness_type As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_gii Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal factor As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_log_gii_factor Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long) As Double
Public Declare PtrSafe Function inno_flat_mazziotta_pareto Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal penalty As Long, ByVal deviation As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_mean_min Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal alpha As Double, ByVal beta As Double, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_mean_of_best Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal count As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_mean_of_worst Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal count As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_median Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_minimum Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_minmax Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_minmax_inner Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal outliers As Long, ByVal width As Double, ByVal truncate As Long, ByVal log As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_minmax_percentile Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal lower_percentile As Double, ByVal upper_percentile As Double, ByVal quantile_type As Long, _
        ByVal truncate As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_minmax_sd Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal lower As Double, ByVal upper As Double, _
        ByVal sds As Double, ByVal truncate As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_nonzero Lib "innoscore32-0.dll" (ByVal row As LongPtr, _
        ByVal k As Long) As Double
Public Declare PtrSafe Function inno_flat_order_m Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal draws As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_orient Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_owa Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal order_weights As LongPtr, _
        ByVal order_count As Long, ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_passes Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal skewness As Double, ByVal kurtosis As Double, ByVal skewness_type As Long, _
        ByVal kurtosis_type As Long) As Double
Public Declare PtrSafe Function inno_flat_penalized_cv Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal coefficient As Double, ByVal deviation As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_percentile Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal ties As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_percentile_rank Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal ties As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_power_mean Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal power As Double, ByVal min_coverage As Double, _
        ByVal floor As Double, ByVal shift As Double) As Double
Public Declare PtrSafe Function inno_flat_promethee Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal preference As Long, ByVal indifference As Double, ByVal strict_preference As Double, _
        ByVal sigma As Double, ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_quantile Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal p As Double, ByVal type_ As Long) As Double
Public Declare PtrSafe Function inno_flat_rank Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal group As LongPtr, ByVal n As Long, ByVal direction As Long, ByVal ties As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_rank_from_below Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal ties As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_ratio_to_mean Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_ratio_to_worst Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal log As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_root Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal degree As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_root_search Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal max_degree As Long, ByVal skewness As Double, ByVal skewness_type As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_root_search_degree Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal max_degree As Long, ByVal skewness As Double, _
        ByVal skewness_type As Long) As Double
Public Declare PtrSafe Function inno_flat_score Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal parents As LongPtr, _
        ByVal directions As LongPtr, ByVal weights As LongPtr, ByVal nodes As Long, _
        ByVal treatment As Long, ByVal lower As Double, ByVal upper As Double, ByVal rule As Long, _
        ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_screen Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal forced As LongPtr, _
        ByVal rule As Long, ByVal min_coverage As Double, ByVal min_nonzero As Double, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_sd_fence Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal sds As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_skewness Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal type_ As Long) As Double
Public Declare PtrSafe Function inno_flat_sum Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal missing As Long, _
        ByVal min_coverage As Double) As Double
Public Declare PtrSafe Function inno_flat_topsis Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal scaling As Long, ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_treat Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal first As Long, ByVal first_parameter As Double, _
        ByVal second As Long, ByVal second_parameter As Double, ByVal skewness As Double, _
        ByVal kurtosis As Double, ByVal skewness_type As Long, ByVal kurtosis_type As Long, _
        ByVal combine As Long, ByVal force As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_treat_rule Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal first As Long, ByVal first_parameter As Double, _
        ByVal second As Long, ByVal second_parameter As Double, ByVal skewness As Double, _
        ByVal kurtosis As Double, ByVal skewness_type As Long, ByVal kurtosis_type As Long, _
        ByVal combine As Long, ByVal force As Long) As Double
Public Declare PtrSafe Function inno_flat_vikor Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal weights As LongPtr, _
        ByVal compromise As Double, ByVal min_coverage As Double, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_weighted_product Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal weights As LongPtr, ByVal n As Long, ByVal min_coverage As Double, ByVal floor As Double, _
        ByVal shift As Double) As Double
Public Declare PtrSafe Function inno_flat_weights Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal rows As Long, ByVal columns As Long, ByVal column_major As Long, ByVal rule As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_winsorize Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal limit As Long, ByVal skewness As Double, ByVal kurtosis As Double, _
        ByVal skewness_type As Long, ByVal kurtosis_type As Long, ByVal force As Long, _
        ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_winsorize_points Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal limit As Long, ByVal skewness As Double, ByVal kurtosis As Double, _
        ByVal skewness_type As Long, ByVal kurtosis_type As Long, ByVal force As Long) As Double
Public Declare PtrSafe Function inno_flat_winsorize_quantiles Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal lower_percentile As Double, ByVal upper_percentile As Double, _
        ByVal quantile_type As Long, ByVal out As LongPtr) As Long
Public Declare PtrSafe Function inno_flat_zscore Lib "innoscore32-0.dll" (ByVal x As LongPtr, _
        ByVal n As Long, ByVal direction As Long, ByVal mean As Double, ByVal sd As Double, _
        ByVal log As Long, ByVal out As LongPtr) As Long
#End If

' ---- the library ----

' Loads the library from the folder of this workbook or add-in, else from where Windows looks.
Public Sub InnoLoad()
    Dim folder As String
    If innoHandle <> 0 Then Exit Sub
    folder = ThisWorkbook.Path
    If Len(folder) > 0 Then innoHandle = LoadLibraryW(StrPtr(folder & "\" & INNO_DLL))
    If innoHandle = 0 Then innoHandle = LoadLibraryW(StrPtr(INNO_DLL))
    If innoHandle = 0 Then
        InnoFail INNO_VALUE, _
                "%s cannot be loaded; put it beside this workbook, on a disk of this computer. The workbook is in '%s'", _
                "kh\00F4ng n\1EA1p \0111\01B0\1EE3c %s; h\00E3y \0111\1EB7t t\1EC7p n\00E0y c\1EA1nh s\1ED5 t\00EDnh, tr\00EAn \1ED5 \0111\0129a c\1EE7a m\00E1y n\00E0y. S\1ED5 t\00EDnh \1EDF '%s'", _
                INNO_DLL, folder
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

Private Sub InnoFail(ByVal code As Long, ByVal english As String, ByVal vietnamese As String, _
        ParamArray given() As Variant)
    Dim filled As Variant
    filled = given
    Err.Raise vbObjectError + code, "Innoscore", InnoFill(InnoSay(english, vietnamese), filled)
End Sub

Private Sub InnoPass(ByVal cell As Variant, ByVal row As Long, ByVal column As Long, ByVal name As String)
    innoPassed = cell
    InnoFail INNO_PASSED, "there is an error in row %s, column %s of %s; correct that cell first", _
            "c\00F3 l\1ED7i \1EDF h\00E0ng %s, c\1ED9t %s c\1EE7a %s; h\00E3y s\1EEDa \00F4 \0111\00F3 tr\01B0\1EDBc", _
            row, column, InnoName(name)
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
        Case 101
            InnoFail INNO_NA, InnoStatus(status), InnoStatus(status)
        Case 300
            InnoFail INNO_VALUE, InnoStatus(status), InnoStatus(status)
        Case 100, 102, 106, 107, 200, 201, 202, 203
            InnoFail INNO_NUMBER, InnoStatus(status), InnoStatus(status)
        Case Else
            InnoFail INNO_VALUE, InnoStatus(status), InnoStatus(status)
    End Select
End Sub

' ---- ranges and arrays become numbers ----

' A range, an array or a single value as rows and columns from 1; an array of one dimension is a row, _
        as {1,2,3} is.
Private Function InnoGrid(ByVal given As Variant, ByRef rows As Long, ByRef columns As Long, _
        ByVal name As String) As Variant
    Dim value As Variant, grid() As Variant, i As Long, k As Long, second As Long, first As Long
    If IsObject(given) Then
        If given.Areas.Count > 1 Then InnoFail INNO_VALUE, "%s is of several areas; give one range", _
                "%s g\1ED3m nhi\1EC1u v\00F9ng; h\00E3y ch\1ECDn m\1ED9t v\00F9ng", InnoName(name)
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
Private Function InnoCell(ByVal cell As Variant, ByVal row As Long, ByVal column As Long, _
        ByVal name As String, _
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
            If alone Then InnoFail INNO_VALUE, "%s is the text '%s'; give a number", _
                    "%s l\00E0 ch\1EEF '%s'; h\00E3y nh\1EADp m\1ED9t s\1ED1", InnoName(name), _
                    InnoShort(Trim$(cell))
            InnoFail INNO_VALUE, _
                    "there is the text '%s' in row %s, column %s of %s; put a number there or leave the cell empty", _
                    "c\00F3 ch\1EEF '%s' \1EDF h\00E0ng %s, c\1ED9t %s c\1EE7a %s; h\00E3y nh\1EADp s\1ED1 ho\1EB7c \0111\1EC3 \00F4 tr\1ED1ng", _
                    InnoShort(Trim$(cell)), row, column, InnoName(name)
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
Private Function InnoColumn(ByVal given As Variant, ByVal name As String, ByVal size As Long, _
        ByVal needed As String, ByRef out() As Double) As Long
    Dim grid As Variant, rows As Long, columns As Long, i As Long
    If InnoLeftOut(given) Then
        If Len(needed) > 0 Then InnoFail INNO_VALUE, "%s is left out; %s needs it", _
                "thi\1EBFu %s; h\00E0m %s c\1EA7n \0111\1ED1i s\1ED1 n\00E0y", InnoName(name), needed
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

Private Function InnoLine(ByVal given As Variant, ByVal name As String, ByVal size As Long, _
        ByRef rows As Long, _
        ByRef columns As Long) As Variant
    InnoLine = InnoGrid(given, rows, columns, name)
    If rows > 1 And columns > 1 Then InnoFail INNO_VALUE, _
            "%s is a range of %s rows and %s columns; give one row or one column", _
            "%s l\00E0 v\00F9ng %s h\00E0ng v\00E0 %s c\1ED9t; h\00E3y ch\1ECDn m\1ED9t h\00E0ng ho\1EB7c m\1ED9t c\1ED9t", _
            InnoName(name), rows, columns
    If size >= 0 And rows * columns <> size Then InnoFail INNO_VALUE, "%s has %s cells, but %s are needed", _
            "%s c\00F3 %s \00F4, nh\01B0ng c\1EA7n %s \00F4", InnoName(name), rows * columns, size
End Function

' Labels become numbers: equal ones the same.
Private Function InnoGroup(ByVal given As Variant, ByVal name As String, ByVal size As Long, _
        ByVal needed As String, ByRef out() As Double) As Long
    Dim grid As Variant, rows As Long, columns As Long, i As Long, k As Long, count As Long
    Dim labels() As String, label As String, cell As Variant
    If InnoLeftOut(given) Then
        If Len(needed) > 0 Then InnoFail INNO_VALUE, "%s is left out; %s needs it", _
                "thi\1EBFu %s; h\00E0m %s c\1EA7n \0111\1ED1i s\1ED1 n\00E0y", InnoName(name), needed
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
Private Sub InnoMatrix(ByVal given As Variant, ByVal name As String, ByVal needed As String, _
        ByRef rows As Long, ByRef columns As Long, ByRef out() As Double)
    Dim grid As Variant, i As Long, k As Long
    If InnoLeftOut(given) Then InnoFail INNO_VALUE, "%s is left out; %s needs it", _
            "thi\1EBFu %s; h\00E0m %s c\1EA7n \0111\1ED1i s\1ED1 n\00E0y", InnoName(name), needed
    grid = InnoGrid(given, rows, columns, name)
    ReDim out(1 To rows, 1 To columns)
    For k = 1 To columns
        For i = 1 To rows
            out(i, k) = InnoCell(grid(i, k), i, k, name, False)
        Next i
    Next k
End Sub

Private Sub InnoSquare(ByVal given As Variant, ByVal name As String, ByVal needed As String, _
        ByRef rows As Long, ByRef columns As Long, ByRef out() As Double)
    InnoMatrix given, name, needed, rows, columns, out
    If rows <> columns Then InnoFail INNO_VALUE, _
            "%s has %s rows and %s columns; give as many rows as columns", _
            "%s c\00F3 %s h\00E0ng v\00E0 %s c\1ED9t; s\1ED1 h\00E0ng v\00E0 s\1ED1 c\1ED9t ph\1EA3i b\1EB1ng nhau", _
            InnoName(name), rows, columns
End Sub

' ---- single cells ----

' The value of one cell, Empty when it is left out or blank.
Private Function InnoSingle(ByVal given As Variant, ByVal name As String, ByVal needed As String) As Variant
    Dim grid As Variant, rows As Long, columns As Long, cell As Variant
    If Not InnoLeftOut(given) Then
        grid = InnoGrid(given, rows, columns, name)
        If rows <> 1 Or columns <> 1 Then InnoFail INNO_VALUE, _
                "%s is a range of %s rows and %s columns; give one cell", _
                "%s l\00E0 v\00F9ng %s h\00E0ng v\00E0 %s c\1ED9t; h\00E3y ch\1ECDn m\1ED9t \00F4", _
                InnoName(name), rows, columns
        cell = grid(1, 1)
        If VarType(cell) = vbError Then
            If cell <> CVErr(INNO_NA) Then InnoPass cell, 1, 1, name
            cell = Empty
        ElseIf VarType(cell) = vbString Then
            If Len(Trim$(cell)) = 0 Then cell = Empty
        End If
    End If
    If VarType(cell) = vbEmpty And Len(needed) > 0 Then InnoFail INNO_VALUE, "%s is left out; %s needs it", _
            "thi\1EBFu %s; h\00E0m %s c\1EA7n \0111\1ED1i s\1ED1 n\00E0y", InnoName(name), needed
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
    If Abs(number) > 2147483647# Or number <> Int(number) Then InnoFail INNO_VALUE, _
            "%s is %s; give a whole number", "%s l\00E0 %s; h\00E3y nh\1EADp s\1ED1 nguy\00EAn", _
            InnoName(name), number
    InnoInteger = CLng(number)
End Function

Private Function InnoFlag(ByVal given As Variant, ByVal name As String, ByVal needed As String) As Long
    InnoFlag = InnoInteger(given, name, needed)
    If InnoFlag = INNO_DEFAULT Or InnoFlag = 0 Or InnoFlag = 1 Then Exit Function
    InnoFail INNO_VALUE, "%s is %s; give TRUE or FALSE", _
            "%s l\00E0 %s; h\00E3y nh\1EADp TRUE ho\1EB7c FALSE", InnoName(name), InnoFlag
End Function

' A choice by its word or its number; words is "word=number word=number".
Private Function InnoChoice(ByVal given As Variant, ByVal name As String, ByVal needed As String, _
        ByVal words As String) As Long
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
    InnoFail INNO_VALUE, "%s is '%s'; it is one of %s", "%s l\00E0 '%s'; c\1EA7n l\00E0 m\1ED9t trong %s", _
            InnoName(name), InnoShort(Trim$(cell)), list
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

' A single number; NaN is missing when only the coverage withholds it, _
        else an error with the status of the column.
Private Function InnoScalar(ByVal name As String, ByRef number As Double, ByVal withheld As Boolean, _
        ByVal status As Long) As Variant
    InnoScalar = InnoOut(number)
    If Not InnoIsMissing(number) Or withheld Then Exit Function
    If status <> 102 Then InnoCheck status
    InnoFail INNO_NUMBER, "%s has no result for these values and options. It is: %s", _
            "%s kh\00F4ng c\00F3 k\1EBFt qu\1EA3 v\1EDBi c\00E1c gi\00E1 tr\1ECB v\00E0 t\00F9y ch\1ECDn n\00E0y. H\00E0m n\00E0y l\00E0: %s", _
            name, InnoHelp(name)
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
        Case 0
            answer = Application.Run(macro)
        Case 1
            answer = Application.Run(macro, a(0))
        Case 2
            answer = Application.Run(macro, a(0), a(1))
        Case 3
            answer = Application.Run(macro, a(0), a(1), a(2))
        Case 4
            answer = Application.Run(macro, a(0), a(1), a(2), a(3))
        Case 5
            answer = Application.Run(macro, a(0), a(1), a(2), a(3), a(4))
        Case 6
            answer = Application.Run(macro, a(0), a(1), a(2), a(3), a(4), a(5))
        Case 7
            answer = Application.Run(macro, a(0), a(1), a(2), a(3), a(4), a(5), a(6))
        Case 8
            answer = Application.Run(macro, a(0), a(1), a(2), a(3), a(4), a(5), a(6), a(7))
        Case 9
            answer = Application.Run(macro, a(0), a(1), a(2), a(3), a(4), a(5), a(6), a(7), a(8))
        Case 10
            answer = Application.Run(macro, a(0), a(1), a(2), a(3), a(4), a(5), a(6), a(7), a(8), a(9))
        Case 11
            answer = Application.Run(macro, a(0), a(1), a(2), a(3), a(4), a(5), a(6), a(7), a(8), a(9), a(10))
        Case 12
            answer = Application.Run(macro, a(0), a(1), a(2), a(3), a(4), a(5), a(6), a(7), a(8), a(9), _
                    a(10), a(11))
    End Select
    INNO_WHY = innoSentence
    Exit Function
NoSuch:
    INNO_WHY = CVErr(INNO_VALUE)
End Function

Private Function InnoMacro(ByVal name As String) As String
    InnoMacro = "'" & Replace(ThisWorkbook.Name, "'", "''") & "'!" & name
End Function

' Tells Excel the help of every function, _
        once: it is saved in the workbook. Run it before the workbook becomes an add-in.
Public Sub InnoRegister()
    InnoDescribe "SCORE", "A whole index from tables", _
            "C\1EA3 b\1ED9 ch\1EC9 s\1ED1 t\1EEB c\00E1c b\1EA3ng", _
            "values parents directions weights treatment lower upper rule min_coverage"
    InnoDescribe "ORIENT", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction log"
    InnoDescribe "MINMAX", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction lower upper log"
    InnoDescribe "ZSCORE", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction mean sd log"
    InnoDescribe "FIXED_RANGE", "Normalization", "Chu\1EA9n h\00F3a", _
            "values2 direction lower2 upper2 points log"
    InnoDescribe "GOALPOSTS", "Normalization", "Chu\1EA9n h\00F3a", _
            "values2 lower3 upper3 direction points truncate log"
    InnoDescribe "RANK_FROM_BELOW", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction ties"
    InnoDescribe "PERCENTILE_RANK", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction ties"
    InnoDescribe "BORDA", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction ties"
    InnoDescribe "DISTANCE_TO_MAX", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction log"
    InnoDescribe "DISTANCE_TO_REFERENCE", "Normalization", "Chu\1EA9n h\00F3a", _
            "values2 reference direction cap log"
    InnoDescribe "DISTANCE_TO_TARGET", "Normalization", "Chu\1EA9n h\00F3a", _
            "values2 target direction cap log"
    InnoDescribe "FRACTION_OF_MAX", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction log"
    InnoDescribe "MINMAX_PERCENTILE", "Normalization", "Chu\1EA9n h\00F3a", _
            "values2 direction lower upper lower_percentile upper_percentile quantile_type truncate log"
    InnoDescribe "MINMAX_SD", "Normalization", "Chu\1EA9n h\00F3a", _
            "values2 direction lower upper sds truncate log"
    InnoDescribe "MINMAX_INNER", "Normalization", "Chu\1EA9n h\00F3a", _
            "values2 direction lower upper outliers width truncate log"
    InnoDescribe "AMPI", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction reference_value log"
    InnoDescribe "PERCENTILE", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction ties"
    InnoDescribe "CATEGORICAL", "Normalization", "Chu\1EA9n h\00F3a", "values2 cuts scores direction"
    InnoDescribe "RATIO_TO_MEAN", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction log"
    InnoDescribe "RATIO_TO_WORST", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction log"
    InnoDescribe "ABOVE_BELOW_MEAN", "Normalization", "Chu\1EA9n h\00F3a", "values2 direction threshold log"
    InnoDescribe "ARITHMETIC_MEAN", "Means of one unit", _
            "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", "values2 weights2 min_coverage2"
    InnoDescribe "GEOMETRIC_MEAN", "Means of one unit", _
            "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", "values2 weights2 min_coverage2 floor shift"
    InnoDescribe "HARMONIC_MEAN", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 weights2 min_coverage2 floor shift"
    InnoDescribe "POWER_MEAN", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 power weights2 min_coverage2 floor shift"
    InnoDescribe "MEDIAN", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 weights2 min_coverage2"
    InnoDescribe "MINIMUM", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 weights2 min_coverage2"
    InnoDescribe "WEIGHTED_PRODUCT", "Means of one unit", _
            "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", "values2 weights2 min_coverage2 floor shift"
    InnoDescribe "SUM", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 weights2 missing min_coverage2"
    InnoDescribe "OWA", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 order_weights weights2 min_coverage2"
    InnoDescribe "MEAN_OF_BEST", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 count weights2 min_coverage2"
    InnoDescribe "MEAN_OF_WORST", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 count weights2 min_coverage2"
    InnoDescribe "MEAN_MIN", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 alpha beta weights2 min_coverage2"
    InnoDescribe "MAZZIOTTA_PARETO", "Means of one unit", _
            "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 weights2 penalty deviation min_coverage2"
    InnoDescribe "PENALIZED_CV", "Means of one unit", "Trung b\00ECnh c\1EE7a m\1ED9t \0111\01A1n v\1ECB", _
            "values2 weights2 coefficient deviation min_coverage2"
    InnoDescribe "AGGREGATE", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values3 weights2 rule2 power2 min_coverage2 floor shift"
    InnoDescribe "COPELAND", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values3 weights2 min_coverage2"
    InnoDescribe "BORDA_COUNT", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values3 weights2 min_coverage2"
    InnoDescribe "KEMENY", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values3 weights2 search_limit min_coverage2"
    InnoDescribe "TOPSIS", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values3 weights2 scaling min_coverage2"
    InnoDescribe "VIKOR", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values3 weights2 compromise min_coverage2"
    InnoDescribe "PROMETHEE", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values3 weights2 preference indifference strict_preference sigma min_coverage2"
    InnoDescribe "BENEFIT_OF_DOUBT", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values3 share_lower share_upper"
    InnoDescribe "ORDER_M", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values3 draws"
    InnoDescribe "RANK", "Aggregation that compares units, and ranks", _
            "T\1ED5ng h\1EE3p theo so s\00E1nh gi\1EEFa c\00E1c \0111\01A1n v\1ECB, v\00E0 th\1EE9 h\1EA1ng", _
            "values2 group direction ties"
    InnoDescribe "SKEWNESS", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2 type"
    InnoDescribe "KURTOSIS", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2 type2"
    InnoDescribe "PASSES", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", _
            "values2 skewness kurtosis skewness_type kurtosis_type"
    InnoDescribe "TREAT", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", _
            "values2 direction first first_parameter second second_parameter skewness kurtosis skewness_type kurtosis_type combine force"
    InnoDescribe "TREAT_RULE", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", _
            "values2 direction first first_parameter second second_parameter skewness kurtosis skewness_type kurtosis_type combine force"
    InnoDescribe "WINSORIZE", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", _
            "values2 limit skewness kurtosis skewness_type kurtosis_type force"
    InnoDescribe "WINSORIZE_POINTS", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", _
            "values2 limit skewness kurtosis skewness_type kurtosis_type force"
    InnoDescribe "LOG", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2"
    InnoDescribe "LOG_GII", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2 direction factor"
    InnoDescribe "LOG_GII_FACTOR", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2"
    InnoDescribe "LOG_CT", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2"
    InnoDescribe "LOG_CT_PLUS", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2 skewness_type"
    InnoDescribe "LOG_CT_ORIG", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2"
    InnoDescribe "BOXCOX", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2 lambda"
    InnoDescribe "ROOT", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2 degree"
    InnoDescribe "ROOT_SEARCH", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", _
            "values2 max_degree skewness2 skewness_type"
    InnoDescribe "ROOT_SEARCH_DEGREE", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", _
            "values2 max_degree skewness2 skewness_type"
    InnoDescribe "FENCE", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2 reach quantile_type"
    InnoDescribe "SD_FENCE", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", "values2 sds"
    InnoDescribe "WINSORIZE_QUANTILES", "Outliers and skewness", _
            "Gi\00E1 tr\1ECB ngo\1EA1i lai v\00E0 \0111\1ED9 l\1EC7ch", _
            "values2 lower_percentile2 upper_percentile2 quantile_type"
    InnoDescribe "COVERAGE", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values4"
    InnoDescribe "NONZERO", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values4"
    InnoDescribe "DENOMINATE", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values2 denominator scale"
    InnoDescribe "SCREEN", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", _
            "values3 forced rule3 min_coverage3 min_nonzero"
    InnoDescribe "IMPUTE_MEAN", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values2"
    InnoDescribe "IMPUTE_MEDIAN", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values2"
    InnoDescribe "IMPUTE_GROUP_MEAN", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values2 group"
    InnoDescribe "IMPUTE_GROUP_MEDIAN", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values2 group"
    InnoDescribe "IMPUTE_SIBLINGS", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values3 directions2"
    InnoDescribe "IMPUTE_REGRESSION", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values3 too_few"
    InnoDescribe "IMPUTE_EM", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values3 ridge"
    InnoDescribe "IMPUTE_NEAREST", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values3 neighbors"
    InnoDescribe "IMPUTE_HOT_DECK", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values3 group"
    InnoDescribe "IMPUTE_LATEST", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values5 times max_age"
    InnoDescribe "IMPUTE_LINEAR", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values5 times max_age"
    InnoDescribe "IMPUTE_CONSTANT", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values5 times max_age"
    InnoDescribe "IMPUTE_LINEAR_CONSTANT", "Missing values and denominators", _
            "Gi\00E1 tr\1ECB thi\1EBFu v\00E0 m\1EABu s\1ED1", "values5 times max_age"
    InnoDescribe "WEIGHTS", "Weights", "Tr\1ECDng s\1ED1", "values3 rule4"
    InnoDescribe "AHP", "Weights", "Tr\1ECDng s\1ED1", "judgements rule5"
    InnoDescribe "AHP_RATIO", "Weights", "Tr\1ECDng s\1ED1", "judgements"
    InnoDescribe "BUDGET", "Weights", "Tr\1ECDng s\1ED1", "points2 total rule6"
    InnoDescribe "QUANTILE", "Analysis", "Ph\00E2n t\00EDch", "values2 p type3"
    InnoDescribe "CORRELATION", "Analysis", "Ph\00E2n t\00EDch", "values2 others rule7"
    InnoDescribe "CORRELATION_P", "Analysis", "Ph\00E2n t\00EDch", "values2 others rule7"
    InnoDescribe "ALPHA", "Analysis", "Ph\00E2n t\00EDch", "values3 standardized"
    InnoDescribe "KMO", "Analysis", "Ph\00E2n t\00EDch", "values3"
End Sub

Private Sub InnoDescribe(ByVal name As String, ByVal english As String, ByVal vietnamese As String, _
        ByVal arguments As String)
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

Private Function InnoStatus(ByVal status As Long) As String
    Select Case status
        Case 0
            InnoStatus = InnoSay("success", "th\00E0nh c\00F4ng")
        Case 1
            InnoStatus = InnoSay("a required pointer is NULL", _
                    "thi\1EBFu con tr\1ECF b\1EAFt bu\1ED9c (NULL)")
        Case 2
            InnoStatus = InnoSay("an argument is outside its range", _
                    "tham s\1ED1 n\1EB1m ngo\00E0i ph\1EA1m vi cho ph\00E9p")
        Case 3
            InnoStatus = InnoSay("this scheme has no such key", _
                    "l\01B0\1EE3c \0111\1ED3 kh\00F4ng c\00F3 kh\00F3a n\00E0y")
        Case 4
            InnoStatus = InnoSay("the key has another type", "kh\00F3a c\00F3 ki\1EC3u kh\00E1c")
        Case 5
            InnoStatus = InnoSay("the value is outside the key's range", _
                    "gi\00E1 tr\1ECB n\1EB1m ngo\00E0i ph\1EA1m vi c\1EE7a kh\00F3a")
        Case 6
            InnoStatus = InnoSay("unknown rule", "kh\00F4ng c\00F3 quy t\1EAFc n\00E0y")
        Case 7
            InnoStatus = InnoSay("unknown code", "kh\00F4ng c\00F3 m\00E3 n\00E0y")
        Case 8
            InnoStatus = InnoSay("the code is already there", "m\00E3 b\1ECB tr\00F9ng")
        Case 9
            InnoStatus = InnoSay("the indicator set is not a tree with one index", _
                    "b\1ED9 ch\1EC9 ti\00EAu kh\00F4ng ph\1EA3i l\00E0 c\00E2y c\00F3 m\1ED9t g\1ED1c duy nh\1EA5t")
        Case 10
            InnoStatus = InnoSay("the object is frozen", "\0111\1ED1i t\01B0\1EE3ng \0111\00E3 kh\00F3a")
        Case 11
            InnoStatus = InnoSay("the object is not frozen yet", _
                    "\0111\1ED1i t\01B0\1EE3ng ch\01B0a kh\00F3a")
        Case 12
            InnoStatus = InnoSay("the steps are not in a possible order", _
                    "th\1EE9 t\1EF1 c\00E1c b\01B0\1EDBc kh\00F4ng h\1EE3p l\1EC7")
        Case 13
            InnoStatus = InnoSay("the buffer is too small", "b\1ED9 \0111\1EC7m qu\00E1 nh\1ECF")
        Case 14
            InnoStatus = InnoSay("pointer or stride is not a multiple of 8 bytes", _
                    "con tr\1ECF ho\1EB7c b\01B0\1EDBc nh\1EA3y kh\00F4ng chia h\1EBFt cho 8 byte")
        Case 15
            InnoStatus = InnoSay("the result did not keep this", _
                    "k\1EBFt qu\1EA3 kh\00F4ng l\01B0u ph\1EA7n n\00E0y")
        Case 16
            InnoStatus = InnoSay("the text is not valid UTF-8 without control characters", _
                    "v\0103n b\1EA3n kh\00F4ng ph\1EA3i UTF-8 h\1EE3p l\1EC7")
        Case 17
            InnoStatus = InnoSay("the run is not finished", "l\01B0\1EE3t t\00EDnh ch\01B0a xong")
        Case 18
            InnoStatus = InnoSay("the frames are of another method, or unusable", _
                    "c\00E1c khung thu\1ED9c ph\01B0\01A1ng ph\00E1p kh\00E1c, ho\1EB7c kh\00F4ng d\00F9ng \0111\01B0\1EE3c")
        Case 19
            InnoStatus = InnoSay("the tally is of something else, of the same replicates, or unusable", _
                    "b\1EA3ng \0111\1EBFm thu\1ED9c \0111\1ED1i t\01B0\1EE3ng kh\00E1c, tr\00F9ng l\01B0\1EE3t t\00EDnh, ho\1EB7c kh\00F4ng d\00F9ng \0111\01B0\1EE3c")
        Case 20
            InnoStatus = InnoSay("the text is no JSON of the expected form", _
                    "v\0103n b\1EA3n kh\00F4ng ph\1EA3i JSON \0111\00FAng d\1EA1ng")
        Case 100
            InnoStatus = InnoSay("a value is infinite", "c\00F3 gi\00E1 tr\1ECB v\00F4 h\1EA1n")
        Case 101
            InnoStatus = InnoSay("there are no values", "kh\00F4ng c\00F3 gi\00E1 tr\1ECB n\00E0o")
        Case 102
            InnoStatus = InnoSay("all values are equal", "m\1ECDi gi\00E1 tr\1ECB \0111\1EC1u b\1EB1ng nhau")
        Case 103
            InnoStatus = InnoSay("the dataset has no such column", _
                    "d\1EEF li\1EC7u kh\00F4ng c\00F3 c\1ED9t n\00E0y")
        Case 104
            InnoStatus = InnoSay("the dataset has no such group", _
                    "d\1EEF li\1EC7u kh\00F4ng c\00F3 nh\00F3m n\00E0y")
        Case 105
            InnoStatus = InnoSay("the rule needs a parameter that is not set", _
                    "quy t\1EAFc c\1EA7n m\1ED9t tham s\1ED1 ch\01B0a \0111\01B0\1EE3c \0111\1EB7t")
        Case 106
            InnoStatus = InnoSay("the weights of a node sum to zero", _
                    "t\1ED5ng tr\1ECDng s\1ED1 c\1EE7a m\1ED9t n\00FAt b\1EB1ng kh\00F4ng")
        Case 107
            InnoStatus = InnoSay("judgements of experts contradict each other or do not add up", _
                    "c\00E1c \0111\00E1nh gi\00E1 c\1EE7a chuy\00EAn gia m\00E2u thu\1EABn ho\1EB7c kh\00F4ng kh\1EDBp t\1ED5ng")
        Case 200
            InnoStatus = InnoSay("a logarithm, ratio or mean met a value that is not positive", _
                    "ph\00E9p logarit, t\1EF7 s\1ED1 ho\1EB7c trung b\00ECnh g\1EB7p gi\00E1 tr\1ECB kh\00F4ng d\01B0\01A1ng")
        Case 201
            InnoStatus = InnoSay("the rule is not defined for these values", _
                    "quy t\1EAFc kh\00F4ng x\00E1c \0111\1ECBnh v\1EDBi c\00E1c gi\00E1 tr\1ECB n\00E0y")
        Case 202
            InnoStatus = InnoSay("a result is too large for a double", _
                    "k\1EBFt qu\1EA3 v\01B0\1EE3t qu\00E1 ph\1EA1m vi s\1ED1 th\1EF1c")
        Case 203
            InnoStatus = InnoSay("a search did not converge within its limit", _
                    "ph\00E9p l\1EB7p ch\01B0a h\1ED9i t\1EE5 trong gi\1EDBi h\1EA1n cho ph\00E9p")
        Case 300
            InnoStatus = InnoSay("out of memory", "kh\00F4ng \0111\1EE7 b\1ED9 nh\1EDB")
        Case 301
            InnoStatus = InnoSay("a size is beyond the limits", _
                    "k\00EDch th\01B0\1EDBc v\01B0\1EE3t qu\00E1 gi\1EDBi h\1EA1n")
        Case Else
            InnoStatus = CStr(status)
    End Select
End Function

Private Function InnoName(ByVal word As String) As String
    Select Case word
        Case "values"
            InnoName = InnoSay("values", "gi\00E1 tr\1ECB")
        Case "parents"
            InnoName = InnoSay("parents", "c\1EA5p tr\00EAn")
        Case "directions"
            InnoName = InnoSay("directions", "chi\1EC1u")
        Case "weights"
            InnoName = InnoSay("weights", "tr\1ECDng s\1ED1")
        Case "treatment"
            InnoName = InnoSay("treatment", "x\1EED l\00FD")
        Case "lower"
            InnoName = InnoSay("lower", "\0111i\1EC3m th\1EA5p nh\1EA5t")
        Case "upper"
            InnoName = InnoSay("upper", "\0111i\1EC3m cao nh\1EA5t")
        Case "rule"
            InnoName = InnoSay("rule", "quy t\1EAFc")
        Case "min_coverage"
            InnoName = InnoSay("min_coverage", "\0111\1ED9 ph\1EE7 t\1ED1i thi\1EC3u")
        Case "values2"
            InnoName = InnoSay("values", "gi\00E1 tr\1ECB")
        Case "direction"
            InnoName = InnoSay("direction", "chi\1EC1u")
        Case "log"
            InnoName = InnoSay("log", "l\00F4garit")
        Case "mean"
            InnoName = InnoSay("mean", "trung b\00ECnh")
        Case "sd"
            InnoName = InnoSay("sd", "\0111\1ED9 l\1EC7ch chu\1EA9n")
        Case "lower2"
            InnoName = InnoSay("lower", "c\1EADn d\01B0\1EDBi")
        Case "upper2"
            InnoName = InnoSay("upper", "c\1EADn tr\00EAn")
        Case "points"
            InnoName = InnoSay("points", "s\1ED1 \0111i\1EC3m")
        Case "lower3"
            InnoName = InnoSay("lower", "m\1ED1c d\01B0\1EDBi")
        Case "upper3"
            InnoName = InnoSay("upper", "m\1ED1c tr\00EAn")
        Case "truncate"
            InnoName = InnoSay("truncate", "c\1EAFt")
        Case "ties"
            InnoName = InnoSay("ties", "\0111\1ED3ng h\1EA1ng")
        Case "reference"
            InnoName = InnoSay("reference", "tham chi\1EBFu")
        Case "cap"
            InnoName = InnoSay("cap", "gi\1EDBi h\1EA1n")
        Case "target"
            InnoName = InnoSay("target", "m\1EE5c ti\00EAu")
        Case "lower_percentile"
            InnoName = InnoSay("lower_percentile", "b\00E1ch ph\00E2n v\1ECB d\01B0\1EDBi")
        Case "upper_percentile"
            InnoName = InnoSay("upper_percentile", "b\00E1ch ph\00E2n v\1ECB tr\00EAn")
        Case "quantile_type"
            InnoName = InnoSay("quantile_type", "ki\1EC3u ph\00E2n v\1ECB")
        Case "sds"
            InnoName = InnoSay("sds", "s\1ED1 \0111\1ED9 l\1EC7ch chu\1EA9n")
        Case "outliers"
            InnoName = InnoSay("outliers", "ngo\1EA1i lai")
        Case "width"
            InnoName = InnoSay("width", "\0111\1ED9 r\1ED9ng")
        Case "reference_value"
            InnoName = InnoSay("reference_value", "gi\00E1 tr\1ECB tham chi\1EBFu")
        Case "cuts"
            InnoName = InnoSay("cuts", "m\1ED1c chia")
        Case "scores"
            InnoName = InnoSay("scores", "\0111i\1EC3m")
        Case "threshold"
            InnoName = InnoSay("threshold", "ng\01B0\1EE1ng")
        Case "weights2"
            InnoName = InnoSay("weights", "tr\1ECDng s\1ED1")
        Case "min_coverage2"
            InnoName = InnoSay("min_coverage", "\0111\1ED9 ph\1EE7 t\1ED1i thi\1EC3u")
        Case "floor"
            InnoName = InnoSay("floor", "m\1EE9c s\00E0n")
        Case "shift"
            InnoName = InnoSay("shift", "\0111\1ED9 d\1EDDi")
        Case "power"
            InnoName = InnoSay("power", "s\1ED1 m\0169")
        Case "missing"
            InnoName = InnoSay("missing", "thi\1EBFu")
        Case "order_weights"
            InnoName = InnoSay("order_weights", "tr\1ECDng s\1ED1 theo th\1EE9 t\1EF1")
        Case "count"
            InnoName = InnoSay("count", "s\1ED1 l\01B0\1EE3ng")
        Case "alpha"
            InnoName = InnoSay("alpha", "alpha")
        Case "beta"
            InnoName = InnoSay("beta", "beta")
        Case "penalty"
            InnoName = InnoSay("penalty", "d\1EA5u ph\1EA1t")
        Case "deviation"
            InnoName = InnoSay("deviation", "\0111\1ED9 l\1EC7ch chu\1EA9n")
        Case "coefficient"
            InnoName = InnoSay("coefficient", "h\1EC7 s\1ED1")
        Case "values3"
            InnoName = InnoSay("values", "gi\00E1 tr\1ECB")
        Case "rule2"
            InnoName = InnoSay("rule", "quy t\1EAFc")
        Case "power2"
            InnoName = InnoSay("power", "s\1ED1 m\0169")
        Case "search_limit"
            InnoName = InnoSay("search_limit", "gi\1EDBi h\1EA1n t\00ECm")
        Case "scaling"
            InnoName = InnoSay("scaling", "co gi\00E3n")
        Case "compromise"
            InnoName = InnoSay("compromise", "th\1ECFa hi\1EC7p")
        Case "preference"
            InnoName = InnoSay("preference", "\01B0u ti\00EAn")
        Case "indifference"
            InnoName = InnoSay("indifference", "ng\01B0\1EE1ng b\00E0ng quan")
        Case "strict_preference"
            InnoName = InnoSay("strict_preference", "ng\01B0\1EE1ng \01B0u ti\00EAn")
        Case "sigma"
            InnoName = InnoSay("sigma", "sigma")
        Case "share_lower"
            InnoName = InnoSay("share_lower", "t\1EF7 tr\1ECDng nh\1ECF nh\1EA5t")
        Case "share_upper"
            InnoName = InnoSay("share_upper", "t\1EF7 tr\1ECDng l\1EDBn nh\1EA5t")
        Case "draws"
            InnoName = InnoSay("draws", "s\1ED1 l\1EA7n r\00FAt")
        Case "group"
            InnoName = InnoSay("group", "nh\00F3m")
        Case "type"
            InnoName = InnoSay("type", "ki\1EC3u")
        Case "type2"
            InnoName = InnoSay("type", "ki\1EC3u")
        Case "skewness"
            InnoName = InnoSay("skewness", "ng\01B0\1EE1ng \0111\1ED9 l\1EC7ch")
        Case "kurtosis"
            InnoName = InnoSay("kurtosis", "ng\01B0\1EE1ng \0111\1ED9 nh\1ECDn")
        Case "skewness_type"
            InnoName = InnoSay("skewness_type", "ki\1EC3u \0111\1ED9 l\1EC7ch")
        Case "kurtosis_type"
            InnoName = InnoSay("kurtosis_type", "ki\1EC3u \0111\1ED9 nh\1ECDn")
        Case "first"
            InnoName = InnoSay("first", "quy t\1EAFc m\1ED9t")
        Case "first_parameter"
            InnoName = InnoSay("first_parameter", "tham s\1ED1 m\1ED9t")
        Case "second"
            InnoName = InnoSay("second", "quy t\1EAFc hai")
        Case "second_parameter"
            InnoName = InnoSay("second_parameter", "tham s\1ED1 hai")
        Case "combine"
            InnoName = InnoSay("combine", "n\1ED1i ti\1EBFp")
        Case "force"
            InnoName = InnoSay("force", "b\1EAFt bu\1ED9c")
        Case "limit"
            InnoName = InnoSay("limit", "gi\1EDBi h\1EA1n")
        Case "factor"
            InnoName = InnoSay("factor", "h\1EC7 s\1ED1")
        Case "lambda"
            InnoName = InnoSay("lambda", "lambda")
        Case "degree"
            InnoName = InnoSay("degree", "b\1EADc")
        Case "max_degree"
            InnoName = InnoSay("max_degree", "b\1EADc l\1EDBn nh\1EA5t")
        Case "skewness2"
            InnoName = InnoSay("skewness", "ng\01B0\1EE1ng \0111\1ED9 l\1EC7ch")
        Case "reach"
            InnoName = InnoSay("reach", "t\1EA7m")
        Case "lower_percentile2"
            InnoName = InnoSay("lower_percentile", "b\00E1ch ph\00E2n v\1ECB d\01B0\1EDBi")
        Case "upper_percentile2"
            InnoName = InnoSay("upper_percentile", "b\00E1ch ph\00E2n v\1ECB tr\00EAn")
        Case "values4"
            InnoName = InnoSay("values", "gi\00E1 tr\1ECB")
        Case "denominator"
            InnoName = InnoSay("denominator", "m\1EABu s\1ED1")
        Case "scale"
            InnoName = InnoSay("scale", "t\1EF7 l\1EC7")
        Case "forced"
            InnoName = InnoSay("forced", "b\1EAFt bu\1ED9c")
        Case "rule3"
            InnoName = InnoSay("rule", "quy t\1EAFc")
        Case "min_coverage3"
            InnoName = InnoSay("min_coverage", "\0111\1ED9 ph\1EE7 t\1ED1i thi\1EC3u")
        Case "min_nonzero"
            InnoName = InnoSay("min_nonzero", "t\1EF7 l\1EC7 kh\00E1c 0 t\1ED1i thi\1EC3u")
        Case "directions2"
            InnoName = InnoSay("directions", "chi\1EC1u")
        Case "too_few"
            InnoName = InnoSay("too_few", "qu\00E1 \00EDt")
        Case "ridge"
            InnoName = InnoSay("ridge", "ridge")
        Case "neighbors"
            InnoName = InnoSay("neighbors", "l\00E1ng gi\1EC1ng")
        Case "values5"
            InnoName = InnoSay("values", "gi\00E1 tr\1ECB")
        Case "times"
            InnoName = InnoSay("times", "th\1EDDi \0111i\1EC3m")
        Case "max_age"
            InnoName = InnoSay("max_age", "tu\1ED5i t\1ED1i \0111a")
        Case "rule4"
            InnoName = InnoSay("rule", "quy t\1EAFc")
        Case "judgements"
            InnoName = InnoSay("judgements", "\0111\00E1nh gi\00E1")
        Case "rule5"
            InnoName = InnoSay("rule", "quy t\1EAFc")
        Case "points2"
            InnoName = InnoSay("points", "\0111i\1EC3m")
        Case "total"
            InnoName = InnoSay("total", "t\1ED5ng")
        Case "rule6"
            InnoName = InnoSay("rule", "quy t\1EAFc")
        Case "p"
            InnoName = InnoSay("p", "x\00E1c su\1EA5t")
        Case "type3"
            InnoName = InnoSay("type", "ki\1EC3u")
        Case "others"
            InnoName = InnoSay("others", "gi\00E1 tr\1ECB kia")
        Case "rule7"
            InnoName = InnoSay("rule", "quy t\1EAFc")
        Case "standardized"
            InnoName = InnoSay("standardized", "chu\1EA9n h\00F3a")
    End Select
End Function

Private Function InnoArgument(ByVal word As String) As String
    Select Case word
        Case "values"
            InnoArgument = InnoSay("A row a unit, a column an indicator.", _
                    "M\1ED7i h\00E0ng m\1ED9t \0111\01A1n v\1ECB, m\1ED7i c\1ED9t m\1ED9t ch\1EC9 s\1ED1.")
        Case "parents"
            InnoArgument = InnoSay("For each column, then each aggregate, the number of the node above it, counted from 1; 0 or empty for the index.", _
                    "V\1EDBi m\1ED7i c\1ED9t, r\1ED3i m\1ED7i c\1EA5p t\1ED5ng h\1EE3p: s\1ED1 c\1EE7a n\00FAt c\1EA5p tr\00EAn, t\00EDnh t\1EEB 1; 0 ho\1EB7c tr\1ED1ng cho ch\1EC9 s\1ED1 chung.")
        Case "directions"
            InnoArgument = InnoSay("1 or -1 for each node; by default all 1.", _
                    "1 ho\1EB7c -1 cho m\1ED7i n\00FAt; m\1EB7c \0111\1ECBnh \0111\1EC1u 1.")
        Case "weights"
            InnoArgument = InnoSay("One a node among its siblings; by default all 1.", _
                    "M\1ED7i n\00FAt m\1ED9t tr\1ECDng s\1ED1 trong nh\00F3m; m\1EB7c \0111\1ECBnh \0111\1EC1u 1.")
        Case "treatment"
            InnoArgument = InnoSay("TRUE (default): outliers are treated.", _
                    "TRUE (m\1EB7c \0111\1ECBnh): c\00F3 x\1EED l\00FD ngo\1EA1i lai.")
        Case "lower"
            InnoArgument = InnoSay("Score of the worst; default 0.", _
                    "\0110i\1EC3m c\1EE7a gi\00E1 tr\1ECB k\00E9m nh\1EA5t; m\1EB7c \0111\1ECBnh 0.")
        Case "upper"
            InnoArgument = InnoSay("Score of the best; default 100.", _
                    "\0110i\1EC3m c\1EE7a gi\00E1 tr\1ECB t\1ED1t nh\1EA5t; m\1EB7c \0111\1ECBnh 100.")
        Case "rule"
            InnoArgument = InnoSay("Mean of every aggregate; default arithmetic.", _
                    "C\00E1ch l\1EA5y trung b\00ECnh; m\1EB7c \0111\1ECBnh arithmetic.")
        Case "min_coverage"
            InnoArgument = InnoSay("Share of the weight that must be there; default 0.", _
                    "Ph\1EA7n tr\1ECDng s\1ED1 ph\1EA3i c\00F3 d\1EEF li\1EC7u; m\1EB7c \0111\1ECBnh 0.")
        Case "values2"
            InnoArgument = InnoSay("One row or one column of numbers. Empty cells and #N/A are missing.", _
                    "M\1ED9t h\00E0ng ho\1EB7c m\1ED9t c\1ED9t s\1ED1. \00D4 tr\1ED1ng v\00E0 #N/A l\00E0 gi\00E1 tr\1ECB thi\1EBFu.")
        Case "direction"
            InnoArgument = InnoSay("1 = more is better (default), -1 = less is better.", _
                    "1 = c\00E0ng nhi\1EC1u c\00E0ng t\1ED1t (m\1EB7c \0111\1ECBnh), -1 = c\00E0ng \00EDt c\00E0ng t\1ED1t.")
        Case "log"
            InnoArgument = InnoSay("Logarithm before it; default none.", _
                    "L\1EA5y l\00F4garit tr\01B0\1EDBc; m\1EB7c \0111\1ECBnh none.")
        Case "mean"
            InnoArgument = InnoSay("Of the scores; default 0.", _
                    "C\1EE7a \0111i\1EC3m; m\1EB7c \0111\1ECBnh 0.")
        Case "sd"
            InnoArgument = InnoSay("Of the scores, above 0; default 1.", _
                    "C\1EE7a \0111i\1EC3m, l\1EDBn h\01A1n 0; m\1EB7c \0111\1ECBnh 1.")
        Case "lower2"
            InnoArgument = InnoSay("Smaller end in the unit of the values; default 0.", _
                    "\0110\1EA7u nh\1ECF, theo \0111\01A1n v\1ECB c\1EE7a gi\00E1 tr\1ECB; m\1EB7c \0111\1ECBnh 0.")
        Case "upper2"
            InnoArgument = InnoSay("Larger end in the unit of the values; default 100.", _
                    "\0110\1EA7u l\1EDBn, theo \0111\01A1n v\1ECB c\1EE7a gi\00E1 tr\1ECB; m\1EB7c \0111\1ECBnh 100.")
        Case "points"
            InnoArgument = InnoSay("Score at the good end; default 100.", _
                    "\0110i\1EC3m \1EDF \0111\1EA7u t\1ED1t; m\1EB7c \0111\1ECBnh 100.")
        Case "lower3"
            InnoArgument = InnoSay("Smaller post in the unit of the values.", _
                    "M\1ED1c nh\1ECF, theo \0111\01A1n v\1ECB c\1EE7a gi\00E1 tr\1ECB.")
        Case "upper3"
            InnoArgument = InnoSay("Larger post in the unit of the values.", _
                    "M\1ED1c l\1EDBn, theo \0111\01A1n v\1ECB c\1EE7a gi\00E1 tr\1ECB.")
        Case "truncate"
            InnoArgument = InnoSay("TRUE (default): what lies beyond the ends gets the ends.", _
                    "TRUE (m\1EB7c \0111\1ECBnh): gi\00E1 tr\1ECB v\01B0\1EE3t hai \0111\1EA7u nh\1EADn \0111i\1EC3m c\1EE7a \0111\1EA7u.")
        Case "ties"
            InnoArgument = InnoSay("Equal values; default competition (1, 2, 2, 4).", _
                    "Gi\00E1 tr\1ECB b\1EB1ng nhau; m\1EB7c \0111\1ECBnh competition (1, 2, 2, 4).")
        Case "reference"
            InnoArgument = InnoSay("Position of the reference unit, from 1.", _
                    "V\1ECB tr\00ED c\1EE7a \0111\01A1n v\1ECB tham chi\1EBFu, t\00EDnh t\1EEB 1.")
        Case "cap"
            InnoArgument = InnoSay("TRUE: scores above 1 become 1; default FALSE.", _
                    "TRUE: \0111i\1EC3m tr\00EAn 1 th\00E0nh 1; m\1EB7c \0111\1ECBnh FALSE.")
        Case "target"
            InnoArgument = InnoSay("In the unit of the values.", _
                    "Theo \0111\01A1n v\1ECB c\1EE7a gi\00E1 tr\1ECB.")
        Case "lower_percentile"
            InnoArgument = InnoSay("0 to 100; default 2.5.", "0 \0111\1EBFn 100; m\1EB7c \0111\1ECBnh 2,5.")
        Case "upper_percentile"
            InnoArgument = InnoSay("0 to 100; default 97.5.", "0 \0111\1EBFn 100; m\1EB7c \0111\1ECBnh 97,5.")
        Case "quantile_type"
            InnoArgument = InnoSay("1 to 9 of Hyndman and Fan; default 7, as PERCENTILE.INC.", _
                    "1 \0111\1EBFn 9 theo Hyndman v\00E0 Fan; m\1EB7c \0111\1ECBnh 7, nh\01B0 PERCENTILE.INC.")
        Case "sds"
            InnoArgument = InnoSay("Standard deviations on either side, above 0; default 2.", _
                    "S\1ED1 \0111\1ED9 l\1EC7ch chu\1EA9n m\1ED7i b\00EAn, l\1EDBn h\01A1n 0; m\1EB7c \0111\1ECBnh 2.")
        Case "outliers"
            InnoArgument = InnoSay("What is left out; default sd.", _
                    "Gi\00E1 tr\1ECB n\00E0o b\1ECB b\1ECF ra; m\1EB7c \0111\1ECBnh sd.")
        Case "width"
            InnoArgument = InnoSay("Standard deviations (default 2) or distances of the quartiles (default 1.5).", _
                    "S\1ED1 \0111\1ED9 l\1EC7ch chu\1EA9n (m\1EB7c \0111\1ECBnh 2) ho\1EB7c s\1ED1 kho\1EA3ng t\1EE9 ph\00E2n v\1ECB (m\1EB7c \0111\1ECBnh 1,5).")
        Case "reference_value"
            InnoArgument = InnoSay("Gets 100; default the mean.", _
                    "\0110\01B0\1EE3c 100 \0111i\1EC3m; m\1EB7c \0111\1ECBnh l\00E0 trung b\00ECnh.")
        Case "cuts"
            InnoArgument = InnoSay("Percentiles at which a class begins, ascending, 0 to 100.", _
                    "B\00E1ch ph\00E2n v\1ECB b\1EAFt \0111\1EA7u m\1ED7i l\1EDBp, t\0103ng d\1EA7n, 0 \0111\1EBFn 100.")
        Case "scores"
            InnoArgument = InnoSay("From the worst class to the best: one more than cuts.", _
                    "T\1EEB l\1EDBp k\00E9m nh\1EA5t \0111\1EBFn t\1ED1t nh\1EA5t: nhi\1EC1u h\01A1n s\1ED1 m\1ED1c m\1ED9t.")
        Case "threshold"
            InnoArgument = InnoSay("Share of the mean that counts as around it; default 0.2.", _
                    "Ph\1EA7n c\1EE7a trung b\00ECnh \0111\01B0\1EE3c coi l\00E0 quanh trung b\00ECnh; m\1EB7c \0111\1ECBnh 0,2.")
        Case "weights2"
            InnoArgument = InnoSay("One a value, 0 or more, none empty; by default all 1.", _
                    "M\1ED7i gi\00E1 tr\1ECB m\1ED9t tr\1ECDng s\1ED1, t\1EEB 0 tr\1EDF l\00EAn, kh\00F4ng \0111\1EC3 tr\1ED1ng; m\1EB7c \0111\1ECBnh \0111\1EC1u b\1EB1ng 1.")
        Case "min_coverage2"
            InnoArgument = InnoSay("Share of the weight that must be there, 0 to 1; default 0.", _
                    "Ph\1EA7n tr\1ECDng s\1ED1 ph\1EA3i c\00F3 d\1EEF li\1EC7u, 0 \0111\1EBFn 1; m\1EB7c \0111\1ECBnh 0.")
        Case "floor"
            InnoArgument = InnoSay("Smaller values count as this one, above 0; default none.", _
                    "Gi\00E1 tr\1ECB nh\1ECF h\01A1n \0111\01B0\1EE3c t\00EDnh b\1EB1ng m\1EE9c n\00E0y, l\1EDBn h\01A1n 0; m\1EB7c \0111\1ECBnh kh\00F4ng c\00F3.")
        Case "shift"
            InnoArgument = InnoSay("Mean of the values plus this, minus this; not together with floor; default none.", _
                    "L\1EA5y trung b\00ECnh c\1EE7a gi\00E1 tr\1ECB c\1ED9ng s\1ED1 n\00E0y r\1ED3i tr\1EEB \0111i; kh\00F4ng d\00F9ng c\00F9ng m\1EE9c s\00E0n; m\1EB7c \0111\1ECBnh kh\00F4ng c\00F3.")
        Case "power"
            InnoArgument = InnoSay("Not 0: 1 = arithmetic, -1 = harmonic.", _
                    "Kh\00E1c 0: 1 = c\1ED9ng, -1 = \0111i\1EC1u h\00F2a.")
        Case "missing"
            InnoArgument = InnoSay("What a missing value does; default rescale.", _
                    "C\00E1ch x\1EED l\00FD gi\00E1 tr\1ECB thi\1EBFu; m\1EB7c \0111\1ECBnh rescale.")
        Case "order_weights"
            InnoArgument = InnoSay("Weights from the largest value to the smallest; another number of them is read as a density.", _
                    "Tr\1ECDng s\1ED1 t\1EEB gi\00E1 tr\1ECB l\1EDBn nh\1EA5t \0111\1EBFn nh\1ECF nh\1EA5t; s\1ED1 l\01B0\1EE3ng kh\00E1c th\00EC \0111\01B0\1EE3c \0111\1ECDc nh\01B0 h\00E0m m\1EADt \0111\1ED9.")
        Case "count"
            InnoArgument = InnoSay("How many values, 1 or more.", _
                    "Bao nhi\00EAu gi\00E1 tr\1ECB, t\1EEB 1 tr\1EDF l\00EAn.")
        Case "alpha"
            InnoArgument = InnoSay("0 (mean) to 1.", "0 (trung b\00ECnh) \0111\1EBFn 1.")
        Case "beta"
            InnoArgument = InnoSay("0 or more; with 0 and alpha 1 the minimum.", _
                    "T\1EEB 0 tr\1EDF l\00EAn; b\1EB1ng 0 v\00E0 alpha b\1EB1ng 1 l\00E0 gi\00E1 tr\1ECB nh\1ECF nh\1EA5t.")
        Case "penalty"
            InnoArgument = InnoSay("Sign of the penalty for imbalance; default negative.", _
                    "D\1EA5u c\1EE7a ph\1EA7n ph\1EA1t m\1EA5t c\00E2n \0111\1ED1i; m\1EB7c \0111\1ECBnh negative.")
        Case "deviation"
            InnoArgument = InnoSay("Divisor of the variance; default population.", _
                    "M\1EABu s\1ED1 c\1EE7a ph\01B0\01A1ng sai; m\1EB7c \0111\1ECBnh population.")
        Case "coefficient"
            InnoArgument = InnoSay("Standard deviations that are taken off, 0 or more; default 1.", _
                    "S\1ED1 \0111\1ED9 l\1EC7ch chu\1EA9n b\1ECB tr\1EEB, t\1EEB 0 tr\1EDF l\00EAn; m\1EB7c \0111\1ECBnh 1.")
        Case "values3"
            InnoArgument = InnoSay("A row a unit, a column an indicator. Empty cells and #N/A are missing.", _
                    "M\1ED7i h\00E0ng m\1ED9t \0111\01A1n v\1ECB, m\1ED7i c\1ED9t m\1ED9t ch\1EC9 ti\00EAu. \00D4 tr\1ED1ng v\00E0 #N/A l\00E0 gi\00E1 tr\1ECB thi\1EBFu.")
        Case "rule2"
            InnoArgument = InnoSay("arithmetic (default), geometric, harmonic, power, median, minimum.", _
                    "arithmetic (m\1EB7c \0111\1ECBnh), geometric, harmonic, power, median, minimum.")
        Case "power2"
            InnoArgument = InnoSay("Of the rule power only.", "Ch\1EC9 d\00F9ng cho quy t\1EAFc power.")
        Case "search_limit"
            InnoArgument = InnoSay("Orders that the search may look at; default 10,000,000.", _
                    "S\1ED1 th\1EE9 t\1EF1 \0111\01B0\1EE3c x\00E9t; m\1EB7c \0111\1ECBnh 10.000.000.")
        Case "scaling"
            InnoArgument = InnoSay("How columns are scaled before distances; default none.", _
                    "C\00E1ch co gi\00E3n c\00E1c c\1ED9t tr\01B0\1EDBc khi t\00EDnh kho\1EA3ng c\00E1ch; m\1EB7c \0111\1ECBnh none.")
        Case "compromise"
            InnoArgument = InnoSay("Weight of the group against the worst regret, 0 to 1; default 0.5.", _
                    "Tr\1ECDng s\1ED1 c\1EE7a t\1EADp th\1EC3 so v\1EDBi thi\1EC7t h\1EA1i l\1EDBn nh\1EA5t, 0 \0111\1EBFn 1; m\1EB7c \0111\1ECBnh 0,5.")
        Case "preference"
            InnoArgument = InnoSay("What a difference counts; default usual.", _
                    "M\1ED9t ch\00EAnh l\1EC7ch \0111\01B0\1EE3c t\00EDnh th\1EBF n\00E0o; m\1EB7c \0111\1ECBnh usual.")
        Case "indifference"
            InnoArgument = InnoSay("Of u_shape, level, linear.", "C\1EE7a u_shape, level, linear.")
        Case "strict_preference"
            InnoArgument = InnoSay("Of v_shape, level, linear.", "C\1EE7a v_shape, level, linear.")
        Case "sigma"
            InnoArgument = InnoSay("Of gaussian.", "C\1EE7a gaussian.")
        Case "share_lower"
            InnoArgument = InnoSay("Floor of each contribution's share, 0 to 1; default 0.", _
                    "T\1EF7 tr\1ECDng \0111\00F3ng g\00F3p nh\1ECF nh\1EA5t, 0 \0111\1EBFn 1; m\1EB7c \0111\1ECBnh 0.")
        Case "share_upper"
            InnoArgument = InnoSay("Ceiling of each contribution's share, 0 to 1; default 1.", _
                    "T\1EF7 tr\1ECDng \0111\00F3ng g\00F3p l\1EDBn nh\1EA5t, 0 \0111\1EBFn 1; m\1EB7c \0111\1ECBnh 1.")
        Case "draws"
            InnoArgument = InnoSay("Units that are drawn for each comparison, 1 or more.", _
                    "S\1ED1 \0111\01A1n v\1ECB r\00FAt cho m\1ED7i l\1EA7n so s\00E1nh, t\1EEB 1 tr\1EDF l\00EAn.")
        Case "group"
            InnoArgument = InnoSay("A label or number a value; equal ones are a group.", _
                    "M\1ED7i gi\00E1 tr\1ECB m\1ED9t nh\00E3n ho\1EB7c s\1ED1; gi\1ED1ng nhau l\00E0 c\00F9ng nh\00F3m.")
        Case "type"
            InnoArgument = InnoSay("1, 2 (default, as SKEW) or 3.", _
                    "1, 2 (m\1EB7c \0111\1ECBnh, nh\01B0 SKEW) ho\1EB7c 3.")
        Case "type2"
            InnoArgument = InnoSay("1, 2 (default, as KURT) or 3.", _
                    "1, 2 (m\1EB7c \0111\1ECBnh, nh\01B0 KURT) ho\1EB7c 3.")
        Case "skewness"
            InnoArgument = InnoSay("A column passes below this skewness; default 2 ...", _
                    "C\1ED9t \0111\1EA1t khi \0111\1ED9 l\1EC7ch nh\1ECF h\01A1n m\1EE9c n\00E0y; m\1EB7c \0111\1ECBnh 2 ...")
        Case "kurtosis"
            InnoArgument = InnoSay("... or below this kurtosis; default 3.5.", _
                    "... ho\1EB7c \0111\1ED9 nh\1ECDn nh\1ECF h\01A1n m\1EE9c n\00E0y; m\1EB7c \0111\1ECBnh 3,5.")
        Case "skewness_type"
            InnoArgument = InnoSay("1, 2 (default, as SKEW) or 3.", _
                    "1, 2 (m\1EB7c \0111\1ECBnh, nh\01B0 SKEW) ho\1EB7c 3.")
        Case "kurtosis_type"
            InnoArgument = InnoSay("1, 2 (default, as KURT) or 3.", _
                    "1, 2 (m\1EB7c \0111\1ECBnh, nh\01B0 KURT) ho\1EB7c 3.")
        Case "first"
            InnoArgument = InnoSay("Default winsorize.", "M\1EB7c \0111\1ECBnh winsorize.")
        Case "first_parameter"
            InnoArgument = InnoSay("Limit, factor, lambda, degree, reach, sds or percentile of the first rule.", _
                    "Gi\1EDBi h\1EA1n, h\1EC7 s\1ED1, lambda, b\1EADc, t\1EA7m, s\1ED1 \0111\1ED9 l\1EC7ch chu\1EA9n hay b\00E1ch ph\00E2n v\1ECB c\1EE7a quy t\1EAFc m\1ED9t.")
        Case "second"
            InnoArgument = InnoSay("Default log_gii after winsorize, else none.", _
                    "M\1EB7c \0111\1ECBnh log_gii sau winsorize, c\00F2n l\1EA1i kh\00F4ng c\00F3.")
        Case "second_parameter"
            InnoArgument = InnoSay("As first_parameter, for the second rule.", _
                    "Nh\01B0 tham s\1ED1 m\1ED9t, cho quy t\1EAFc hai.")
        Case "combine"
            InnoArgument = InnoSay("TRUE: the second rule works on the values of the first; default FALSE.", _
                    "TRUE: quy t\1EAFc hai \00E1p l\00EAn k\1EBFt qu\1EA3 c\1EE7a quy t\1EAFc m\1ED9t; m\1EB7c \0111\1ECBnh FALSE.")
        Case "force"
            InnoArgument = InnoSay("TRUE: without the test; default FALSE.", _
                    "TRUE: kh\00F4ng ki\1EC3m tra tr\01B0\1EDBc; m\1EB7c \0111\1ECBnh FALSE.")
        Case "limit"
            InnoArgument = InnoSay("Values that may be moved; default 5.", _
                    "S\1ED1 gi\00E1 tr\1ECB \0111\01B0\1EE3c d\1EDDi; m\1EB7c \0111\1ECBnh 5.")
        Case "factor"
            InnoArgument = InnoSay("f with f times the maximum above 1; by default the smallest power of ten.", _
                    "f sao cho f nh\00E2n gi\00E1 tr\1ECB l\1EDBn nh\1EA5t tr\00EAn 1; m\1EB7c \0111\1ECBnh l\00E0 l\0169y th\1EEBa m\01B0\1EDDi nh\1ECF nh\1EA5t.")
        Case "lambda"
            InnoArgument = InnoSay("0 = logarithm.", "0 = l\00F4garit.")
        Case "degree"
            InnoArgument = InnoSay("1 or more; default 2.", _
                    "T\1EEB 1 tr\1EDF l\00EAn; m\1EB7c \0111\1ECBnh 2.")
        Case "max_degree"
            InnoArgument = InnoSay("2 to 1000; default 10.", "2 \0111\1EBFn 1000; m\1EB7c \0111\1ECBnh 10.")
        Case "skewness2"
            InnoArgument = InnoSay("Skewness to get below; default 2.", _
                    "\0110\1ED9 l\1EC7ch c\1EA7n xu\1ED1ng d\01B0\1EDBi; m\1EB7c \0111\1ECBnh 2.")
        Case "reach"
            InnoArgument = InnoSay("Distances of the quartiles, 0 or more; default 1.5.", _
                    "S\1ED1 kho\1EA3ng t\1EE9 ph\00E2n v\1ECB, t\1EEB 0 tr\1EDF l\00EAn; m\1EB7c \0111\1ECBnh 1,5.")
        Case "lower_percentile2"
            InnoArgument = InnoSay("0 to 100; default 5.", "0 \0111\1EBFn 100; m\1EB7c \0111\1ECBnh 5.")
        Case "upper_percentile2"
            InnoArgument = InnoSay("0 to 100; default 95.", "0 \0111\1EBFn 100; m\1EB7c \0111\1ECBnh 95.")
        Case "values4"
            InnoArgument = InnoSay("The values of one unit. Empty cells and #N/A are missing.", _
                    "C\00E1c gi\00E1 tr\1ECB c\1EE7a m\1ED9t \0111\01A1n v\1ECB. \00D4 tr\1ED1ng v\00E0 #N/A l\00E0 gi\00E1 tr\1ECB thi\1EBFu.")
        Case "denominator"
            InnoArgument = InnoSay("One a value; missing or 0 makes the result missing.", _
                    "M\1ED7i gi\00E1 tr\1ECB m\1ED9t m\1EABu s\1ED1; thi\1EBFu ho\1EB7c b\1EB1ng 0 th\00EC k\1EBFt qu\1EA3 thi\1EBFu.")
        Case "scale"
            InnoArgument = InnoSay("For instance 10000 for ""per 10,000 people""; default 1.", _
                    "V\00ED d\1EE5 10000 cho ""tr\00EAn 10.000 d\00E2n""; m\1EB7c \0111\1ECBnh 1.")
        Case "forced"
            InnoArgument = InnoSay("A number a unit: 1 = stays, 2 = left out, empty = by its data.", _
                    "M\1ED7i \0111\01A1n v\1ECB m\1ED9t s\1ED1: 1 = gi\1EEF, 2 = b\1ECF, tr\1ED1ng = theo d\1EEF li\1EC7u.")
        Case "rule3"
            InnoArgument = InnoSay("coverage (default), nonzero or both.", _
                    "coverage (m\1EB7c \0111\1ECBnh), nonzero ho\1EB7c both.")
        Case "min_coverage3"
            InnoArgument = InnoSay("Share of values that must be there, 0 to 1; default 2/3.", _
                    "T\1EF7 l\1EC7 gi\00E1 tr\1ECB ph\1EA3i c\00F3, 0 \0111\1EBFn 1; m\1EB7c \0111\1ECBnh 2/3.")
        Case "min_nonzero"
            InnoArgument = InnoSay("Share of values that must not be 0, 0 to 1; default 0.05.", _
                    "T\1EF7 l\1EC7 gi\00E1 tr\1ECB ph\1EA3i kh\00E1c 0, 0 \0111\1EBFn 1; m\1EB7c \0111\1ECBnh 0,05.")
        Case "directions2"
            InnoArgument = InnoSay("One a column of the values: 1 or -1; by default all 1.", _
                    "M\1ED7i c\1ED9t m\1ED9t s\1ED1: 1 ho\1EB7c -1; m\1EB7c \0111\1ECBnh \0111\1EC1u 1.")
        Case "too_few"
            InnoArgument = InnoSay("What happens with too few units; default refuse.", _
                    "L\00E0m g\00EC khi c\00F3 qu\00E1 \00EDt \0111\01A1n v\1ECB; m\1EB7c \0111\1ECBnh refuse.")
        Case "ridge"
            InnoArgument = InnoSay("Added to the diagonal, 0 or more; default 0.", _
                    "C\1ED9ng v\00E0o \0111\01B0\1EDDng ch\00E9o, t\1EEB 0 tr\1EDF l\00EAn; m\1EB7c \0111\1ECBnh 0.")
        Case "neighbors"
            InnoArgument = InnoSay("At most this many; default 5.", _
                    "Nhi\1EC1u nh\1EA5t ch\1EEBng n\00E0y; m\1EB7c \0111\1ECBnh 5.")
        Case "values5"
            InnoArgument = InnoSay("One unit's series. Empty cells and #N/A are missing.", _
                    "Chu\1ED7i c\1EE7a m\1ED9t \0111\01A1n v\1ECB. \00D4 tr\1ED1ng v\00E0 #N/A l\00E0 gi\00E1 tr\1ECB thi\1EBFu.")
        Case "times"
            InnoArgument = InnoSay("The years of the values, ascending.", _
                    "N\0103m c\1EE7a t\1EEBng gi\00E1 tr\1ECB, t\0103ng d\1EA7n.")
        Case "max_age"
            InnoArgument = InnoSay("Largest distance in time; default any.", _
                    "Kho\1EA3ng c\00E1ch th\1EDDi gian l\1EDBn nh\1EA5t; m\1EB7c \0111\1ECBnh kh\00F4ng gi\1EDBi h\1EA1n.")
        Case "rule4"
            InnoArgument = InnoSay("equal, deviation, entropy, gini, critic, merec, first_component, all_components, factors.", _
                    "equal, deviation, entropy, gini, critic, merec, first_component, all_components, factors.")
        Case "judgements"
            InnoArgument = InnoSay("How many times more the row matters than the column, a square.", _
                    "H\00E0ng quan tr\1ECDng h\01A1n c\1ED9t bao nhi\00EAu l\1EA7n, b\1EA3ng vu\00F4ng.")
        Case "rule5"
            InnoArgument = InnoSay("eigenvector (default), row_geometric or column_mean.", _
                    "eigenvector (m\1EB7c \0111\1ECBnh), row_geometric ho\1EB7c column_mean.")
        Case "points2"
            InnoArgument = InnoSay("A row an expert, a column an indicator.", _
                    "M\1ED7i h\00E0ng m\1ED9t chuy\00EAn gia, m\1ED7i c\1ED9t m\1ED9t ch\1EC9 ti\00EAu.")
        Case "total"
            InnoArgument = InnoSay("What each expert's points sum to.", _
                    "T\1ED5ng \0111i\1EC3m c\1EE7a m\1ED7i chuy\00EAn gia.")
        Case "rule6"
            InnoArgument = InnoSay("mean (default) or median.", _
                    "mean (m\1EB7c \0111\1ECBnh) ho\1EB7c median.")
        Case "p"
            InnoArgument = InnoSay("Probability, 0 to 1.", "X\00E1c su\1EA5t, 0 \0111\1EBFn 1.")
        Case "type3"
            InnoArgument = InnoSay("1 to 9 of Hyndman and Fan; default 7, as PERCENTILE.INC.", _
                    "1 \0111\1EBFn 9 theo Hyndman v\00E0 Fan; m\1EB7c \0111\1ECBnh 7, nh\01B0 PERCENTILE.INC.")
        Case "others"
            InnoArgument = InnoSay("As many numbers as values, in the same order.", _
                    "S\1ED1 l\01B0\1EE3ng v\00E0 th\1EE9 t\1EF1 nh\01B0 gi\00E1 tr\1ECB.")
        Case "rule7"
            InnoArgument = InnoSay("pearson (default), spearman or kendall.", _
                    "pearson (m\1EB7c \0111\1ECBnh), spearman ho\1EB7c kendall.")
        Case "standardized"
            InnoArgument = InnoSay("TRUE: of the correlations; default FALSE, of the covariances.", _
                    "TRUE: theo t\01B0\01A1ng quan; m\1EB7c \0111\1ECBnh FALSE, theo hi\1EC7p ph\01B0\01A1ng sai.")
    End Select
End Function

Private Function InnoHelp(ByVal name As String) As String
    Select Case name
        Case "SCORE"
            InnoHelp = InnoSay("Scores of the aggregates of a whole index.", _
                    "\0110i\1EC3m c\00E1c c\1EA5p t\1ED5ng h\1EE3p c\1EE7a c\1EA3 b\1ED9 ch\1EC9 s\1ED1.")
        Case "ORIENT"
            InnoHelp = InnoSay("Values times their direction: more is better then.", _
                    "Gi\00E1 tr\1ECB nh\00E2n v\1EDBi chi\1EC1u: khi \0111\00F3 c\00E0ng nhi\1EC1u c\00E0ng t\1ED1t.")
        Case "MINMAX"
            InnoHelp = InnoSay("Min-max: the worst value gets 0, the best 100.", _
                    "Min-max: gi\00E1 tr\1ECB k\00E9m nh\1EA5t \0111\01B0\1EE3c 0, t\1ED1t nh\1EA5t \0111\01B0\1EE3c 100.")
        Case "ZSCORE"
            InnoHelp = InnoSay("Standard deviations from the mean.", _
                    "S\1ED1 \0111\1ED9 l\1EC7ch chu\1EA9n so v\1EDBi trung b\00ECnh.")
        Case "FIXED_RANGE"
            InnoHelp = InnoSay("Scaling by a given range, never cut.", _
                    "Co gi\00E3n theo kho\1EA3ng cho tr\01B0\1EDBc, kh\00F4ng c\1EAFt.")
        Case "GOALPOSTS"
            InnoHelp = InnoSay("Goalposts: 0 at the bad post, 100 at the good one.", _
                    "M\1ED1c m\1EE5c ti\00EAu: 0 \1EDF m\1ED1c x\1EA5u, 100 \1EDF m\1ED1c t\1ED1t.")
        Case "RANK_FROM_BELOW"
            InnoHelp = InnoSay("Rank as a score: the best has the highest.", _
                    "H\1EA1ng l\00E0m \0111i\1EC3m: t\1ED1t nh\1EA5t c\00F3 \0111i\1EC3m cao nh\1EA5t.")
        Case "PERCENTILE_RANK"
            InnoHelp = InnoSay("(Rank from below - 1) / (number of values - 1).", _
                    "(H\1EA1ng t\1EEB d\01B0\1EDBi l\00EAn - 1) / (s\1ED1 gi\00E1 tr\1ECB - 1).")
        Case "BORDA"
            InnoHelp = InnoSay("Rank from below - 1.", "H\1EA1ng t\1EEB d\01B0\1EDBi l\00EAn - 1.")
        Case "DISTANCE_TO_MAX"
            InnoHelp = InnoSay("1 less the distance to the best over the range.", _
                    "1 tr\1EEB kho\1EA3ng c\00E1ch \0111\1EBFn gi\00E1 tr\1ECB t\1ED1t nh\1EA5t chia cho bi\00EAn \0111\1ED9.")
        Case "DISTANCE_TO_REFERENCE"
            InnoHelp = InnoSay("1 less the distance to a reference unit.", _
                    "1 tr\1EEB kho\1EA3ng c\00E1ch \0111\1EBFn \0111\01A1n v\1ECB tham chi\1EBFu.")
        Case "DISTANCE_TO_TARGET"
            InnoHelp = InnoSay("Part of the way from the worst to a target.", _
                    "Ph\1EA7n \0111\01B0\1EDDng \0111\00E3 \0111i t\1EEB gi\00E1 tr\1ECB k\00E9m nh\1EA5t \0111\1EBFn m\1EE5c ti\00EAu.")
        Case "FRACTION_OF_MAX"
            InnoHelp = InnoSay("Share of the best.", _
                    "T\1EF7 l\1EC7 so v\1EDBi gi\00E1 tr\1ECB t\1ED1t nh\1EA5t.")
        Case "MINMAX_PERCENTILE"
            InnoHelp = InnoSay("Min-max between two percentiles.", _
                    "Min-max gi\1EEFa hai b\00E1ch ph\00E2n v\1ECB.")
        Case "MINMAX_SD"
            InnoHelp = InnoSay("Min-max between mean - sds and mean + sds.", _
                    "Min-max trong kho\1EA3ng trung b\00ECnh c\1ED9ng tr\1EEB s\1ED1 \0111\1ED9 l\1EC7ch chu\1EA9n.")
        Case "MINMAX_INNER"
            InnoHelp = InnoSay("Min-max whose ends leave outliers out.", _
                    "Min-max v\1EDBi hai \0111\1EA7u \0111\00E3 b\1ECF ngo\1EA1i lai.")
        Case "AMPI"
            InnoHelp = InnoSay("Around a reference value, which gets 100; the range is 60 points.", _
                    "Quanh gi\00E1 tr\1ECB tham chi\1EBFu, \0111\01B0\1EE3c 100; bi\00EAn \0111\1ED9 l\00E0 60 \0111i\1EC3m.")
        Case "PERCENTILE"
            InnoHelp = InnoSay("100 times rank from below / number of values.", _
                    "100 nh\00E2n h\1EA1ng t\1EEB d\01B0\1EDBi l\00EAn chia s\1ED1 gi\00E1 tr\1ECB.")
        Case "CATEGORICAL"
            InnoHelp = InnoSay("Classes by percentile, a score for each.", _
                    "Chia l\1EDBp theo b\00E1ch ph\00E2n v\1ECB, m\1ED7i l\1EDBp m\1ED9t \0111i\1EC3m.")
        Case "RATIO_TO_MEAN"
            InnoHelp = InnoSay("Value over the mean.", "Gi\00E1 tr\1ECB chia trung b\00ECnh.")
        Case "RATIO_TO_WORST"
            InnoHelp = InnoSay("Value over the worst.", _
                    "Gi\00E1 tr\1ECB chia gi\00E1 tr\1ECB k\00E9m nh\1EA5t.")
        Case "ABOVE_BELOW_MEAN"
            InnoHelp = InnoSay("1 above the mean, 0 around it, -1 below.", _
                    "1 tr\00EAn trung b\00ECnh, 0 quanh trung b\00ECnh, -1 d\01B0\1EDBi trung b\00ECnh.")
        Case "ARITHMETIC_MEAN"
            InnoHelp = InnoSay("Weighted arithmetic mean of what is there.", _
                    "Trung b\00ECnh c\1ED9ng c\00F3 tr\1ECDng s\1ED1 c\1EE7a gi\00E1 tr\1ECB c\00F3 m\1EB7t.")
        Case "GEOMETRIC_MEAN"
            InnoHelp = InnoSay("Weighted geometric mean; values above 0.", _
                    "Trung b\00ECnh nh\00E2n c\00F3 tr\1ECDng s\1ED1; gi\00E1 tr\1ECB l\1EDBn h\01A1n 0.")
        Case "HARMONIC_MEAN"
            InnoHelp = InnoSay("Weighted harmonic mean; values above 0.", _
                    "Trung b\00ECnh \0111i\1EC1u h\00F2a c\00F3 tr\1ECDng s\1ED1; gi\00E1 tr\1ECB l\1EDBn h\01A1n 0.")
        Case "POWER_MEAN"
            InnoHelp = InnoSay("Weighted mean of a power.", _
                    "Trung b\00ECnh l\0169y th\1EEBa c\00F3 tr\1ECDng s\1ED1.")
        Case "MEDIAN"
            InnoHelp = InnoSay("Median; what has weight 0 takes no part.", _
                    "Trung v\1ECB; tr\1ECDng s\1ED1 0 th\00EC kh\00F4ng tham gia.")
        Case "MINIMUM"
            InnoHelp = InnoSay("Smallest; what has weight 0 takes no part.", _
                    "Nh\1ECF nh\1EA5t; tr\1ECDng s\1ED1 0 th\00EC kh\00F4ng tham gia.")
        Case "WEIGHTED_PRODUCT"
            InnoHelp = InnoSay("Product of powers, weights as given.", _
                    "T\00EDch c\00E1c l\0169y th\1EEBa, tr\1ECDng s\1ED1 gi\1EEF nguy\00EAn.")
        Case "SUM"
            InnoHelp = InnoSay("Points: weighted sum.", _
                    "C\1ED9ng \0111i\1EC3m: t\1ED5ng c\00F3 tr\1ECDng s\1ED1.")
        Case "OWA"
            InnoHelp = InnoSay("Ordered weighted average.", _
                    "Trung b\00ECnh c\00F3 tr\1ECDng s\1ED1 theo th\1EE9 t\1EF1.")
        Case "MEAN_OF_BEST"
            InnoHelp = InnoSay("Mean of the largest.", _
                    "Trung b\00ECnh c\00E1c gi\00E1 tr\1ECB l\1EDBn nh\1EA5t.")
        Case "MEAN_OF_WORST"
            InnoHelp = InnoSay("Mean of the smallest.", _
                    "Trung b\00ECnh c\00E1c gi\00E1 tr\1ECB nh\1ECF nh\1EA5t.")
        Case "MEAN_MIN"
            InnoHelp = InnoSay("Between mean and minimum.", _
                    "Gi\1EEFa trung b\00ECnh v\00E0 gi\00E1 tr\1ECB nh\1ECF nh\1EA5t.")
        Case "MAZZIOTTA_PARETO"
            InnoHelp = InnoSay("Mean with a penalty for imbalance.", _
                    "Trung b\00ECnh c\00F3 ph\1EA1t m\1EA5t c\00E2n \0111\1ED1i.")
        Case "PENALIZED_CV"
            InnoHelp = InnoSay("Mean less a multiple of the standard deviation.", _
                    "Trung b\00ECnh tr\1EEB b\1ED9i s\1ED1 c\1EE7a \0111\1ED9 l\1EC7ch chu\1EA9n.")
        Case "AGGREGATE"
            InnoHelp = InnoSay("A mean of each row.", "Trung b\00ECnh c\1EE7a m\1ED7i h\00E0ng.")
        Case "COPELAND"
            InnoHelp = InnoSay("Units outranked less units outranking.", _
                    "S\1ED1 \0111\01A1n v\1ECB thua tr\1EEB s\1ED1 \0111\01A1n v\1ECB th\1EAFng.")
        Case "BORDA_COUNT"
            InnoHelp = InnoSay("Weighted count of the units below.", _
                    "S\1ED1 \0111\01A1n v\1ECB x\1EBFp d\01B0\1EDBi, c\00F3 tr\1ECDng s\1ED1.")
        Case "KEMENY"
            InnoHelp = InnoSay("The order that agrees with most weight.", _
                    "Th\1EE9 t\1EF1 h\1EE3p v\1EDBi nhi\1EC1u tr\1ECDng s\1ED1 nh\1EA5t.")
        Case "TOPSIS"
            InnoHelp = InnoSay("Nearness to the best and distance from the worst.", _
                    "G\1EA7n \0111i\1EC3m t\1ED1t nh\1EA5t v\00E0 xa \0111i\1EC3m k\00E9m nh\1EA5t.")
        Case "VIKOR"
            InnoHelp = InnoSay("Compromise ranking; more is better.", _
                    "X\1EBFp h\1EA1ng th\1ECFa hi\1EC7p; c\00E0ng l\1EDBn c\00E0ng t\1ED1t.")
        Case "PROMETHEE"
            InnoHelp = InnoSay("Net flow of preferences, -1 to 1.", _
                    "D\00F2ng \01B0u ti\00EAn r\00F2ng, -1 \0111\1EBFn 1.")
        Case "BENEFIT_OF_DOUBT"
            InnoHelp = InnoSay("Each unit with its own best weights, 0 to 1.", _
                    "M\1ED7i \0111\01A1n v\1ECB v\1EDBi tr\1ECDng s\1ED1 c\00F3 l\1EE3i nh\1EA5t cho m\00ECnh, 0 \0111\1EBFn 1.")
        Case "ORDER_M"
            InnoHelp = InnoSay("Each unit against the best of some drawn ones, in expectation.", _
                    "M\1ED7i \0111\01A1n v\1ECB so v\1EDBi t\1ED1t nh\1EA5t trong s\1ED1 \0111\01B0\1EE3c r\00FAt, theo k\1EF3 v\1ECDng.")
        Case "RANK"
            InnoHelp = InnoSay("Places, 1 = best, with groups and ties.", _
                    "Th\1EE9 h\1EA1ng, 1 = t\1ED1t nh\1EA5t, theo nh\00F3m v\00E0 \0111\1ED3ng h\1EA1ng.")
        Case "SKEWNESS"
            InnoHelp = InnoSay("Skewness.", "\0110\1ED9 l\1EC7ch.")
        Case "KURTOSIS"
            InnoHelp = InnoSay("Excess kurtosis.", "\0110\1ED9 nh\1ECDn v\01B0\1EE3t chu\1EA9n.")
        Case "PASSES"
            InnoHelp = InnoSay("1 = needs no treatment, 0 = has outliers.", _
                    "1 = kh\00F4ng c\1EA7n x\1EED l\00FD, 0 = c\00F3 ngo\1EA1i lai.")
        Case "TREAT"
            InnoHelp = InnoSay("The whole treatment of GII and PII: winsorize, else the logarithm.", _
                    "To\00E0n b\1ED9 b\01B0\1EDBc x\1EED l\00FD c\1EE7a GII v\00E0 PII: winsorize, n\1EBFu ch\01B0a \0111\1EA1t th\00EC l\00F4garit.")
        Case "TREAT_RULE"
            InnoHelp = InnoSay("Which rule TREAT keeps: 1 none, 10 winsorize, 11 fence, 12 sd_fence, 13 quantiles, 20 log, 21 log_gii, 22 log_ct, 23 log_ct_plus, 24 log_ct_orig, 30 boxcox, 31 root, 32 root_search.", _
                    "TREAT gi\1EEF quy t\1EAFc n\00E0o: 1 none, 10 winsorize, 11 fence, 12 sd_fence, 13 quantiles, 20 log, 21 log_gii, 22 log_ct, 23 log_ct_plus, 24 log_ct_orig, 30 boxcox, 31 root, 32 root_search.")
        Case "WINSORIZE"
            InnoHelp = InnoSay("Moves extreme values to the next one until the column passes.", _
                    "D\1EDDi gi\00E1 tr\1ECB c\1EF1c \0111oan v\1EC1 gi\00E1 tr\1ECB k\1EBF b\00EAn \0111\1EBFn khi c\1ED9t \0111\1EA1t.")
        Case "WINSORIZE_POINTS"
            InnoHelp = InnoSay("How many values WINSORIZE moves.", _
                    "WINSORIZE d\1EDDi bao nhi\00EAu gi\00E1 tr\1ECB.")
        Case "LOG"
            InnoHelp = InnoSay("Natural logarithm; values above 0.", _
                    "L\00F4garit t\1EF1 nhi\00EAn; gi\00E1 tr\1ECB l\1EDBn h\01A1n 0.")
        Case "LOG_GII"
            InnoHelp = InnoSay("The logarithm of the GII, which keeps the direction.", _
                    "L\00F4garit c\1EE7a GII, gi\1EEF nguy\00EAn chi\1EC1u.")
        Case "LOG_GII_FACTOR"
            InnoHelp = InnoSay("The factor that LOG_GII takes by itself.", _
                    "H\1EC7 s\1ED1 LOG_GII t\1EF1 ch\1ECDn.")
        Case "LOG_CT"
            InnoHelp = InnoSay("ln(x - min + 0.01 (max - min)).", "ln(x - min + 0,01 (max - min)).")
        Case "LOG_CT_PLUS"
            InnoHelp = InnoSay("LOG_CT where the skewness is positive, else its mirror image.", _
                    "LOG_CT khi l\1EC7ch d\01B0\01A1ng, ng\01B0\1EE3c l\1EA1i l\00E0 \1EA3nh g\01B0\01A1ng.")
        Case "LOG_CT_ORIG"
            InnoHelp = InnoSay("ln(x - min + 1).", "ln(x - min + 1).")
        Case "BOXCOX"
            InnoHelp = InnoSay("Box-Cox transformation.", "Ph\00E9p bi\1EBFn \0111\1ED5i Box-Cox.")
        Case "ROOT"
            InnoHelp = InnoSay("Root; values 0 or more.", _
                    "C\0103n; gi\00E1 tr\1ECB t\1EEB 0 tr\1EDF l\00EAn.")
        Case "ROOT_SEARCH"
            InnoHelp = InnoSay("The smallest root that brings the skewness down.", _
                    "B\1EADc c\0103n nh\1ECF nh\1EA5t \0111\01B0a \0111\01B0\1EE3c \0111\1ED9 l\1EC7ch xu\1ED1ng.")
        Case "ROOT_SEARCH_DEGREE"
            InnoHelp = InnoSay("The degree that ROOT_SEARCH takes.", "B\1EADc c\0103n ROOT_SEARCH ch\1ECDn.")
        Case "FENCE"
            InnoHelp = InnoSay("Moves what lies far beyond the quartiles to the fence.", _
                    "D\1EDDi gi\00E1 tr\1ECB v\01B0\1EE3t xa t\1EE9 ph\00E2n v\1ECB v\1EC1 h\00E0ng r\00E0o.")
        Case "SD_FENCE"
            InnoHelp = InnoSay("Moves what lies beyond mean +- sds to there.", _
                    "D\1EDDi gi\00E1 tr\1ECB ngo\00E0i trung b\00ECnh c\1ED9ng tr\1EEB s\1ED1 \0111\1ED9 l\1EC7ch chu\1EA9n v\1EC1 \0111\00F3.")
        Case "WINSORIZE_QUANTILES"
            InnoHelp = InnoSay("Moves what lies beyond two percentiles to them.", _
                    "D\1EDDi gi\00E1 tr\1ECB ngo\00E0i hai b\00E1ch ph\00E2n v\1ECB v\1EC1 \0111\00F3.")
        Case "COVERAGE"
            InnoHelp = InnoSay("Share of the values that are there.", _
                    "T\1EF7 l\1EC7 gi\00E1 tr\1ECB c\00F3 m\1EB7t.")
        Case "NONZERO"
            InnoHelp = InnoSay("Share of the values there that are not 0.", _
                    "T\1EF7 l\1EC7 gi\00E1 tr\1ECB c\00F3 m\1EB7t kh\00E1c 0.")
        Case "DENOMINATE"
            InnoHelp = InnoSay("Values per denominator.", "Gi\00E1 tr\1ECB chia m\1EABu s\1ED1.")
        Case "SCREEN"
            InnoHelp = InnoSay("Which units have enough data: 1 = stays, 0 = left out.", _
                    "\0110\01A1n v\1ECB n\00E0o \0111\1EE7 d\1EEF li\1EC7u: 1 = gi\1EEF, 0 = b\1ECF.")
        Case "IMPUTE_MEAN"
            InnoHelp = InnoSay("Fills missing values with the mean.", _
                    "\0110i\1EC1n gi\00E1 tr\1ECB thi\1EBFu b\1EB1ng trung b\00ECnh.")
        Case "IMPUTE_MEDIAN"
            InnoHelp = InnoSay("Fills missing values with the median.", _
                    "\0110i\1EC1n gi\00E1 tr\1ECB thi\1EBFu b\1EB1ng trung v\1ECB.")
        Case "IMPUTE_GROUP_MEAN"
            InnoHelp = InnoSay("Fills missing values with the mean of the group.", _
                    "\0110i\1EC1n gi\00E1 tr\1ECB thi\1EBFu b\1EB1ng trung b\00ECnh c\1EE7a nh\00F3m.")
        Case "IMPUTE_GROUP_MEDIAN"
            InnoHelp = InnoSay("Fills missing values with the median of the group.", _
                    "\0110i\1EC1n gi\00E1 tr\1ECB thi\1EBFu b\1EB1ng trung v\1ECB c\1EE7a nh\00F3m.")
        Case "IMPUTE_SIBLINGS"
            InnoHelp = InnoSay("Fills missing values from the unit's other indicators.", _
                    "\0110i\1EC1n gi\00E1 tr\1ECB thi\1EBFu t\1EEB c\00E1c ch\1EC9 ti\00EAu kh\00E1c c\1EE7a \0111\01A1n v\1ECB.")
        Case "IMPUTE_REGRESSION"
            InnoHelp = InnoSay("Fills missing values by least squares on the other columns.", _
                    "\0110i\1EC1n gi\00E1 tr\1ECB thi\1EBFu b\1EB1ng h\1ED3i quy theo c\00E1c c\1ED9t kh\00E1c.")
        Case "IMPUTE_EM"
            InnoHelp = InnoSay("Fills missing values by EM under a normal distribution.", _
                    "\0110i\1EC1n gi\00E1 tr\1ECB thi\1EBFu b\1EB1ng EM theo ph\00E2n ph\1ED1i chu\1EA9n.")
        Case "IMPUTE_NEAREST"
            InnoHelp = InnoSay("Fills missing values from the nearest units.", _
                    "\0110i\1EC1n gi\00E1 tr\1ECB thi\1EBFu t\1EEB c\00E1c \0111\01A1n v\1ECB g\1EA7n nh\1EA5t.")
        Case "IMPUTE_HOT_DECK"
            InnoHelp = InnoSay("Fills missing values from the nearest complete unit of the group.", _
                    "\0110i\1EC1n gi\00E1 tr\1ECB thi\1EBFu t\1EEB \0111\01A1n v\1ECB \0111\1EA7y \0111\1EE7 g\1EA7n nh\1EA5t trong nh\00F3m.")
        Case "IMPUTE_LATEST"
            InnoHelp = InnoSay("Fills gaps of a series with the last value before.", _
                    "\0110i\1EC1n ch\1ED7 tr\1ED1ng c\1EE7a chu\1ED7i b\1EB1ng gi\00E1 tr\1ECB tr\01B0\1EDBc g\1EA7n nh\1EA5t.")
        Case "IMPUTE_LINEAR"
            InnoHelp = InnoSay("Fills gaps of a series on the line between its values.", _
                    "\0110i\1EC1n ch\1ED7 tr\1ED1ng c\1EE7a chu\1ED7i tr\00EAn \0111\01B0\1EDDng th\1EB3ng n\1ED1i c\00E1c gi\00E1 tr\1ECB.")
        Case "IMPUTE_CONSTANT"
            InnoHelp = InnoSay("Fills gaps with the last value before, the start with the first.", _
                    "\0110i\1EC1n ch\1ED7 tr\1ED1ng b\1EB1ng gi\00E1 tr\1ECB tr\01B0\1EDBc, \0111o\1EA1n \0111\1EA7u b\1EB1ng gi\00E1 tr\1ECB \0111\1EA7u.")
        Case "IMPUTE_LINEAR_CONSTANT"
            InnoHelp = InnoSay("As IMPUTE_LINEAR; a single value is taken everywhere.", _
                    "Nh\01B0 IMPUTE_LINEAR; n\1EBFu ch\1EC9 c\00F3 m\1ED9t gi\00E1 tr\1ECB th\00EC d\00F9ng cho t\1EA5t c\1EA3.")
        Case "WEIGHTS"
            InnoHelp = InnoSay("Weights from the data.", "Tr\1ECDng s\1ED1 t\1EEB d\1EEF li\1EC7u.")
        Case "AHP"
            InnoHelp = InnoSay("Weights from pairwise judgements.", _
                    "Tr\1ECDng s\1ED1 t\1EEB so s\00E1nh t\1EEBng c\1EB7p.")
        Case "AHP_RATIO"
            InnoHelp = InnoSay("Consistency ratio of the judgements; at most 0.1 is advised.", _
                    "T\1EF7 s\1ED1 nh\1EA5t qu\00E1n c\1EE7a \0111\00E1nh gi\00E1; n\00EAn kh\00F4ng qu\00E1 0,1.")
        Case "BUDGET"
            InnoHelp = InnoSay("Weights from the points of experts.", _
                    "Tr\1ECDng s\1ED1 t\1EEB \0111i\1EC3m ph\00E2n b\1ED5 c\1EE7a chuy\00EAn gia.")
        Case "QUANTILE"
            InnoHelp = InnoSay("Quantile.", "Ph\00E2n v\1ECB.")
        Case "CORRELATION"
            InnoHelp = InnoSay("Correlation of two columns.", "T\01B0\01A1ng quan c\1EE7a hai c\1ED9t.")
        Case "CORRELATION_P"
            InnoHelp = InnoSay("Two-sided p-value of the correlation.", _
                    "Gi\00E1 tr\1ECB p hai ph\00EDa c\1EE7a t\01B0\01A1ng quan.")
        Case "ALPHA"
            InnoHelp = InnoSay("Cronbach's alpha of the columns.", _
                    "Cronbach's alpha c\1EE7a c\00E1c c\1ED9t.")
        Case "KMO"
            InnoHelp = InnoSay("Sampling adequacy of Kaiser, Meyer and Olkin.", _
                    "\0110\1ED9 th\00EDch h\1EE3p m\1EABu Kaiser-Meyer-Olkin.")
    End Select
End Function

' ---- the functions for cells ----

Public Function INNO_SCORE(ByVal values As Variant, ByVal parents As Variant, _
        Optional ByVal directions As Variant, Optional ByVal weights As Variant, _
        Optional ByVal treatment As Variant, Optional ByVal lower As Variant, _
        Optional ByVal upper As Variant, Optional ByVal rule As Variant, _
        Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, a2() As Double, _
            n2 As Long, a3() As Double, n3 As Long, v4 As Long, v5 As Double, v6 As Double, v7 As Long, _
            v8 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values", "SCORE", rows0, columns0, a0
    n1 = InnoColumn(parents, "parents", -1, "SCORE", a1)
    n2 = InnoColumn(directions, "directions", n1, "", a2)
    n3 = InnoColumn(weights, "weights", n1, "", a3)
    v4 = InnoFlag(treatment, "treatment", "")
    v5 = InnoNumber(lower, "lower", "")
    v6 = InnoNumber(upper, "upper", "")
    v7 = InnoChoice(rule, "rule", "", INNO_WORDS_AGGREGATE_RULE)
    v8 = InnoNumber(min_coverage, "min_coverage", "")
    If n1 <= columns0 Then InnoCheck 9
    ReDim result(1 To rows0, 1 To n1 - columns0)
    InnoCheck inno_flat_score(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), InnoAddress(a2, _
            n2), InnoAddress(a3, n3), n1, v4, v5, v6, v7, v8, VarPtr(result(1, 1)))
    INNO_SCORE = InnoTable(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_SCORE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_ORIENT(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "ORIENT", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_orient(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_ORIENT = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_ORIENT = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MINMAX(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal lower As Variant, Optional ByVal upper As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Double, v4 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MINMAX", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoNumber(lower, "lower", "")
    v3 = InnoNumber(upper, "upper", "")
    v4 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_minmax(InnoAddress(a0, n0), n0, v1, v2, v3, v4, VarPtr(result(1)))
    INNO_MINMAX = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MINMAX = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_ZSCORE(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal mean As Variant, Optional ByVal sd As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Double, v4 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "ZSCORE", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoNumber(mean, "mean", "")
    v3 = InnoNumber(sd, "sd", "")
    v4 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_zscore(InnoAddress(a0, n0), n0, v1, v2, v3, v4, VarPtr(result(1)))
    INNO_ZSCORE = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_ZSCORE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_FIXED_RANGE(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal lower As Variant, Optional ByVal upper As Variant, Optional ByVal points As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Double, v4 As Double, v5 As Long, _
            result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "FIXED_RANGE", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoNumber(lower, "lower2", "")
    v3 = InnoNumber(upper, "upper2", "")
    v4 = InnoNumber(points, "points", "")
    v5 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_fixed_range(InnoAddress(a0, n0), n0, v1, v2, v3, v4, v5, VarPtr(result(1)))
    INNO_FIXED_RANGE = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_FIXED_RANGE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_GOALPOSTS(ByVal values As Variant, ByVal lower As Variant, ByVal upper As Variant, _
        Optional ByVal direction As Variant, Optional ByVal points As Variant, _
        Optional ByVal truncate As Variant, Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, v2 As Double, v3 As Long, v4 As Double, v5 As Long, _
            v6 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "GOALPOSTS", a0)
    v1 = InnoNumber(lower, "lower3", "GOALPOSTS")
    v2 = InnoNumber(upper, "upper3", "GOALPOSTS")
    v3 = InnoInteger(direction, "direction", "")
    v4 = InnoNumber(points, "points", "")
    v5 = InnoFlag(truncate, "truncate", "")
    v6 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_goalposts(InnoAddress(a0, n0), n0, v3, v1, v2, v4, v5, v6, VarPtr(result(1)))
    INNO_GOALPOSTS = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_GOALPOSTS = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_RANK_FROM_BELOW(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal ties As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "RANK_FROM_BELOW", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(ties, "ties", "", INNO_WORDS_RANK_TIES)
    ReDim result(1 To n0)
    InnoCheck inno_flat_rank_from_below(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_RANK_FROM_BELOW = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_RANK_FROM_BELOW = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_PERCENTILE_RANK(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal ties As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "PERCENTILE_RANK", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(ties, "ties", "", INNO_WORDS_RANK_TIES)
    ReDim result(1 To n0)
    InnoCheck inno_flat_percentile_rank(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_PERCENTILE_RANK = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_PERCENTILE_RANK = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_BORDA(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal ties As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "BORDA", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(ties, "ties", "", INNO_WORDS_RANK_TIES)
    ReDim result(1 To n0)
    InnoCheck inno_flat_borda(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_BORDA = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_BORDA = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_DISTANCE_TO_MAX(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "DISTANCE_TO_MAX", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_distance_to_max(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_DISTANCE_TO_MAX = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_DISTANCE_TO_MAX = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_DISTANCE_TO_REFERENCE(ByVal values As Variant, ByVal reference As Variant, _
        Optional ByVal direction As Variant, Optional ByVal cap As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, v3 As Long, v4 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "DISTANCE_TO_REFERENCE", a0)
    v1 = InnoInteger(reference, "reference", "DISTANCE_TO_REFERENCE")
    v2 = InnoInteger(direction, "direction", "")
    v3 = InnoFlag(cap, "cap", "")
    v4 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_distance_to_reference(InnoAddress(a0, n0), n0, v2, v1, v3, v4, VarPtr(result(1)))
    INNO_DISTANCE_TO_REFERENCE = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_DISTANCE_TO_REFERENCE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_DISTANCE_TO_TARGET(ByVal values As Variant, ByVal target As Variant, _
        Optional ByVal direction As Variant, Optional ByVal cap As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, v2 As Long, v3 As Long, v4 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "DISTANCE_TO_TARGET", a0)
    v1 = InnoNumber(target, "target", "DISTANCE_TO_TARGET")
    v2 = InnoInteger(direction, "direction", "")
    v3 = InnoFlag(cap, "cap", "")
    v4 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_distance_to_target(InnoAddress(a0, n0), n0, v2, v1, v3, v4, VarPtr(result(1)))
    INNO_DISTANCE_TO_TARGET = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_DISTANCE_TO_TARGET = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_FRACTION_OF_MAX(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "FRACTION_OF_MAX", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_fraction_of_max(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_FRACTION_OF_MAX = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_FRACTION_OF_MAX = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MINMAX_PERCENTILE(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal lower As Variant, Optional ByVal upper As Variant, _
        Optional ByVal lower_percentile As Variant, Optional ByVal upper_percentile As Variant, _
        Optional ByVal quantile_type As Variant, Optional ByVal truncate As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Double, v4 As Double, v5 As Double, _
            v6 As Long, v7 As Long, v8 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MINMAX_PERCENTILE", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoNumber(lower, "lower", "")
    v3 = InnoNumber(upper, "upper", "")
    v4 = InnoNumber(lower_percentile, "lower_percentile", "")
    v5 = InnoNumber(upper_percentile, "upper_percentile", "")
    v6 = InnoInteger(quantile_type, "quantile_type", "")
    v7 = InnoFlag(truncate, "truncate", "")
    v8 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_minmax_percentile(InnoAddress(a0, n0), n0, v1, v2, v3, v4, v5, v6, v7, v8, _
            VarPtr(result(1)))
    INNO_MINMAX_PERCENTILE = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MINMAX_PERCENTILE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MINMAX_SD(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal lower As Variant, Optional ByVal upper As Variant, Optional ByVal sds As Variant, _
        Optional ByVal truncate As Variant, Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Double, v4 As Double, v5 As Long, _
            v6 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MINMAX_SD", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoNumber(lower, "lower", "")
    v3 = InnoNumber(upper, "upper", "")
    v4 = InnoNumber(sds, "sds", "")
    v5 = InnoFlag(truncate, "truncate", "")
    v6 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_minmax_sd(InnoAddress(a0, n0), n0, v1, v2, v3, v4, v5, v6, VarPtr(result(1)))
    INNO_MINMAX_SD = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MINMAX_SD = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MINMAX_INNER(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal lower As Variant, Optional ByVal upper As Variant, _
        Optional ByVal outliers As Variant, Optional ByVal width As Variant, _
        Optional ByVal truncate As Variant, Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Double, v4 As Long, v5 As Double, _
            v6 As Long, v7 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MINMAX_INNER", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoNumber(lower, "lower", "")
    v3 = InnoNumber(upper, "upper", "")
    v4 = InnoChoice(outliers, "outliers", "", INNO_WORDS_NORMALIZE_OUTLIERS)
    v5 = InnoNumber(width, "width", "")
    v6 = InnoFlag(truncate, "truncate", "")
    v7 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_minmax_inner(InnoAddress(a0, n0), n0, v1, v2, v3, v4, v5, v6, v7, VarPtr(result(1)))
    INNO_MINMAX_INNER = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MINMAX_INNER = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_AMPI(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal reference_value As Variant, Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "AMPI", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoNumber(reference_value, "reference_value", "")
    v3 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_ampi(InnoAddress(a0, n0), n0, v1, v2, v3, VarPtr(result(1)))
    INNO_AMPI = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_AMPI = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_PERCENTILE(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal ties As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "PERCENTILE", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(ties, "ties", "", INNO_WORDS_RANK_TIES)
    ReDim result(1 To n0)
    InnoCheck inno_flat_percentile(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_PERCENTILE = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_PERCENTILE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_CATEGORICAL(ByVal values As Variant, ByVal cuts As Variant, ByVal scores As Variant, _
        Optional ByVal direction As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, a2() As Double, n2 As Long, v3 As Long, _
            result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "CATEGORICAL", a0)
    n1 = InnoColumn(cuts, "cuts", -1, "CATEGORICAL", a1)
    n2 = InnoColumn(scores, "scores", n1 + 1, "CATEGORICAL", a2)
    v3 = InnoInteger(direction, "direction", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_categorical(InnoAddress(a0, n0), n0, v3, InnoAddress(a1, n1), n1, InnoAddress(a2, _
            n2), VarPtr(result(1)))
    INNO_CATEGORICAL = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_CATEGORICAL = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_RATIO_TO_MEAN(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "RATIO_TO_MEAN", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_ratio_to_mean(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_RATIO_TO_MEAN = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_RATIO_TO_MEAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_RATIO_TO_WORST(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "RATIO_TO_WORST", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_ratio_to_worst(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_RATIO_TO_WORST = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_RATIO_TO_WORST = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_ABOVE_BELOW_MEAN(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal threshold As Variant, Optional ByVal log As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "ABOVE_BELOW_MEAN", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoNumber(threshold, "threshold", "")
    v3 = InnoChoice(log, "log", "", INNO_WORDS_NORMALIZE_LOG)
    ReDim result(1 To n0)
    InnoCheck inno_flat_above_below_mean(InnoAddress(a0, n0), n0, v1, v2, v3, VarPtr(result(1)))
    INNO_ABOVE_BELOW_MEAN = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_ABOVE_BELOW_MEAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_ARITHMETIC_MEAN(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "ARITHMETIC_MEAN", a0)
    n1 = InnoColumn(weights, "weights2", n0, "", a1)
    v2 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_arithmetic_mean(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_arithmetic_mean(InnoAddress(a0, n0), InnoAddress(a1, n1), _
                n0, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_ARITHMETIC_MEAN = InnoScalar("ARITHMETIC_MEAN", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_ARITHMETIC_MEAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_GEOMETRIC_MEAN(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal min_coverage As Variant, Optional ByVal floor As Variant, _
        Optional ByVal shift As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, v3 As Double, v4 As Double, _
            found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "GEOMETRIC_MEAN", a0)
    n1 = InnoColumn(weights, "weights2", n0, "", a1)
    v2 = InnoNumber(min_coverage, "min_coverage2", "")
    v3 = InnoNumber(floor, "floor", "")
    v4 = InnoNumber(shift, "shift", "")
    found = inno_flat_geometric_mean(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, v3, v4)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_geometric_mean(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, _
                0#, v3, v4))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_GEOMETRIC_MEAN = InnoScalar("GEOMETRIC_MEAN", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_GEOMETRIC_MEAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_HARMONIC_MEAN(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal min_coverage As Variant, Optional ByVal floor As Variant, _
        Optional ByVal shift As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, v3 As Double, v4 As Double, _
            found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "HARMONIC_MEAN", a0)
    n1 = InnoColumn(weights, "weights2", n0, "", a1)
    v2 = InnoNumber(min_coverage, "min_coverage2", "")
    v3 = InnoNumber(floor, "floor", "")
    v4 = InnoNumber(shift, "shift", "")
    found = inno_flat_harmonic_mean(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, v3, v4)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_harmonic_mean(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, _
                0#, v3, v4))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_HARMONIC_MEAN = InnoScalar("HARMONIC_MEAN", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_HARMONIC_MEAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_POWER_MEAN(ByVal values As Variant, ByVal power As Variant, _
        Optional ByVal weights As Variant, Optional ByVal min_coverage As Variant, _
        Optional ByVal floor As Variant, Optional ByVal shift As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, a2() As Double, n2 As Long, v3 As Double, v4 As Double, _
            v5 As Double, found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "POWER_MEAN", a0)
    v1 = InnoNumber(power, "power", "POWER_MEAN")
    n2 = InnoColumn(weights, "weights2", n0, "", a2)
    v3 = InnoNumber(min_coverage, "min_coverage2", "")
    v4 = InnoNumber(floor, "floor", "")
    v5 = InnoNumber(shift, "shift", "")
    found = inno_flat_power_mean(InnoAddress(a0, n0), InnoAddress(a2, n2), n0, v1, v3, v4, v5)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_power_mean(InnoAddress(a0, n0), InnoAddress(a2, n2), n0, v1, _
                0#, v4, v5))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_POWER_MEAN = InnoScalar("POWER_MEAN", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_POWER_MEAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MEDIAN(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MEDIAN", a0)
    n1 = InnoColumn(weights, "weights2", n0, "", a1)
    v2 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_median(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_median(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_MEDIAN = InnoScalar("MEDIAN", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MEDIAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MINIMUM(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MINIMUM", a0)
    n1 = InnoColumn(weights, "weights2", n0, "", a1)
    v2 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_minimum(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_minimum(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_MINIMUM = InnoScalar("MINIMUM", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MINIMUM = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_WEIGHTED_PRODUCT(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal min_coverage As Variant, Optional ByVal floor As Variant, _
        Optional ByVal shift As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, v3 As Double, v4 As Double, _
            found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "WEIGHTED_PRODUCT", a0)
    n1 = InnoColumn(weights, "weights2", n0, "", a1)
    v2 = InnoNumber(min_coverage, "min_coverage2", "")
    v3 = InnoNumber(floor, "floor", "")
    v4 = InnoNumber(shift, "shift", "")
    found = inno_flat_weighted_product(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, v3, v4)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_weighted_product(InnoAddress(a0, n0), InnoAddress(a1, n1), _
                n0, 0#, v3, v4))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_WEIGHTED_PRODUCT = InnoScalar("WEIGHTED_PRODUCT", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_WEIGHTED_PRODUCT = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_SUM(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal missing As Variant, Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Long, v3 As Double, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "SUM", a0)
    n1 = InnoColumn(weights, "weights2", n0, "", a1)
    v2 = InnoChoice(missing, "missing", "", INNO_WORDS_AGGREGATE_MISSING)
    v3 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_sum(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, v3)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_sum(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_SUM = InnoScalar("SUM", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_SUM = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_OWA(ByVal values As Variant, ByVal order_weights As Variant, _
        Optional ByVal weights As Variant, Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, a2() As Double, n2 As Long, v3 As Double, _
            found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "OWA", a0)
    n1 = InnoColumn(order_weights, "order_weights", -1, "OWA", a1)
    n2 = InnoColumn(weights, "weights2", n0, "", a2)
    v3 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_owa(InnoAddress(a0, n0), InnoAddress(a2, n2), n0, InnoAddress(a1, n1), n1, v3)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_owa(InnoAddress(a0, n0), InnoAddress(a2, n2), n0, _
                InnoAddress(a1, n1), n1, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_OWA = InnoScalar("OWA", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_OWA = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MEAN_OF_BEST(ByVal values As Variant, ByVal count As Variant, _
        Optional ByVal weights As Variant, Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, a2() As Double, n2 As Long, v3 As Double, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MEAN_OF_BEST", a0)
    v1 = InnoInteger(count, "count", "MEAN_OF_BEST")
    n2 = InnoColumn(weights, "weights2", n0, "", a2)
    v3 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_mean_of_best(InnoAddress(a0, n0), InnoAddress(a2, n2), n0, v1, v3)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_mean_of_best(InnoAddress(a0, n0), InnoAddress(a2, n2), n0, _
                v1, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_MEAN_OF_BEST = InnoScalar("MEAN_OF_BEST", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MEAN_OF_BEST = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MEAN_OF_WORST(ByVal values As Variant, ByVal count As Variant, _
        Optional ByVal weights As Variant, Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, a2() As Double, n2 As Long, v3 As Double, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MEAN_OF_WORST", a0)
    v1 = InnoInteger(count, "count", "MEAN_OF_WORST")
    n2 = InnoColumn(weights, "weights2", n0, "", a2)
    v3 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_mean_of_worst(InnoAddress(a0, n0), InnoAddress(a2, n2), n0, v1, v3)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_mean_of_worst(InnoAddress(a0, n0), InnoAddress(a2, n2), n0, _
                v1, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_MEAN_OF_WORST = InnoScalar("MEAN_OF_WORST", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MEAN_OF_WORST = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MEAN_MIN(ByVal values As Variant, ByVal alpha As Variant, ByVal beta As Variant, _
        Optional ByVal weights As Variant, Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, v2 As Double, a3() As Double, n3 As Long, v4 As Double, _
            found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MEAN_MIN", a0)
    v1 = InnoNumber(alpha, "alpha", "MEAN_MIN")
    v2 = InnoNumber(beta, "beta", "MEAN_MIN")
    n3 = InnoColumn(weights, "weights2", n0, "", a3)
    v4 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_mean_min(InnoAddress(a0, n0), InnoAddress(a3, n3), n0, v1, v2, v4)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_mean_min(InnoAddress(a0, n0), InnoAddress(a3, n3), n0, v1, _
                v2, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_MEAN_MIN = InnoScalar("MEAN_MIN", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MEAN_MIN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_MAZZIOTTA_PARETO(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal penalty As Variant, Optional ByVal deviation As Variant, _
        Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Long, v3 As Long, v4 As Double, _
            found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "MAZZIOTTA_PARETO", a0)
    n1 = InnoColumn(weights, "weights2", n0, "", a1)
    v2 = InnoChoice(penalty, "penalty", "", INNO_WORDS_AGGREGATE_PENALTY)
    v3 = InnoChoice(deviation, "deviation", "", INNO_WORDS_AGGREGATE_DEVIATION)
    v4 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_mazziotta_pareto(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, v3, v4)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_mazziotta_pareto(InnoAddress(a0, n0), InnoAddress(a1, n1), _
                n0, v2, v3, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_MAZZIOTTA_PARETO = InnoScalar("MAZZIOTTA_PARETO", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_MAZZIOTTA_PARETO = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_PENALIZED_CV(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal coefficient As Variant, Optional ByVal deviation As Variant, _
        Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, v3 As Long, v4 As Double, _
            found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "PENALIZED_CV", a0)
    n1 = InnoColumn(weights, "weights2", n0, "", a1)
    v2 = InnoNumber(coefficient, "coefficient", "")
    v3 = InnoChoice(deviation, "deviation", "", INNO_WORDS_AGGREGATE_DEVIATION)
    v4 = InnoNumber(min_coverage, "min_coverage2", "")
    found = inno_flat_penalized_cv(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, v3, v4)
    If InnoIsMissing(found) Then
        withheld = Not InnoIsMissing(inno_flat_penalized_cv(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, _
                v2, v3, 0#))
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_PENALIZED_CV = InnoScalar("PENALIZED_CV", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_PENALIZED_CV = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_AGGREGATE(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal rule As Variant, Optional ByVal power As Variant, _
        Optional ByVal min_coverage As Variant, Optional ByVal floor As Variant, _
        Optional ByVal shift As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, v2 As Long, _
            v3 As Double, v4 As Double, v5 As Double, v6 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "AGGREGATE", rows0, columns0, a0
    n1 = InnoColumn(weights, "weights2", columns0, "", a1)
    v2 = InnoChoice(rule, "rule2", "", INNO_WORDS_AGGREGATE_RULE)
    v3 = InnoNumber(power, "power2", "")
    v4 = InnoNumber(min_coverage, "min_coverage2", "")
    v5 = InnoNumber(floor, "floor", "")
    v6 = InnoNumber(shift, "shift", "")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_aggregate(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), v2, v3, v4, _
            v5, v6, VarPtr(result(1)))
    INNO_AGGREGATE = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_AGGREGATE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_COPELAND(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, v2 As Double, _
            result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "COPELAND", rows0, columns0, a0
    n1 = InnoColumn(weights, "weights2", columns0, "", a1)
    v2 = InnoNumber(min_coverage, "min_coverage2", "")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_copeland(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), v2, _
            VarPtr(result(1)))
    INNO_COPELAND = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_COPELAND = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_BORDA_COUNT(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, v2 As Double, _
            result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "BORDA_COUNT", rows0, columns0, a0
    n1 = InnoColumn(weights, "weights2", columns0, "", a1)
    v2 = InnoNumber(min_coverage, "min_coverage2", "")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_borda_count(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), v2, _
            VarPtr(result(1)))
    INNO_BORDA_COUNT = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_BORDA_COUNT = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_KEMENY(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal search_limit As Variant, Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, v2 As Long, _
            v3 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "KEMENY", rows0, columns0, a0
    n1 = InnoColumn(weights, "weights2", columns0, "", a1)
    v2 = InnoInteger(search_limit, "search_limit", "")
    v3 = InnoNumber(min_coverage, "min_coverage2", "")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_kemeny(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), v2, v3, _
            VarPtr(result(1)))
    INNO_KEMENY = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_KEMENY = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_TOPSIS(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal scaling As Variant, Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, v2 As Long, _
            v3 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "TOPSIS", rows0, columns0, a0
    n1 = InnoColumn(weights, "weights2", columns0, "", a1)
    v2 = InnoChoice(scaling, "scaling", "", INNO_WORDS_AGGREGATE_SCALING)
    v3 = InnoNumber(min_coverage, "min_coverage2", "")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_topsis(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), v2, v3, _
            VarPtr(result(1)))
    INNO_TOPSIS = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_TOPSIS = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_VIKOR(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal compromise As Variant, Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, v2 As Double, _
            v3 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "VIKOR", rows0, columns0, a0
    n1 = InnoColumn(weights, "weights2", columns0, "", a1)
    v2 = InnoNumber(compromise, "compromise", "")
    v3 = InnoNumber(min_coverage, "min_coverage2", "")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_vikor(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), v2, v3, _
            VarPtr(result(1)))
    INNO_VIKOR = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_VIKOR = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_PROMETHEE(ByVal values As Variant, Optional ByVal weights As Variant, _
        Optional ByVal preference As Variant, Optional ByVal indifference As Variant, _
        Optional ByVal strict_preference As Variant, Optional ByVal sigma As Variant, _
        Optional ByVal min_coverage As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, v2 As Long, _
            v3 As Double, v4 As Double, v5 As Double, v6 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "PROMETHEE", rows0, columns0, a0
    n1 = InnoColumn(weights, "weights2", columns0, "", a1)
    v2 = InnoChoice(preference, "preference", "", INNO_WORDS_AGGREGATE_PREFERENCE)
    v3 = InnoNumber(indifference, "indifference", "")
    v4 = InnoNumber(strict_preference, "strict_preference", "")
    v5 = InnoNumber(sigma, "sigma", "")
    v6 = InnoNumber(min_coverage, "min_coverage2", "")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_promethee(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), v2, v3, v4, _
            v5, v6, VarPtr(result(1)))
    INNO_PROMETHEE = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_PROMETHEE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_BENEFIT_OF_DOUBT(ByVal values As Variant, Optional ByVal share_lower As Variant, _
        Optional ByVal share_upper As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, v1 As Double, v2 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "BENEFIT_OF_DOUBT", rows0, columns0, a0
    v1 = InnoNumber(share_lower, "share_lower", "")
    v2 = InnoNumber(share_upper, "share_upper", "")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_benefit_of_doubt(VarPtr(a0(1, 1)), rows0, columns0, 1, v1, v2, VarPtr(result(1)))
    INNO_BENEFIT_OF_DOUBT = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_BENEFIT_OF_DOUBT = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_ORDER_M(ByVal values As Variant, ByVal draws As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, v1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "ORDER_M", rows0, columns0, a0
    v1 = InnoInteger(draws, "draws", "ORDER_M")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_order_m(VarPtr(a0(1, 1)), rows0, columns0, 1, v1, VarPtr(result(1)))
    INNO_ORDER_M = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_ORDER_M = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_RANK(ByVal values As Variant, Optional ByVal group As Variant, _
        Optional ByVal direction As Variant, Optional ByVal ties As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Long, v3 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "RANK", a0)
    n1 = InnoGroup(group, "group", n0, "", a1)
    v2 = InnoInteger(direction, "direction", "")
    v3 = InnoChoice(ties, "ties", "", INNO_WORDS_RANK_TIES)
    ReDim result(1 To n0)
    InnoCheck inno_flat_rank(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, v3, VarPtr(result(1)))
    INNO_RANK = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_RANK = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_SKEWNESS(ByVal values As Variant, Optional ByVal type_ As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "SKEWNESS", a0)
    v1 = InnoInteger(type_, "type", "")
    found = inno_flat_skewness(InnoAddress(a0, n0), n0, v1)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_SKEWNESS = InnoScalar("SKEWNESS", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_SKEWNESS = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_KURTOSIS(ByVal values As Variant, Optional ByVal type_ As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "KURTOSIS", a0)
    v1 = InnoInteger(type_, "type2", "")
    found = inno_flat_kurtosis(InnoAddress(a0, n0), n0, v1)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_KURTOSIS = InnoScalar("KURTOSIS", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_KURTOSIS = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_PASSES(ByVal values As Variant, Optional ByVal skewness As Variant, _
        Optional ByVal kurtosis As Variant, Optional ByVal skewness_type As Variant, _
        Optional ByVal kurtosis_type As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, v2 As Double, v3 As Long, v4 As Long, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "PASSES", a0)
    v1 = InnoNumber(skewness, "skewness", "")
    v2 = InnoNumber(kurtosis, "kurtosis", "")
    v3 = InnoInteger(skewness_type, "skewness_type", "")
    v4 = InnoInteger(kurtosis_type, "kurtosis_type", "")
    found = inno_flat_passes(InnoAddress(a0, n0), n0, v1, v2, v3, v4)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_PASSES = InnoScalar("PASSES", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_PASSES = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_TREAT(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal first As Variant, Optional ByVal first_parameter As Variant, _
        Optional ByVal second As Variant, Optional ByVal second_parameter As Variant, _
        Optional ByVal skewness As Variant, Optional ByVal kurtosis As Variant, _
        Optional ByVal skewness_type As Variant, Optional ByVal kurtosis_type As Variant, _
        Optional ByVal combine As Variant, Optional ByVal force As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, v3 As Double, v4 As Long, v5 As Double, _
            v6 As Double, v7 As Double, v8 As Long, v9 As Long, v10 As Long, v11 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "TREAT", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(first, "first", "", INNO_WORDS_TREAT_RULES)
    v3 = InnoNumber(first_parameter, "first_parameter", "")
    v4 = InnoChoice(second, "second", "", INNO_WORDS_TREAT_RULES)
    v5 = InnoNumber(second_parameter, "second_parameter", "")
    v6 = InnoNumber(skewness, "skewness", "")
    v7 = InnoNumber(kurtosis, "kurtosis", "")
    v8 = InnoInteger(skewness_type, "skewness_type", "")
    v9 = InnoInteger(kurtosis_type, "kurtosis_type", "")
    v10 = InnoFlag(combine, "combine", "")
    v11 = InnoFlag(force, "force", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_treat(InnoAddress(a0, n0), n0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, _
            VarPtr(result(1)))
    INNO_TREAT = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_TREAT = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_TREAT_RULE(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal first As Variant, Optional ByVal first_parameter As Variant, _
        Optional ByVal second As Variant, Optional ByVal second_parameter As Variant, _
        Optional ByVal skewness As Variant, Optional ByVal kurtosis As Variant, _
        Optional ByVal skewness_type As Variant, Optional ByVal kurtosis_type As Variant, _
        Optional ByVal combine As Variant, Optional ByVal force As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Long, v3 As Double, v4 As Long, v5 As Double, _
            v6 As Double, v7 As Double, v8 As Long, v9 As Long, v10 As Long, v11 As Long, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "TREAT_RULE", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoChoice(first, "first", "", INNO_WORDS_TREAT_RULES)
    v3 = InnoNumber(first_parameter, "first_parameter", "")
    v4 = InnoChoice(second, "second", "", INNO_WORDS_TREAT_RULES)
    v5 = InnoNumber(second_parameter, "second_parameter", "")
    v6 = InnoNumber(skewness, "skewness", "")
    v7 = InnoNumber(kurtosis, "kurtosis", "")
    v8 = InnoInteger(skewness_type, "skewness_type", "")
    v9 = InnoInteger(kurtosis_type, "kurtosis_type", "")
    v10 = InnoFlag(combine, "combine", "")
    v11 = InnoFlag(force, "force", "")
    found = inno_flat_treat_rule(InnoAddress(a0, n0), n0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_TREAT_RULE = InnoScalar("TREAT_RULE", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_TREAT_RULE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_WINSORIZE(ByVal values As Variant, Optional ByVal limit As Variant, _
        Optional ByVal skewness As Variant, Optional ByVal kurtosis As Variant, _
        Optional ByVal skewness_type As Variant, Optional ByVal kurtosis_type As Variant, _
        Optional ByVal force As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Double, v4 As Long, v5 As Long, _
            v6 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "WINSORIZE", a0)
    v1 = InnoInteger(limit, "limit", "")
    v2 = InnoNumber(skewness, "skewness", "")
    v3 = InnoNumber(kurtosis, "kurtosis", "")
    v4 = InnoInteger(skewness_type, "skewness_type", "")
    v5 = InnoInteger(kurtosis_type, "kurtosis_type", "")
    v6 = InnoFlag(force, "force", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_winsorize(InnoAddress(a0, n0), n0, v1, v2, v3, v4, v5, v6, VarPtr(result(1)))
    INNO_WINSORIZE = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_WINSORIZE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_WINSORIZE_POINTS(ByVal values As Variant, Optional ByVal limit As Variant, _
        Optional ByVal skewness As Variant, Optional ByVal kurtosis As Variant, _
        Optional ByVal skewness_type As Variant, Optional ByVal kurtosis_type As Variant, _
        Optional ByVal force As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Double, v4 As Long, v5 As Long, _
            v6 As Long, found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "WINSORIZE_POINTS", a0)
    v1 = InnoInteger(limit, "limit", "")
    v2 = InnoNumber(skewness, "skewness", "")
    v3 = InnoNumber(kurtosis, "kurtosis", "")
    v4 = InnoInteger(skewness_type, "skewness_type", "")
    v5 = InnoInteger(kurtosis_type, "kurtosis_type", "")
    v6 = InnoFlag(force, "force", "")
    found = inno_flat_winsorize_points(InnoAddress(a0, n0), n0, v1, v2, v3, v4, v5, v6)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_WINSORIZE_POINTS = InnoScalar("WINSORIZE_POINTS", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_WINSORIZE_POINTS = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_LOG(ByVal values As Variant) As Variant
    Dim a0() As Double, n0 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "LOG", a0)
    ReDim result(1 To n0)
    InnoCheck inno_flat_log(InnoAddress(a0, n0), n0, VarPtr(result(1)))
    INNO_LOG = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_LOG = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_LOG_GII(ByVal values As Variant, Optional ByVal direction As Variant, _
        Optional ByVal factor As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "LOG_GII", a0)
    v1 = InnoInteger(direction, "direction", "")
    v2 = InnoNumber(factor, "factor", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_log_gii(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_LOG_GII = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_LOG_GII = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_LOG_GII_FACTOR(ByVal values As Variant) As Variant
    Dim a0() As Double, n0 As Long, found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "LOG_GII_FACTOR", a0)
    found = inno_flat_log_gii_factor(InnoAddress(a0, n0), n0)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_LOG_GII_FACTOR = InnoScalar("LOG_GII_FACTOR", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_LOG_GII_FACTOR = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_LOG_CT(ByVal values As Variant) As Variant
    Dim a0() As Double, n0 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "LOG_CT", a0)
    ReDim result(1 To n0)
    InnoCheck inno_flat_log_ct(InnoAddress(a0, n0), n0, VarPtr(result(1)))
    INNO_LOG_CT = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_LOG_CT = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_LOG_CT_PLUS(ByVal values As Variant, Optional ByVal skewness_type As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "LOG_CT_PLUS", a0)
    v1 = InnoInteger(skewness_type, "skewness_type", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_log_ct_plus(InnoAddress(a0, n0), n0, v1, VarPtr(result(1)))
    INNO_LOG_CT_PLUS = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_LOG_CT_PLUS = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_LOG_CT_ORIG(ByVal values As Variant) As Variant
    Dim a0() As Double, n0 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "LOG_CT_ORIG", a0)
    ReDim result(1 To n0)
    InnoCheck inno_flat_log_ct_orig(InnoAddress(a0, n0), n0, VarPtr(result(1)))
    INNO_LOG_CT_ORIG = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_LOG_CT_ORIG = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_BOXCOX(ByVal values As Variant, ByVal lambda As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "BOXCOX", a0)
    v1 = InnoNumber(lambda, "lambda", "BOXCOX")
    ReDim result(1 To n0)
    InnoCheck inno_flat_boxcox(InnoAddress(a0, n0), n0, v1, VarPtr(result(1)))
    INNO_BOXCOX = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_BOXCOX = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_ROOT(ByVal values As Variant, Optional ByVal degree As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "ROOT", a0)
    v1 = InnoNumber(degree, "degree", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_root(InnoAddress(a0, n0), n0, v1, VarPtr(result(1)))
    INNO_ROOT = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_ROOT = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_ROOT_SEARCH(ByVal values As Variant, Optional ByVal max_degree As Variant, _
        Optional ByVal skewness As Variant, Optional ByVal skewness_type As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "ROOT_SEARCH", a0)
    v1 = InnoInteger(max_degree, "max_degree", "")
    v2 = InnoNumber(skewness, "skewness2", "")
    v3 = InnoInteger(skewness_type, "skewness_type", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_root_search(InnoAddress(a0, n0), n0, v1, v2, v3, VarPtr(result(1)))
    INNO_ROOT_SEARCH = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_ROOT_SEARCH = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_ROOT_SEARCH_DEGREE(ByVal values As Variant, Optional ByVal max_degree As Variant, _
        Optional ByVal skewness As Variant, Optional ByVal skewness_type As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Long, v2 As Double, v3 As Long, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "ROOT_SEARCH_DEGREE", a0)
    v1 = InnoInteger(max_degree, "max_degree", "")
    v2 = InnoNumber(skewness, "skewness2", "")
    v3 = InnoInteger(skewness_type, "skewness_type", "")
    found = inno_flat_root_search_degree(InnoAddress(a0, n0), n0, v1, v2, v3)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_ROOT_SEARCH_DEGREE = InnoScalar("ROOT_SEARCH_DEGREE", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_ROOT_SEARCH_DEGREE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_FENCE(ByVal values As Variant, Optional ByVal reach As Variant, _
        Optional ByVal quantile_type As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "FENCE", a0)
    v1 = InnoNumber(reach, "reach", "")
    v2 = InnoInteger(quantile_type, "quantile_type", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_fence(InnoAddress(a0, n0), n0, v1, v2, VarPtr(result(1)))
    INNO_FENCE = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_FENCE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_SD_FENCE(ByVal values As Variant, Optional ByVal sds As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "SD_FENCE", a0)
    v1 = InnoNumber(sds, "sds", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_sd_fence(InnoAddress(a0, n0), n0, v1, VarPtr(result(1)))
    INNO_SD_FENCE = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_SD_FENCE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_WINSORIZE_QUANTILES(ByVal values As Variant, _
        Optional ByVal lower_percentile As Variant, Optional ByVal upper_percentile As Variant, _
        Optional ByVal quantile_type As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, v2 As Double, v3 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "WINSORIZE_QUANTILES", a0)
    v1 = InnoNumber(lower_percentile, "lower_percentile2", "")
    v2 = InnoNumber(upper_percentile, "upper_percentile2", "")
    v3 = InnoInteger(quantile_type, "quantile_type", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_winsorize_quantiles(InnoAddress(a0, n0), n0, v1, v2, v3, VarPtr(result(1)))
    INNO_WINSORIZE_QUANTILES = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_WINSORIZE_QUANTILES = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_COVERAGE(ByVal values As Variant) As Variant
    Dim a0() As Double, n0 As Long, found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values4", -1, "COVERAGE", a0)
    found = inno_flat_coverage(InnoAddress(a0, n0), n0)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_COVERAGE = InnoScalar("COVERAGE", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_COVERAGE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_NONZERO(ByVal values As Variant) As Variant
    Dim a0() As Double, n0 As Long, found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values4", -1, "NONZERO", a0)
    found = inno_flat_nonzero(InnoAddress(a0, n0), n0)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_NONZERO = InnoScalar("NONZERO", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_NONZERO = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_DENOMINATE(ByVal values As Variant, ByVal denominator As Variant, _
        Optional ByVal scale As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "DENOMINATE", a0)
    n1 = InnoColumn(denominator, "denominator", n0, "DENOMINATE", a1)
    v2 = InnoNumber(scale, "scale", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_denominate(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, VarPtr(result(1)))
    INNO_DENOMINATE = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_DENOMINATE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_SCREEN(ByVal values As Variant, Optional ByVal forced As Variant, _
        Optional ByVal rule As Variant, Optional ByVal min_coverage As Variant, _
        Optional ByVal min_nonzero As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, v2 As Long, _
            v3 As Double, v4 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "SCREEN", rows0, columns0, a0
    n1 = InnoColumn(forced, "forced", rows0, "", a1)
    v2 = InnoChoice(rule, "rule3", "", INNO_WORDS_SCREEN_RULE)
    v3 = InnoNumber(min_coverage, "min_coverage3", "")
    v4 = InnoNumber(min_nonzero, "min_nonzero", "")
    ReDim result(1 To rows0)
    InnoCheck inno_flat_screen(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), v2, v3, v4, _
            VarPtr(result(1)))
    INNO_SCREEN = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_SCREEN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_MEAN(ByVal values As Variant) As Variant
    Dim a0() As Double, n0 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "IMPUTE_MEAN", a0)
    ReDim result(1 To n0)
    InnoCheck inno_flat_impute_mean(InnoAddress(a0, n0), n0, VarPtr(result(1)))
    INNO_IMPUTE_MEAN = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_MEAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_MEDIAN(ByVal values As Variant) As Variant
    Dim a0() As Double, n0 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "IMPUTE_MEDIAN", a0)
    ReDim result(1 To n0)
    InnoCheck inno_flat_impute_median(InnoAddress(a0, n0), n0, VarPtr(result(1)))
    INNO_IMPUTE_MEDIAN = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_MEDIAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_GROUP_MEAN(ByVal values As Variant, ByVal group As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "IMPUTE_GROUP_MEAN", a0)
    n1 = InnoGroup(group, "group", n0, "IMPUTE_GROUP_MEAN", a1)
    ReDim result(1 To n0)
    InnoCheck inno_flat_impute_group_mean(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, VarPtr(result(1)))
    INNO_IMPUTE_GROUP_MEAN = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_GROUP_MEAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_GROUP_MEDIAN(ByVal values As Variant, ByVal group As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "IMPUTE_GROUP_MEDIAN", a0)
    n1 = InnoGroup(group, "group", n0, "IMPUTE_GROUP_MEDIAN", a1)
    ReDim result(1 To n0)
    InnoCheck inno_flat_impute_group_median(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, VarPtr(result(1)))
    INNO_IMPUTE_GROUP_MEDIAN = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_GROUP_MEDIAN = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_SIBLINGS(ByVal values As Variant, Optional ByVal directions As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "IMPUTE_SIBLINGS", rows0, columns0, a0
    n1 = InnoColumn(directions, "directions2", columns0, "", a1)
    ReDim result(1 To rows0, 1 To columns0)
    InnoCheck inno_flat_impute_siblings(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), _
            VarPtr(result(1, 1)))
    INNO_IMPUTE_SIBLINGS = InnoTable(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_SIBLINGS = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_REGRESSION(ByVal values As Variant, Optional ByVal too_few As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, v1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "IMPUTE_REGRESSION", rows0, columns0, a0
    v1 = InnoChoice(too_few, "too_few", "", INNO_WORDS_IMPUTE_TOO_FEW)
    ReDim result(1 To rows0, 1 To columns0)
    InnoCheck inno_flat_impute_regression(VarPtr(a0(1, 1)), rows0, columns0, 1, v1, VarPtr(result(1, 1)))
    INNO_IMPUTE_REGRESSION = InnoTable(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_REGRESSION = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_EM(ByVal values As Variant, Optional ByVal ridge As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, v1 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "IMPUTE_EM", rows0, columns0, a0
    v1 = InnoNumber(ridge, "ridge", "")
    ReDim result(1 To rows0, 1 To columns0)
    InnoCheck inno_flat_impute_em(VarPtr(a0(1, 1)), rows0, columns0, 1, v1, VarPtr(result(1, 1)))
    INNO_IMPUTE_EM = InnoTable(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_EM = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_NEAREST(ByVal values As Variant, Optional ByVal neighbors As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, v1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "IMPUTE_NEAREST", rows0, columns0, a0
    v1 = InnoInteger(neighbors, "neighbors", "")
    ReDim result(1 To rows0, 1 To columns0)
    InnoCheck inno_flat_impute_nearest(VarPtr(a0(1, 1)), rows0, columns0, 1, v1, VarPtr(result(1, 1)))
    INNO_IMPUTE_NEAREST = InnoTable(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_NEAREST = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_HOT_DECK(ByVal values As Variant, Optional ByVal group As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, a1() As Double, n1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "IMPUTE_HOT_DECK", rows0, columns0, a0
    n1 = InnoGroup(group, "group", rows0, "", a1)
    ReDim result(1 To rows0, 1 To columns0)
    InnoCheck inno_flat_impute_hot_deck(VarPtr(a0(1, 1)), rows0, columns0, 1, InnoAddress(a1, n1), _
            VarPtr(result(1, 1)))
    INNO_IMPUTE_HOT_DECK = InnoTable(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_HOT_DECK = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_LATEST(ByVal values As Variant, ByVal times As Variant, _
        Optional ByVal max_age As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values5", -1, "IMPUTE_LATEST", a0)
    n1 = InnoColumn(times, "times", n0, "IMPUTE_LATEST", a1)
    v2 = InnoNumber(max_age, "max_age", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_impute_latest(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, VarPtr(result(1)))
    INNO_IMPUTE_LATEST = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_LATEST = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_LINEAR(ByVal values As Variant, ByVal times As Variant, _
        Optional ByVal max_age As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values5", -1, "IMPUTE_LINEAR", a0)
    n1 = InnoColumn(times, "times", n0, "IMPUTE_LINEAR", a1)
    v2 = InnoNumber(max_age, "max_age", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_impute_linear(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, VarPtr(result(1)))
    INNO_IMPUTE_LINEAR = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_LINEAR = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_CONSTANT(ByVal values As Variant, ByVal times As Variant, _
        Optional ByVal max_age As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values5", -1, "IMPUTE_CONSTANT", a0)
    n1 = InnoColumn(times, "times", n0, "IMPUTE_CONSTANT", a1)
    v2 = InnoNumber(max_age, "max_age", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_impute_constant(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, VarPtr(result(1)))
    INNO_IMPUTE_CONSTANT = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_CONSTANT = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_IMPUTE_LINEAR_CONSTANT(ByVal values As Variant, ByVal times As Variant, _
        Optional ByVal max_age As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Double, result() As Double
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values5", -1, "IMPUTE_LINEAR_CONSTANT", a0)
    n1 = InnoColumn(times, "times", n0, "IMPUTE_LINEAR_CONSTANT", a1)
    v2 = InnoNumber(max_age, "max_age", "")
    ReDim result(1 To n0)
    InnoCheck inno_flat_impute_linear_constant(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2, _
            VarPtr(result(1)))
    INNO_IMPUTE_LINEAR_CONSTANT = InnoLike(values, result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_IMPUTE_LINEAR_CONSTANT = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_WEIGHTS(ByVal values As Variant, ByVal rule As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, v1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "WEIGHTS", rows0, columns0, a0
    v1 = InnoChoice(rule, "rule4", "WEIGHTS", INNO_WORDS_WEIGH_RULE)
    ReDim result(1 To columns0)
    InnoCheck inno_flat_weights(VarPtr(a0(1, 1)), rows0, columns0, 1, v1, VarPtr(result(1)))
    INNO_WEIGHTS = InnoAcross(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_WEIGHTS = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_AHP(ByVal judgements As Variant, Optional ByVal rule As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, v1 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoSquare judgements, "judgements", "AHP", rows0, columns0, a0
    v1 = InnoChoice(rule, "rule5", "", INNO_WORDS_EIGENVECTOR_ROW_GEOMETRIC_COLUMN_MEAN)
    ReDim result(1 To rows0)
    InnoCheck inno_flat_ahp(VarPtr(a0(1, 1)), rows0, 1, v1, VarPtr(result(1)))
    INNO_AHP = InnoDown(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_AHP = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_AHP_RATIO(ByVal judgements As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    InnoSquare judgements, "judgements", "AHP_RATIO", rows0, columns0, a0
    found = inno_flat_ahp_ratio(VarPtr(a0(1, 1)), rows0, 1)
    INNO_AHP_RATIO = InnoScalar("AHP_RATIO", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_AHP_RATIO = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_BUDGET(ByVal points As Variant, ByVal total As Variant, _
        Optional ByVal rule As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, v1 As Double, v2 As Long, result() As Double
    On Error GoTo Fault
    InnoLoad
    InnoMatrix points, "points2", "BUDGET", rows0, columns0, a0
    v1 = InnoNumber(total, "total", "BUDGET")
    v2 = InnoChoice(rule, "rule6", "", INNO_WORDS_MEAN_MEDIAN)
    ReDim result(1 To columns0)
    InnoCheck inno_flat_budget(VarPtr(a0(1, 1)), rows0, columns0, 1, v1, v2, VarPtr(result(1)))
    INNO_BUDGET = InnoAcross(result)
    innoSentence = ""
    Exit Function
Fault:
    INNO_BUDGET = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_QUANTILE(ByVal values As Variant, ByVal p As Variant, _
        Optional ByVal type_ As Variant) As Variant
    Dim a0() As Double, n0 As Long, v1 As Double, v2 As Long, found As Double, withheld As Boolean, _
            status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "QUANTILE", a0)
    v1 = InnoNumber(p, "p", "QUANTILE")
    v2 = InnoInteger(type_, "type3", "")
    found = inno_flat_quantile(InnoAddress(a0, n0), n0, v1, v2)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_QUANTILE = InnoScalar("QUANTILE", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_QUANTILE = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_CORRELATION(ByVal values As Variant, ByVal others As Variant, _
        Optional ByVal rule As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Long, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "CORRELATION", a0)
    n1 = InnoColumn(others, "others", n0, "CORRELATION", a1)
    v2 = InnoChoice(rule, "rule7", "", INNO_WORDS_AUDIT_CORRELATION)
    found = inno_flat_correlation(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_CORRELATION = InnoScalar("CORRELATION", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_CORRELATION = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_CORRELATION_P(ByVal values As Variant, ByVal others As Variant, _
        Optional ByVal rule As Variant) As Variant
    Dim a0() As Double, n0 As Long, a1() As Double, n1 As Long, v2 As Long, found As Double, _
            withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    n0 = InnoColumn(values, "values2", -1, "CORRELATION_P", a0)
    n1 = InnoColumn(others, "others", n0, "CORRELATION_P", a1)
    v2 = InnoChoice(rule, "rule7", "", INNO_WORDS_AUDIT_CORRELATION)
    found = inno_flat_correlation_p(InnoAddress(a0, n0), InnoAddress(a1, n1), n0, v2)
    If InnoIsMissing(found) Then
        status = inno_flat_check(InnoAddress(a0, n0), n0)
    End If
    INNO_CORRELATION_P = InnoScalar("CORRELATION_P", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_CORRELATION_P = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_ALPHA(ByVal values As Variant, Optional ByVal standardized As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, v1 As Long, found As Double, withheld As Boolean, _
            status As Long
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "ALPHA", rows0, columns0, a0
    v1 = InnoFlag(standardized, "standardized", "")
    found = inno_flat_alpha(VarPtr(a0(1, 1)), rows0, columns0, 1, v1)
    INNO_ALPHA = InnoScalar("ALPHA", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_ALPHA = InnoFault(Err.Number, Err.Description)
End Function

Public Function INNO_KMO(ByVal values As Variant) As Variant
    Dim a0() As Double, rows0 As Long, columns0 As Long, found As Double, withheld As Boolean, status As Long
    On Error GoTo Fault
    InnoLoad
    InnoMatrix values, "values3", "KMO", rows0, columns0, a0
    found = inno_flat_kmo(VarPtr(a0(1, 1)), rows0, columns0, 1)
    INNO_KMO = InnoScalar("KMO", found, withheld, status)
    innoSentence = ""
    Exit Function
Fault:
    INNO_KMO = InnoFault(Err.Number, Err.Description)
End Function
