// WRITTEN BY examples/linking/generate. All of innoscore for P/Invoke; the C headers say what it means.
using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Innoscore
{
    /// <summary>Arrays are passed as they are; null is NULL. A handle and a stride are IntPtr. A text that
    /// comes back is an IntPtr for Text().</summary>
    public static class Native
    {
        public const string Library = "innoscore"; // libinnoscore.so, innoscore.dll

        /// <summary>The text at an address, UTF-8 with a NUL; null for NULL.</summary>
        public static string Text(IntPtr address)
        {
            if (address == IntPtr.Zero) return null;
            int length = 0;
            while (Marshal.ReadByte(address, length) != 0) length++;
            byte[] bytes = new byte[length];
            Marshal.Copy(address, bytes, 0, length);
            return Encoding.UTF8.GetString(bytes);
        }

        public const int INNO_ABI = 0;
        public const int INNO_RECORD_STATISTICS = 110;
        public const int INNO_RECORD_QUANTILE = 111;
        public const int INNO_RECORD_OUTLIER = 112;
        public const int INNO_RECORD_UNIT_COVERAGE = 113;
        public const int INNO_RECORD_CORRELATION = 120;
        public const int INNO_RECORD_PARTIAL = 121;
        public const int INNO_RECORD_PARENT = 122;
        public const int INNO_RECORD_SIBLING = 123;
        public const int INNO_RECORD_DENOMINATOR = 124;
        public const int INNO_RECORD_RELIABILITY = 130;
        public const int INNO_RECORD_ITEM = 131;
        public const int INNO_RECORD_COMPONENTS = 140;
        public const int INNO_RECORD_COMPONENT = 141;
        public const int INNO_RECORD_LOADING = 142;
        public const int INNO_RECORD_COMPONENT_ITEM = 143;
        public const int INNO_RECORD_COMPONENT_SCORE = 144;
        public const int INNO_RECORD_FACTOR_CORRELATION = 145;
        public const int INNO_RECORD_INFLUENCE = 150;
        public const int INNO_RECORD_ADDED_VALUE = 151;
        public const int INNO_RECORD_REMOVAL = 152;
        public const int INNO_RECORD_REMOVED = 153;
        public const int INNO_RECORD_PROFILE = 160;
        public const int INNO_RECORD_DEVELOPMENT = 170;
        public const int INNO_RECORD_COEFFICIENT = 171;
        public const int INNO_RECORD_EXPECTATION = 172;
        public const int INNO_RECORD_COMPARISON = 180;
        public const int INNO_RECORD_COMPARED = 181;
        public const int INNO_RECORD_FINDING = 190;
        public const int INNO_FIELD_PARENT = 60;
        public const int INNO_FIELD_OTHER = 61;
        public const int INNO_FIELD_COUNT = 62;
        public const int INNO_FIELD_RESULT = 63;
        public const int INNO_FIELD_COMPONENT = 64;
        public const int INNO_FIELD_FLAG = 65;
        public const int INNO_FIELD_MEAN = 70;
        public const int INNO_FIELD_MEDIAN = 71;
        public const int INNO_FIELD_SD = 72;
        public const int INNO_FIELD_LOWER_QUARTILE = 73;
        public const int INNO_FIELD_UPPER_QUARTILE = 74;
        public const int INNO_FIELD_DISTINCT = 75;
        public const int INNO_FIELD_SAME = 76;
        public const int INNO_FIELD_DISTINCT_SHARE = 77;
        public const int INNO_FIELD_SAME_SHARE = 78;
        public const int INNO_FIELD_NONZERO_OF_UNITS = 79;
        public const int INNO_FIELD_DISTINCT_OF_UNITS = 80;
        public const int INNO_FIELD_OUTLIERS_LOW = 81;
        public const int INNO_FIELD_OUTLIERS_HIGH = 82;
        public const int INNO_FIELD_LOW_COVERAGE = 83;
        public const int INNO_FIELD_LOW_NONZERO = 84;
        public const int INNO_FIELD_LOW_DISTINCT = 85;
        public const int INNO_FIELD_OUTLYING = 86;
        public const int INNO_FIELD_PROBABILITY = 87;
        public const int INNO_FIELD_VALUE = 88;
        public const int INNO_FIELD_NONZERO_COUNT = 89;
        public const int INNO_FIELD_CORRELATION = 100;
        public const int INNO_FIELD_P_VALUE = 101;
        public const int INNO_FIELD_P_ADJUSTED = 102;
        public const int INNO_FIELD_LOWER = 103;
        public const int INNO_FIELD_UPPER = 104;
        public const int INNO_FIELD_P_RULE = 105;
        public const int INNO_FIELD_ITEMS = 110;
        public const int INNO_FIELD_ALPHA = 111;
        public const int INNO_FIELD_ALPHA_STANDARDIZED = 112;
        public const int INNO_FIELD_LAMBDA1 = 113;
        public const int INNO_FIELD_LAMBDA2 = 114;
        public const int INNO_FIELD_LAMBDA3 = 115;
        public const int INNO_FIELD_LAMBDA4 = 116;
        public const int INNO_FIELD_LAMBDA5 = 117;
        public const int INNO_FIELD_LAMBDA6 = 118;
        public const int INNO_FIELD_OMEGA = 119;
        public const int INNO_FIELD_MEAN_CORRELATION = 120;
        public const int INNO_FIELD_ITEM_TOTAL = 121;
        public const int INNO_FIELD_STATUS = 122;
        public const int INNO_FIELD_EIGENVALUE = 130;
        public const int INNO_FIELD_VARIANCE_SHARE = 131;
        public const int INNO_FIELD_CUMULATIVE = 132;
        public const int INNO_FIELD_RANDOM_MEAN = 133;
        public const int INNO_FIELD_RANDOM_QUANTILE = 134;
        public const int INNO_FIELD_ROTATED_VARIANCE = 135;
        public const int INNO_FIELD_VECTOR = 136;
        public const int INNO_FIELD_LOADING = 137;
        public const int INNO_FIELD_ROTATED = 138;
        public const int INNO_FIELD_STRUCTURE = 139;
        public const int INNO_FIELD_COMMUNALITY = 140;
        public const int INNO_FIELD_ADEQUACY = 141;
        public const int INNO_FIELD_CHI_SQUARED = 142;
        public const int INNO_FIELD_DEGREES = 143;
        public const int INNO_FIELD_RETAINED = 144;
        public const int INNO_FIELD_KAISER = 145;
        public const int INNO_FIELD_PARALLEL = 146;
        public const int INNO_FIELD_SCORE = 147;
        public const int INNO_FIELD_IMPORTANCE = 150;
        public const int INNO_FIELD_IMPORTANCE_LINEAR = 151;
        public const int INNO_FIELD_IMPORTANCE_SHARE = 152;
        public const int INNO_FIELD_DIFFERENT = 153;
        public const int INNO_FIELD_DIFFERENT_SHARE = 154;
        public const int INNO_FIELD_MEAN_SHIFT = 155;
        public const int INNO_FIELD_MAX_SHIFT = 156;
        public const int INNO_FIELD_SHIFT = 157;
        public const int INNO_FIELD_RANK = 158;
        public const int INNO_FIELD_RANK_BEFORE = 159;
        public const int INNO_FIELD_PERCENT_RANK = 170;
        public const int INNO_FIELD_SIGN = 171;
        public const int INNO_FIELD_GROUP_SIGN = 172;
        public const int INNO_FIELD_GAP_BEST = 173;
        public const int INNO_FIELD_GAP_MEDIAN = 174;
        public const int INNO_FIELD_GROUP_RANK = 175;
        public const int INNO_FIELD_GROUP_COUNT = 176;
        public const int INNO_FIELD_GROUP_GAP_BEST = 177;
        public const int INNO_FIELD_GROUP_GAP_MEDIAN = 178;
        public const int INNO_FIELD_R_SQUARED = 180;
        public const int INNO_FIELD_R_SQUARED_ADJUSTED = 181;
        public const int INNO_FIELD_RESIDUAL_SD = 182;
        public const int INNO_FIELD_EXPECTED = 183;
        public const int INNO_FIELD_RESIDUAL = 184;
        public const int INNO_FIELD_LEVERAGE = 185;
        public const int INNO_FIELD_CLASS = 186;
        public const int INNO_FIELD_COEFFICIENT = 187;
        public const int INNO_FIELD_STANDARD_ERROR = 188;
        public const int INNO_FIELD_SCORE_BEFORE = 190;
        public const int INNO_FIELD_DIFFERENCE = 191;
        public const int INNO_FIELD_PEARSON = 192;
        public const int INNO_FIELD_SPEARMAN = 193;
        public const int INNO_FIELD_KENDALL = 194;
        public const int INNO_FIELD_RANK_PEARSON = 195;
        public const int INNO_FIELD_FINDING = 200;
        public const int INNO_FIELD_SEVERITY = 201;
        public const int INNO_FIELD_THRESHOLD = 202;
        public const int INNO_FLAG_SILENT = 1;
        public const int INNO_FLAG_WRONG_SIGN = 2;
        public const int INNO_FLAG_DOMINANT = 3;
        public const int INNO_FLAG_REDUNDANT = 4;
        public const int INNO_FLAG_CONFLICT = 5;
        public const int INNO_FLAG_BIAS = 6;
        public const int INNO_P_NONE = 0;
        public const int INNO_P_EXACT = 1;
        public const int INNO_P_SERIES = 2;
        public const int INNO_P_T = 3;
        public const int INNO_P_NORMAL = 4;
        public const int INNO_FINDING_COVERAGE = 1;
        public const int INNO_FINDING_UNIT_COVERAGE = 2;
        public const int INNO_FINDING_ZEROS = 3;
        public const int INNO_FINDING_SAME_VALUES = 4;
        public const int INNO_FINDING_OUTLIERS = 5;
        public const int INNO_FINDING_CONSTANT = 6;
        public const int INNO_FINDING_SILENT = 10;
        public const int INNO_FINDING_WRONG_SIGN = 11;
        public const int INNO_FINDING_DOMINANT = 12;
        public const int INNO_FINDING_REDUNDANT = 13;
        public const int INNO_FINDING_CONFLICT = 14;
        public const int INNO_FINDING_BIAS = 15;
        public const int INNO_FINDING_ALPHA = 20;
        public const int INNO_FINDING_ADEQUACY = 21;
        public const int INNO_FINDING_SINGULAR = 22;
        public const int INNO_FINDING_DIMENSIONS = 23;
        public const int INNO_FINDING_FIRST_SHARE = 24;
        public const int INNO_FINDING_IMPORTANCE_HIGH = 30;
        public const int INNO_FINDING_IMPORTANCE_LOW = 31;
        public const int INNO_FINDING_ADDS_LITTLE = 32;
        public const int INNO_FINDING_REMOVAL = 33;
        public const int INNO_ASSUME_SCHEMES = 1;
        public const int INNO_ASSUME_WEIGHT_SETS = 2;
        public const int INNO_ASSUME_WEIGHT_RANGE = 3;
        public const int INNO_ASSUME_WEIGHT_NOISE = 4;
        public const int INNO_ASSUME_SIMPLEX = 5;
        public const int INNO_ASSUME_DIRICHLET = 6;
        public const int INNO_ASSUME_BOUNDED = 7;
        public const int INNO_ASSUME_ORDER = 8;
        public const int INNO_ASSUME_REMOVAL = 9;
        public const int INNO_ASSUME_ERROR = 10;
        public const int INNO_ERROR_NORMAL = 1;
        public const int INNO_ERROR_UNIFORM = 2;
        public const int INNO_ERROR_LOGNORMAL = 3;
        public const int INNO_ERROR_ABSOLUTE = 1;
        public const int INNO_ERROR_RELATIVE = 2;
        public const int INNO_ERROR_SD = 3;
        public const int INNO_RECORD_CHANGE = 350;
        public const int INNO_RECORD_CHANGE_CAUSE = 351;
        public const int INNO_RECORD_CHANGE_INDICATOR = 352;
        public const int INNO_FIELD_CAUSE = 390;
        public const int INNO_FIELD_SCORE_REGROUPED = 391;
        public const int INNO_FIELD_INDICATOR_STATUS = 392;
        public const int INNO_CAUSE_FIGURES = 1;
        public const int INNO_CAUSE_DENOMINATORS = 2;
        public const int INNO_CAUSE_OTHERS = 3;
        public const int INNO_CAUSE_METHOD = 4;
        public const int INNO_CAUSE_MISSING = 5;
        public const int INNO_CAUSE_REGROUPING = 6;
        public const int INNO_RECORD_CHECK = 370;
        public const int INNO_RECORD_CHECK_GAP = 371;
        public const int INNO_FIELD_FINDING_RECORD = 440;
        public const int INNO_FIELD_COMPARED_VALUE = 441;
        public const int INNO_FIELD_RATIO = 442;
        public const int INNO_FIELD_SPREAD = 443;
        public const int INNO_FIELD_POWER = 444;
        public const int INNO_FIELD_SUGGESTED = 445;
        public const int INNO_FIELD_PART = 446;
        public const int INNO_FIELD_FILL = 447;
        public const int INNO_FILL_STAYS = 1;
        public const int INNO_FILL_ZERO = 2;
        public const int INNO_FILL_MEAN = 3;
        public const int INNO_FILL_MEDIAN = 4;
        public const int INNO_FINDING_ZERO_RARE = 120;
        public const int INNO_FINDING_ZERO_BEFORE = 121;
        public const int INNO_FINDING_FORGOTTEN = 122;
        public const int INNO_FINDING_GOALPOST = 123;
        public const int INNO_FINDING_IMPOSSIBLE = 124;
        public const int INNO_FINDING_NEGATIVE = 125;
        public const int INNO_FINDING_FRACTION = 126;
        public const int INNO_FINDING_SLIP_BEFORE = 127;
        public const int INNO_FINDING_SLIP_PEERS = 128;
        public const int INNO_FINDING_DENOMINATOR_MOVED = 129;
        public const int INNO_FINDING_GAP = 130;
        public const int INNO_FINDING_NOT_SCORED = 131;
        public const int INNO_TREATMENT_SAME = 0;
        public const int INNO_TREATMENT_STARTS = 1;
        public const int INNO_TREATMENT_ENDS = -1;
        public const int INNO_TREATMENT_OTHER = 2;
        public const int INNO_GOAL_SCORE = 1;
        public const int INNO_GOAL_RANK = 2;
        public const int INNO_GOAL_UNIT = 3;
        public const int INNO_RECORD_CLIMB = 340;
        public const int INNO_RECORD_CLIMB_MIX = 341;
        public const int INNO_RECORD_CLIMB_PLAN = 342;
        public const int INNO_FIELD_NEW_VALUE = 370;
        public const int INNO_FIELD_VALUE_CHANGE = 371;
        public const int INNO_FIELD_REACHED = 372;
        public const int INNO_FIELD_FRAME_MOVED = 373;
        public const int INNO_FIELD_TREATMENT_CHANGE = 374;
        public const int INNO_FIELD_COST = 375;
        public const int INNO_FIELD_CAP = 376;
        public const int INNO_FIELD_TRIES = 377;
        public const int INNO_FIELD_PROVEN = 378;
        public const int INNO_RECORD_CONTRIBUTION_UNIT = 320;
        public const int INNO_RECORD_CONTRIBUTION = 321;
        public const int INNO_FIELD_REFERENCE = 330;
        public const int INNO_FIELD_REFERENCE_UNIT = 331;
        public const int INNO_FIELD_REFERENCE_SCORE = 332;
        public const int INNO_FIELD_REFERENCE_VALUE = 333;
        public const int INNO_FIELD_CONTRIBUTION = 334;
        public const int INNO_FIELD_SPLIT = 335;
        public const int INNO_FIELD_ROUNDING_LEFT = 336;
        public const int INNO_FIELD_CONTRIBUTION_SHARE = 337;
        public const int INNO_REFERENCE_BASELINE = 1;
        public const int INNO_REFERENCE_BEST = 2;
        public const int INNO_REFERENCE_ABOVE = 3;
        public const int INNO_REFERENCE_BELOW = 4;
        public const int INNO_REFERENCE_MEDIAN = 5;
        public const int INNO_REFERENCE_UNIT = 6;
        public const int INNO_SPLIT_STRAIGHT = 1;
        public const int INNO_SPLIT_COALITIONS = 2;
        public const int INNO_SPLIT_PATH = 3;
        public const int INNO_LIMIT_FRONTIER_INDICATORS = 256;
        public const int INNO_KEY_FRONTIER_RULE = 900;
        public const int INNO_KEY_FRONTIER_SHARE_LOWER = 910;
        public const int INNO_KEY_FRONTIER_SHARE_UPPER = 911;
        public const int INNO_KEY_FRONTIER_SHARE_OF = 912;
        public const int INNO_KEY_FRONTIER_ZERO = 913;
        public const int INNO_KEY_FRONTIER_MULTIPLIER_LOWER = 920;
        public const int INNO_KEY_FRONTIER_MULTIPLIER_UPPER = 921;
        public const int INNO_KEY_FRONTIER_DIRECTION = 930;
        public const int INNO_KEY_FRONTIER_LESS_IS_BETTER = 931;
        public const int INNO_KEY_FRONTIER_DRAWS = 940;
        public const int INNO_KEY_FRONTIER_COMPROMISE = 950;
        public const int INNO_KEY_FRONTIER_BENCHMARK = 960;
        public const int INNO_KEY_FRONTIER_ITERATIONS = 970;
        public const int INNO_FRONTIER_BENEFIT_OF_DOUBT = 10;
        public const int INNO_FRONTIER_DIRECTIONAL = 20;
        public const int INNO_FRONTIER_MULTIDIRECTIONAL = 21;
        public const int INNO_FRONTIER_UNDESIRABLE = 30;
        public const int INNO_FRONTIER_COMMON_WEIGHTS = 40;
        public const int INNO_FRONTIER_ORDER_M = 50;
        public const int INNO_FRONTIER_DIRECTIONAL_ORDER_M = 51;
        public const int INNO_FRONTIER_GEOMETRIC = 60;
        public const int INNO_FRONTIER_SCORE = 10;
        public const int INNO_FRONTIER_DISTANCE = 11;
        public const int INNO_FRONTIER_AVAILABLE = 12;
        public const int INNO_FRONTIER_PRIMAL = 20;
        public const int INNO_FRONTIER_DUAL = 21;
        public const int INNO_FRONTIER_GAP = 22;
        public const int INNO_FRONTIER_ITERATIONS = 23;
        public const int INNO_FRONTIER_MULTIPLIER = 30;
        public const int INNO_FRONTIER_SHARE = 31;
        public const int INNO_FRONTIER_TARGET = 32;
        public const int INNO_FRONTIER_INDICATOR_SCORE = 33;
        public const int INNO_CHANGE_OVERALL = 1;
        public const int INNO_CHANGE_OWN = 2;
        public const int INNO_CHANGE_BENCHMARK = 3;
        public const int INNO_CHANGE_WEIGHT = 4;
        public const int INNO_KEY_DENOMINATE_RULE = 100;
        public const int INNO_DENOMINATE_NONE = 1;
        public const int INNO_DENOMINATE_DIVIDE = 2;
        public const int INNO_KEY_SCREEN_RULE = 200;
        public const int INNO_KEY_SCREEN_MIN_COVERAGE = 210;
        public const int INNO_KEY_SCREEN_MIN_NONZERO = 220;
        public const int INNO_KEY_SCREEN_FORCE = 230;
        public const int INNO_SCREEN_NONE = 1;
        public const int INNO_SCREEN_COVERAGE = 2;
        public const int INNO_SCREEN_NONZERO = 3;
        public const int INNO_SCREEN_BOTH = 4;
        public const int INNO_KEY_IMPUTE_RULE = 300;
        public const int INNO_KEY_IMPUTE_GROUP = 310;
        public const int INNO_KEY_IMPUTE_LEVEL = 320;
        public const int INNO_KEY_IMPUTE_FRAME = 330;
        public const int INNO_KEY_IMPUTE_MAX_AGE = 340;
        public const int INNO_KEY_IMPUTE_MAX_PERIODS = 341;
        public const int INNO_KEY_IMPUTE_RIDGE = 350;
        public const int INNO_KEY_IMPUTE_TOLERANCE = 351;
        public const int INNO_KEY_IMPUTE_MAX_ITERATIONS = 352;
        public const int INNO_KEY_IMPUTE_NEIGHBORS = 360;
        public const int INNO_KEY_IMPUTE_WEIGHTING = 361;
        public const int INNO_KEY_IMPUTE_MIN_OVERLAP = 362;
        public const int INNO_KEY_IMPUTE_TOO_FEW = 370;
        public const int INNO_IMPUTE_NONE = 1;
        public const int INNO_IMPUTE_MEAN = 10;
        public const int INNO_IMPUTE_MEDIAN = 11;
        public const int INNO_IMPUTE_GROUP_MEAN = 20;
        public const int INNO_IMPUTE_GROUP_MEDIAN = 21;
        public const int INNO_IMPUTE_SIBLING_MEAN = 30;
        public const int INNO_IMPUTE_REGRESSION = 31;
        public const int INNO_IMPUTE_EM = 32;
        public const int INNO_IMPUTE_NEAREST = 33;
        public const int INNO_IMPUTE_HOT_DECK = 34;
        public const int INNO_IMPUTE_HOT_DECK_SEQUENTIAL = 35;
        public const int INNO_IMPUTE_LATEST = 40;
        public const int INNO_IMPUTE_LINEAR = 41;
        public const int INNO_IMPUTE_CONSTANT = 42;
        public const int INNO_IMPUTE_LINEAR_CONSTANT = 43;
        public const int INNO_KEY_TREAT_RULES = 400;
        public const int INNO_KEY_TREAT_TEST = 405;
        public const int INNO_KEY_TREAT_SKEWNESS = 410;
        public const int INNO_KEY_TREAT_KURTOSIS = 411;
        public const int INNO_KEY_TREAT_SKEWNESS_TYPE = 412;
        public const int INNO_KEY_TREAT_KURTOSIS_TYPE = 413;
        public const int INNO_KEY_TREAT_REACH = 414;
        public const int INNO_KEY_TREAT_SDS = 415;
        public const int INNO_KEY_TREAT_QUANTILE_TYPE = 416;
        public const int INNO_KEY_TREAT_LIMIT_SHARE = 421;
        public const int INNO_KEY_TREAT_LIMIT = 420;
        public const int INNO_KEY_TREAT_LOWER_PERCENTILE = 422;
        public const int INNO_KEY_TREAT_UPPER_PERCENTILE = 423;
        public const int INNO_KEY_TREAT_COMBINE = 430;
        public const int INNO_KEY_TREAT_FORCE = 431;
        public const int INNO_KEY_TREAT_FACTOR = 440;
        public const int INNO_KEY_TREAT_LAMBDA = 441;
        public const int INNO_KEY_TREAT_DEGREE = 442;
        public const int INNO_KEY_TREAT_MAX_DEGREE = 443;
        public const int INNO_KEY_TREAT_FRAME = 450;
        public const int INNO_KEY_TREAT_BASE_PERIOD = 451;
        public const int INNO_TREAT_NONE = 1;
        public const int INNO_TREAT_WINSORIZE = 10;
        public const int INNO_TREAT_FENCE = 11;
        public const int INNO_TREAT_SD_FENCE = 12;
        public const int INNO_TREAT_QUANTILES = 13;
        public const int INNO_TREAT_LOG = 20;
        public const int INNO_TREAT_LOG_GII = 21;
        public const int INNO_TREAT_LOG_CT = 22;
        public const int INNO_TREAT_LOG_CT_PLUS = 23;
        public const int INNO_TREAT_LOG_CT_ORIG = 24;
        public const int INNO_TREAT_BOXCOX = 30;
        public const int INNO_TREAT_ROOT = 31;
        public const int INNO_TREAT_ROOT_SEARCH = 32;
        public const int INNO_KEY_NORMALIZE_RULE = 500;
        public const int INNO_KEY_NORMALIZE_LOWER = 510;
        public const int INNO_KEY_NORMALIZE_UPPER = 511;
        public const int INNO_KEY_NORMALIZE_POINTS = 512;
        public const int INNO_KEY_NORMALIZE_TRUNCATE = 513;
        public const int INNO_KEY_NORMALIZE_FLOOR = 514;
        public const int INNO_KEY_NORMALIZE_CEILING = 515;
        public const int INNO_KEY_NORMALIZE_MEAN = 520;
        public const int INNO_KEY_NORMALIZE_SD = 521;
        public const int INNO_KEY_NORMALIZE_OUTLIERS = 522;
        public const int INNO_KEY_NORMALIZE_SDS = 523;
        public const int INNO_KEY_NORMALIZE_REACH = 524;
        public const int INNO_KEY_NORMALIZE_LOWER_PERCENTILE = 525;
        public const int INNO_KEY_NORMALIZE_UPPER_PERCENTILE = 526;
        public const int INNO_KEY_NORMALIZE_QUANTILE_TYPE = 527;
        public const int INNO_KEY_NORMALIZE_TARGET = 530;
        public const int INNO_KEY_NORMALIZE_REFERENCE = 531;
        public const int INNO_KEY_NORMALIZE_CAP = 532;
        public const int INNO_KEY_NORMALIZE_REFERENCE_VALUE = 533;
        public const int INNO_KEY_NORMALIZE_THRESHOLD = 534;
        public const int INNO_KEY_NORMALIZE_TIES = 540;
        public const int INNO_KEY_NORMALIZE_CUTS = 541;
        public const int INNO_KEY_NORMALIZE_SCORES = 542;
        public const int INNO_KEY_NORMALIZE_LOG = 550;
        public const int INNO_KEY_NORMALIZE_FRAME = 560;
        public const int INNO_KEY_NORMALIZE_BASE_PERIOD = 561;
        public const int INNO_NORMALIZE_NONE = 1;
        public const int INNO_NORMALIZE_MINMAX = 10;
        public const int INNO_NORMALIZE_ZSCORE = 11;
        public const int INNO_NORMALIZE_MINMAX_PERCENTILE = 12;
        public const int INNO_NORMALIZE_MINMAX_SD = 13;
        public const int INNO_NORMALIZE_MINMAX_INNER = 14;
        public const int INNO_NORMALIZE_AMPI = 15;
        public const int INNO_NORMALIZE_FIXED_RANGE = 20;
        public const int INNO_NORMALIZE_GOALPOSTS = 21;
        public const int INNO_NORMALIZE_RANK = 30;
        public const int INNO_NORMALIZE_PERCENTILE_RANK = 31;
        public const int INNO_NORMALIZE_BORDA = 32;
        public const int INNO_NORMALIZE_PERCENTILE = 33;
        public const int INNO_NORMALIZE_CATEGORICAL = 34;
        public const int INNO_NORMALIZE_DISTANCE_TO_MAX = 40;
        public const int INNO_NORMALIZE_DISTANCE_TO_REFERENCE = 41;
        public const int INNO_NORMALIZE_DISTANCE_TO_TARGET = 42;
        public const int INNO_NORMALIZE_FRACTION_OF_MAX = 43;
        public const int INNO_NORMALIZE_RATIO_TO_MEAN = 44;
        public const int INNO_NORMALIZE_RATIO_TO_WORST = 45;
        public const int INNO_NORMALIZE_ABOVE_BELOW_MEAN = 46;
        public const int INNO_KEY_WEIGH_RULE = 800;
        public const int INNO_KEY_WEIGH_SCALING = 810;
        public const int INNO_KEY_WEIGH_LOADINGS = 820;
        public const int INNO_KEY_WEIGH_RETAIN = 830;
        public const int INNO_KEY_WEIGH_MIN_EIGENVALUE = 831;
        public const int INNO_KEY_WEIGH_MIN_SHARE = 832;
        public const int INNO_KEY_WEIGH_MIN_CUMULATIVE = 833;
        public const int INNO_KEY_WEIGH_COMPONENTS = 834;
        public const int INNO_KEY_WEIGH_SWEEPS = 840;
        public const int INNO_WEIGH_GIVEN = 1;
        public const int INNO_WEIGH_EQUAL = 2;
        public const int INNO_WEIGH_DEVIATION = 10;
        public const int INNO_WEIGH_ENTROPY = 11;
        public const int INNO_WEIGH_GINI = 12;
        public const int INNO_WEIGH_CRITIC = 13;
        public const int INNO_WEIGH_MEREC = 14;
        public const int INNO_WEIGH_FIRST_COMPONENT = 20;
        public const int INNO_WEIGH_ALL_COMPONENTS = 21;
        public const int INNO_WEIGH_FACTORS = 22;
        public const int INNO_KEY_AGGREGATE_RULE = 600;
        public const int INNO_KEY_AGGREGATE_POWER = 610;
        public const int INNO_KEY_AGGREGATE_ALPHA = 611;
        public const int INNO_KEY_AGGREGATE_BETA = 612;
        public const int INNO_KEY_AGGREGATE_COEFFICIENT = 613;
        public const int INNO_KEY_AGGREGATE_COUNT = 614;
        public const int INNO_KEY_AGGREGATE_ORDER_WEIGHTS = 615;
        public const int INNO_KEY_AGGREGATE_MISSING = 616;
        public const int INNO_KEY_AGGREGATE_MIN_COVERAGE = 620;
        public const int INNO_KEY_AGGREGATE_NONPOSITIVE = 630;
        public const int INNO_KEY_AGGREGATE_FLOOR = 631;
        public const int INNO_KEY_AGGREGATE_SHIFT = 632;
        public const int INNO_KEY_AGGREGATE_PENALTY = 640;
        public const int INNO_KEY_AGGREGATE_DEVIATION = 641;
        public const int INNO_KEY_AGGREGATE_SEARCH_LIMIT = 645;
        public const int INNO_KEY_AGGREGATE_SCALING = 650;
        public const int INNO_KEY_AGGREGATE_COMPROMISE = 651;
        public const int INNO_KEY_AGGREGATE_PREFERENCE = 660;
        public const int INNO_KEY_AGGREGATE_INDIFFERENCE = 661;
        public const int INNO_KEY_AGGREGATE_STRICT_PREFERENCE = 662;
        public const int INNO_KEY_AGGREGATE_SIGMA = 663;
        public const int INNO_KEY_AGGREGATE_SHARE_LOWER = 670;
        public const int INNO_KEY_AGGREGATE_SHARE_UPPER = 671;
        public const int INNO_KEY_AGGREGATE_OWN_SHARE_LOWER = 672;
        public const int INNO_KEY_AGGREGATE_OWN_SHARE_UPPER = 673;
        public const int INNO_KEY_AGGREGATE_SHARE_OF = 674;
        public const int INNO_KEY_AGGREGATE_ZERO = 675;
        public const int INNO_KEY_AGGREGATE_MULTIPLIER_LOWER = 676;
        public const int INNO_KEY_AGGREGATE_MULTIPLIER_UPPER = 677;
        public const int INNO_KEY_AGGREGATE_ITERATIONS = 678;
        public const int INNO_AGGREGATE_ARITHMETIC = 10;
        public const int INNO_AGGREGATE_GEOMETRIC = 11;
        public const int INNO_AGGREGATE_HARMONIC = 12;
        public const int INNO_AGGREGATE_POWER = 13;
        public const int INNO_AGGREGATE_WEIGHTED_PRODUCT = 14;
        public const int INNO_AGGREGATE_SUM = 15;
        public const int INNO_AGGREGATE_MEDIAN = 20;
        public const int INNO_AGGREGATE_MINIMUM = 21;
        public const int INNO_AGGREGATE_OWA = 22;
        public const int INNO_AGGREGATE_MEAN_OF_BEST = 23;
        public const int INNO_AGGREGATE_MEAN_OF_WORST = 24;
        public const int INNO_AGGREGATE_MEAN_MIN = 25;
        public const int INNO_AGGREGATE_MAZZIOTTA_PARETO = 30;
        public const int INNO_AGGREGATE_PENALIZED_CV = 31;
        public const int INNO_AGGREGATE_COPELAND = 40;
        public const int INNO_AGGREGATE_BORDA = 41;
        public const int INNO_AGGREGATE_KEMENY = 42;
        public const int INNO_AGGREGATE_TOPSIS = 50;
        public const int INNO_AGGREGATE_VIKOR = 51;
        public const int INNO_AGGREGATE_PROMETHEE = 52;
        public const int INNO_AGGREGATE_WROCLAW = 53;
        public const int INNO_AGGREGATE_BENEFIT_OF_DOUBT = 60;
        public const int INNO_AGGREGATE_FACTOR_SCORES = 61;
        public const int INNO_KEY_RANK_TIES = 700;
        public const int INNO_KEY_AUDIT_CORRELATION = 1000;
        public const int INNO_KEY_AUDIT_USE = 1001;
        public const int INNO_KEY_AUDIT_CONFIDENCE = 1002;
        public const int INNO_KEY_AUDIT_ADJUST = 1003;
        public const int INNO_KEY_AUDIT_ORIENT = 1004;
        public const int INNO_KEY_AUDIT_SILENT = 1010;
        public const int INNO_KEY_AUDIT_REDUNDANT = 1011;
        public const int INNO_KEY_AUDIT_BIAS = 1012;
        public const int INNO_KEY_AUDIT_SKEWNESS_TYPE = 1020;
        public const int INNO_KEY_AUDIT_KURTOSIS_TYPE = 1021;
        public const int INNO_KEY_AUDIT_QUANTILE_TYPE = 1022;
        public const int INNO_KEY_AUDIT_MAX_SKEWNESS = 1023;
        public const int INNO_KEY_AUDIT_MAX_KURTOSIS = 1024;
        public const int INNO_KEY_AUDIT_MIN_COVERAGE = 1025;
        public const int INNO_KEY_AUDIT_MIN_NONZERO = 1026;
        public const int INNO_KEY_AUDIT_MIN_UNIQUE = 1027;
        public const int INNO_KEY_AUDIT_SHARE_OF = 1028;
        public const int INNO_KEY_AUDIT_FENCE = 1029;
        public const int INNO_KEY_AUDIT_MIN_ALPHA = 1030;
        public const int INNO_KEY_AUDIT_ROTATION = 1040;
        public const int INNO_KEY_AUDIT_PROMAX_POWER = 1041;
        public const int INNO_KEY_AUDIT_RETAIN = 1042;
        public const int INNO_KEY_AUDIT_COMPONENTS = 1043;
        public const int INNO_KEY_AUDIT_PARALLEL_DRAWS = 1044;
        public const int INNO_KEY_AUDIT_PARALLEL_QUANTILE = 1045;
        public const int INNO_KEY_AUDIT_SEED = 1046;
        public const int INNO_KEY_AUDIT_MIN_ADEQUACY = 1047;
        public const int INNO_KEY_AUDIT_MIN_FIRST_SHARE = 1048;
        public const int INNO_KEY_AUDIT_IMPORTANCE_RATIO = 1050;
        public const int INNO_KEY_AUDIT_PLACES = 1051;
        public const int INNO_KEY_AUDIT_MIN_ADDED = 1052;
        public const int INNO_KEY_AUDIT_MAX_SHIFT = 1053;
        public const int INNO_KEY_AUDIT_STRENGTHS = 1060;
        public const int INNO_KEY_AUDIT_STRENGTH_COUNT = 1061;
        public const int INNO_KEY_AUDIT_MIN_DISTINCT = 1062;
        public const int INNO_KEY_AUDIT_STRENGTH_COVERAGE = 1063;
        public const int INNO_KEY_AUDIT_GROUP = 1064;
        public const int INNO_KEY_AUDIT_DEVELOPMENT = 1070;
        public const int INNO_KEY_AUDIT_CURVE = 1071;
        public const int INNO_KEY_AUDIT_KNOTS = 1072;
        public const int INNO_KEY_AUDIT_BAND = 1073;
        public const int INNO_KEY_AUDIT_PERIOD = 1080;
        public const int INNO_KEY_UNCERTAINTY_SEQUENCE = 1100;
        public const int INNO_KEY_UNCERTAINTY_SEED = 1101;
        public const int INNO_KEY_UNCERTAINTY_NODE = 1102;
        public const int INNO_KEY_UNCERTAINTY_PERIOD = 1103;
        public const int INNO_KEY_UNCERTAINTY_CONFIDENCE = 1104;
        public const int INNO_KEY_UNCERTAINTY_TOP = 1110;
        public const int INNO_KEY_UNCERTAINTY_SCORE_LOW = 1111;
        public const int INNO_KEY_UNCERTAINTY_SCORE_HIGH = 1112;
        public const int INNO_KEY_UNCERTAINTY_SCORE_BINS = 1113;
        public const int INNO_KEY_UNCERTAINTY_PAIRS = 1114;
        public const int INNO_KEY_UNCERTAINTY_CENTRAL = 1115;
        public const int INNO_KEY_EXPLAIN_NODE = 1200;
        public const int INNO_KEY_EXPLAIN_PERIOD = 1201;
        public const int INNO_KEY_EXPLAIN_GROUP = 1202;
        public const int INNO_KEY_EXPLAIN_BASELINE = 1215;
        public const int INNO_KEY_EXPLAIN_HOLD_TREATMENT = 1220;
        public const int INNO_KEY_EXPLAIN_HOLD_NORMALIZATION = 1221;
        public const int INNO_KEY_EXPLAIN_HOLD_IMPUTATION = 1222;
        public const int INNO_KEY_EXPLAIN_MOVE_STEP = 1223;
        public const int INNO_KEY_EXPLAIN_OVERTAKE = 1230;
        public const int INNO_KEY_EXPLAIN_CAP_RANGES = 1231;
        public const int INNO_KEY_EXPLAIN_LOOKS = 1232;
        public const int INNO_KEY_EXPLAIN_TRIES = 1233;
        public const int INNO_KEY_EXPLAIN_PERIOD_BEFORE = 1240;
        public const int INNO_KEY_EXPLAIN_ROUNDING = 1245;
        public const int INNO_KEY_EXPLAIN_ULPS = 1246;
        public const int INNO_KEY_EXPLAIN_RANKED_UNITS = 1247;
        public const int INNO_KEY_EXPLAIN_MIN_PEERS = 1255;
        public const int INNO_KEY_EXPLAIN_ZERO_SHARE = 1256;
        public const int INNO_KEY_EXPLAIN_ZERO_FAR = 1257;
        public const int INNO_KEY_EXPLAIN_SLIP_OUTSIDE = 1258;
        public const int INNO_KEY_EXPLAIN_SLIP_INSIDE = 1259;
        public const int INNO_KEY_EXPLAIN_SLIP_SPREAD = 1260;
        public const int INNO_KEY_EXPLAIN_DENOMINATOR_CHANGE = 1261;
        public const int INNO_KEY_EXPLAIN_GAP_PLACES = 1262;
        public const int INNO_KEY_EXPLAIN_POSSIBLE_LOWER = 1263;
        public const int INNO_KEY_EXPLAIN_POSSIBLE_UPPER = 1264;
        public const int INNO_TIES_COMPETITION = 1;
        public const int INNO_TIES_MODIFIED = 2;
        public const int INNO_TIES_DENSE = 3;
        public const int INNO_TIES_FRACTIONAL = 4;
        public const int INNO_LOG_NONE = 1;
        public const int INNO_LOG_NATURAL = 2;
        public const int INNO_LOG_BASE10 = 3;
        public const int INNO_NONPOSITIVE_ERROR = 1;
        public const int INNO_NONPOSITIVE_FLOOR = 2;
        public const int INNO_NONPOSITIVE_SHIFT = 3;
        public const int INNO_MISSING_ZERO = 1;
        public const int INNO_MISSING_RESCALE = 2;
        public const int INNO_MISSING_PROPAGATE = 3;
        public const int INNO_PENALTY_NEGATIVE = 1;
        public const int INNO_PENALTY_POSITIVE = 2;
        public const int INNO_DEVIATION_POPULATION = 1;
        public const int INNO_DEVIATION_SAMPLE = 2;
        public const int INNO_SCALING_NONE = 1;
        public const int INNO_SCALING_MINMAX = 2;
        public const int INNO_SCALING_VECTOR = 3;
        public const int INNO_PREFERENCE_USUAL = 1;
        public const int INNO_PREFERENCE_U_SHAPE = 2;
        public const int INNO_PREFERENCE_V_SHAPE = 3;
        public const int INNO_PREFERENCE_LEVEL = 4;
        public const int INNO_PREFERENCE_LINEAR = 5;
        public const int INNO_PREFERENCE_GAUSSIAN = 6;
        public const int INNO_FRAME_POOLED = 1;
        public const int INNO_FRAME_PERIOD = 2;
        public const int INNO_FRAME_BASE = 3;
        public const int INNO_OUTLIERS_SD = 1;
        public const int INNO_OUTLIERS_FENCE = 2;
        public const int INNO_TEST_MOMENTS = 1;
        public const int INNO_TEST_FENCE = 2;
        public const int INNO_TEST_SD = 3;
        public const int INNO_WEIGHTING_EQUAL = 1;
        public const int INNO_WEIGHTING_DISTANCE = 2;
        public const int INNO_TOO_FEW_REFUSE = 1;
        public const int INNO_TOO_FEW_SKIP = 2;
        public const int INNO_LOADINGS_SIGNED = 1;
        public const int INNO_LOADINGS_ABSOLUTE = 2;
        public const int INNO_LOADINGS_SQUARED = 3;
        public const int INNO_RETAIN_EIGENVALUE = 1;
        public const int INNO_RETAIN_SHARE = 2;
        public const int INNO_RETAIN_CUMULATIVE = 3;
        public const int INNO_RETAIN_COUNT = 4;
        public const int INNO_FORCE_INCLUDE = 1;
        public const int INNO_FORCE_EXCLUDE = 2;
        public const int INNO_SHARE_OF_CONTRIBUTION = 1;
        public const int INNO_SHARE_OF_WEIGHT = 2;
        public const int INNO_SHARE_OF_MEAN = 3;
        public const int INNO_ZERO_ERROR = 1;
        public const int INNO_ZERO_RELEASE = 2;
        public const int INNO_ZERO_LIMIT = 3;
        public const int INNO_CORRELATION_PEARSON = 1;
        public const int INNO_CORRELATION_SPEARMAN = 2;
        public const int INNO_CORRELATION_KENDALL = 3;
        public const int INNO_USE_PAIRWISE = 1;
        public const int INNO_USE_COMPLETE = 2;
        public const int INNO_ADJUST_NONE = 1;
        public const int INNO_ADJUST_BENJAMINI_HOCHBERG = 2;
        public const int INNO_ADJUST_BENJAMINI_YEKUTIELI = 3;
        public const int INNO_ADJUST_HOLM = 4;
        public const int INNO_ADJUST_BONFERRONI = 5;
        public const int INNO_SHARE_OF_UNITS = 1;
        public const int INNO_SHARE_OF_AVAILABLE = 2;
        public const int INNO_ROTATION_NONE = 1;
        public const int INNO_ROTATION_VARIMAX = 2;
        public const int INNO_ROTATION_PROMAX = 3;
        public const int INNO_COMPONENTS_KAISER = 1;
        public const int INNO_COMPONENTS_PARALLEL = 2;
        public const int INNO_COMPONENTS_COUNT = 3;
        public const int INNO_STRENGTHS_GII = 1;
        public const int INNO_STRENGTHS_COUNT = 2;
        public const int INNO_STRENGTHS_COINR = 3;
        public const int INNO_CURVE_LINEAR = 1;
        public const int INNO_CURVE_QUADRATIC = 2;
        public const int INNO_CURVE_SPLINE = 3;
        public const int INNO_OVERTAKE_STRICT = 1;
        public const int INNO_OVERTAKE_TIE = 2;
        public const int INNO_SEQUENCE_PHILOX = 1;
        public const int INNO_SEQUENCE_SOBOL = 2;
        public const int INNO_ROUNDING_HALF_UP = 1;
        public const int INNO_ROUNDING_HALF_EVEN = 2;
        public const int INNO_ROUNDING_TRUNCATED = 4;
        public const int INNO_LIMIT_UNITS = 100000000;
        public const int INNO_LIMIT_NODES = 100000;
        public const int INNO_LIMIT_LEVELS = 100;
        public const int INNO_LIMIT_TEXT = 1000;
        public const int INNO_LIMIT_STEPS = 64;
        public const int INNO_LIMIT_LIST = 200;
        public const int INNO_LIMIT_CHAIN = 8;
        public const int INNO_LIMIT_COMBINATIONS = 4096;
        public const int INNO_LIMIT_ALTERNATIVES = 100000;
        public const int INNO_LIMIT_BOUNDED = 10;
        public const int INNO_LIMIT_TALLY_RANGES = 4096;
        public const int INNO_LIMIT_TALLY_BINS = 1000000;
        public const int INNO_FINGERPRINT_BYTES = 65;
        public const int INNO_RECORD_MARGINAL = 330;
        public const int INNO_FIELD_MOVE = 350;
        public const int INNO_FIELD_PER_UNIT = 354;
        public const int INNO_FIELD_MOVED = 355;
        public const int INNO_MOVE_STEP = 1;
        public const int INNO_MOVE_QUARTILE = 2;
        public const int INNO_MOVE_MEDIAN = 3;
        public const int INNO_MOVE_BEST = 4;
        public const int INNO_LIMIT_RANK_BOUNDS_WEIGHTS = 256;
        public const int INNO_LIMIT_RANK_BOUNDS_UNITS = 10000;
        public const int INNO_RANK_BEST_LOWER = 10;
        public const int INNO_RANK_BEST_UPPER = 11;
        public const int INNO_RANK_BEST_PROVEN = 12;
        public const int INNO_RANK_WORST_LOWER = 20;
        public const int INNO_RANK_WORST_UPPER = 21;
        public const int INNO_RANK_WORST_PROVEN = 22;
        public const int INNO_RANK_ALWAYS_ABOVE = 30;
        public const int INNO_RANK_EVER_ABOVE = 31;
        public const int INNO_DOMINANCE_NECESSARY = 1;
        public const int INNO_DOMINANCE_NECESSARY_STRICT = 2;
        public const int INNO_DOMINANCE_POSSIBLE = 3;
        public const int INNO_DOMINANCE_POSSIBLE_STRICT = 4;
        public const int INNO_MEASURE_SUM = 1;
        public const int INNO_MEASURE_LARGEST = 2;
        public const int INNO_PLACE_LOST = 1;
        public const int INNO_PLACE_GAINED = 2;
        public const int INNO_REGROUP_MISSING = 0;
        public const int INNO_REGROUP_AVAILABLE = 1;
        public const int INNO_KEEP_SCORES = 0;
        public const int INNO_KEEP_COVERAGE = 1;
        public const int INNO_KEEP_STEPS = 2;
        public const int INNO_KEEP_ALL = 3;
        public const int INNO_MARK_NO_DENOMINATOR = 1;
        public const int INNO_MARK_ZERO_DENOMINATOR = 2;
        public const int INNO_MARK_IMPUTED = 4;
        public const int INNO_MARK_WINSORIZED_HIGH = 8;
        public const int INNO_MARK_WINSORIZED_LOW = 16;
        public const int INNO_MARK_TRANSFORMED = 32;
        public const int INNO_MARK_TRUNCATED = 64;
        public const int INNO_MARK_SCREENED_OUT = 128;
        public const int INNO_RECORD_WEIGHT = 10;
        public const int INNO_RECORD_SCREENING = 20;
        public const int INNO_RECORD_TREATMENT = 30;
        public const int INNO_RECORD_FRAME = 40;
        public const int INNO_RECORD_SEARCH = 50;
        public const int INNO_FIELD_STEP = 1;
        public const int INNO_FIELD_NODE = 2;
        public const int INNO_FIELD_UNIT = 3;
        public const int INNO_FIELD_STAGE = 4;
        public const int INNO_FIELD_RULE = 5;
        public const int INNO_FIELD_PERIOD = 6;
        public const int INNO_FIELD_WEIGHT = 10;
        public const int INNO_FIELD_SHARE = 11;
        public const int INNO_FIELD_EFFECTIVE = 12;
        public const int INNO_FIELD_AVAILABLE = 20;
        public const int INNO_FIELD_ZEROS = 21;
        public const int INNO_FIELD_COVERAGE = 22;
        public const int INNO_FIELD_NONZERO = 23;
        public const int INNO_FIELD_FORCED = 24;
        public const int INNO_FIELD_INCLUDED = 25;
        public const int INNO_FIELD_SKEWNESS = 30;
        public const int INNO_FIELD_KURTOSIS = 31;
        public const int INNO_FIELD_PASSED = 32;
        public const int INNO_FIELD_KEPT = 33;
        public const int INNO_FIELD_POINTS_HIGH = 34;
        public const int INNO_FIELD_POINTS_LOW = 35;
        public const int INNO_FIELD_PARAMETER = 36;
        public const int INNO_FIELD_LOW = 37;
        public const int INNO_FIELD_HIGH = 38;
        public const int INNO_FIELD_CENTER = 40;
        public const int INNO_FIELD_SCALE = 41;
        public const int INNO_FIELD_MINIMUM = 42;
        public const int INNO_FIELD_MAXIMUM = 43;
        public const int INNO_FIELD_CONVERGED = 50;
        public const int INNO_FIELD_ITERATIONS = 51;
        public const int INNO_FIELD_OBJECTIVE = 52;
        public const int INNO_FIELD_PRIMAL = 53;
        public const int INNO_FIELD_DUAL = 54;
        public const int INNO_FIELD_GAP = 55;
        public const int INNO_STEP_DENOMINATE = 100;
        public const int INNO_STEP_SCREEN = 200;
        public const int INNO_STEP_IMPUTE = 300;
        public const int INNO_STEP_TREAT = 400;
        public const int INNO_STEP_NORMALIZE = 500;
        public const int INNO_STEP_AGGREGATE = 600;
        public const int INNO_STEP_RANK = 700;
        public const int INNO_STEP_WEIGH = 800;
        public const int INNO_STEP_AUDIT = 1000;
        public const int INNO_STEP_UNCERTAINTY = 1100;
        public const int INNO_STEP_EXPLAIN = 1200;
        public const int INNO_TYPE_F64 = 1;
        public const int INNO_TYPE_I64 = 2;
        public const int INNO_TYPE_CHOICE = 3;
        public const int INNO_TYPE_TEXT = 4;
        public const int INNO_TYPE_CHAIN = 5;
        public const int INNO_TYPE_LIST = 6;
        public const int INNO_SCOPE_ALL = 1;
        public const int INNO_SCOPE_NODE = 2;
        public const int INNO_SCOPE_LEVEL = 4;
        public const int INNO_SCOPE_UNIT = 8;
        public const int INNO_SCOPE_CHILD = 16;
        public const int INNO_LIMIT_BASE_POINTS = 100000000;
        public const int INNO_LIMIT_INPUTS = 100000;
        public const int INNO_LIMIT_SOBOL_INPUTS = 512;
        public const int INNO_LIMIT_RESAMPLES = 1000000;
        public const int INNO_SEQUENCE_SOBOL_PLAIN = 3;
        public const int INNO_DESIGN_SECOND_ORDER = 1;
        public const int INNO_DESIGN_BLOCKS = 2;
        public const int INNO_WALK_TRAJECTORY = 1;
        public const int INNO_WALK_RADIAL = 2;
        public const int INNO_ESTIMATOR_JANSEN = 1;
        public const int INNO_ESTIMATOR_SALTELLI = 2;
        public const int INNO_ESTIMATOR_CENTERED = 3;
        public const int INNO_SENSITIVITY_FIRST = 1;
        public const int INNO_SENSITIVITY_TOTAL = 2;
        public const int INNO_SENSITIVITY_MEAN = 10;
        public const int INNO_SENSITIVITY_VARIANCE = 11;
        public const int INNO_SENSITIVITY_USED = 12;
        public const int INNO_SENSITIVITY_LEFT_OUT = 13;
        public const int INNO_SENSITIVITY_CONSTANT = 14;
        public const int INNO_INTERVAL_PERCENTILE = 1;
        public const int INNO_INTERVAL_NORMAL = 2;
        public const int INNO_EFFECT_MEAN = 1;
        public const int INNO_EFFECT_MEAN_ABS = 2;
        public const int INNO_EFFECT_SD = 3;
        public const int INNO_EFFECT_COUNT = 4;
        public const int INNO_OK = 0;
        public const int INNO_E_NULL = 1;
        public const int INNO_E_ARGUMENT = 2;
        public const int INNO_E_KEY = 3;
        public const int INNO_E_TYPE = 4;
        public const int INNO_E_VALUE = 5;
        public const int INNO_E_RULE = 6;
        public const int INNO_E_CODE = 7;
        public const int INNO_E_DUPLICATE = 8;
        public const int INNO_E_TREE = 9;
        public const int INNO_E_FROZEN = 10;
        public const int INNO_E_NOT_FROZEN = 11;
        public const int INNO_E_ORDER = 12;
        public const int INNO_E_BUFFER = 13;
        public const int INNO_E_ALIGN = 14;
        public const int INNO_E_NOT_KEPT = 15;
        public const int INNO_E_TEXT = 16;
        public const int INNO_E_UNFINISHED = 17;
        public const int INNO_E_FRAMES = 18;
        public const int INNO_E_TALLY = 19;
        public const int INNO_E_JSON = 20;
        public const int INNO_E_INFINITE = 100;
        public const int INNO_E_NODATA = 101;
        public const int INNO_E_CONSTANT = 102;
        public const int INNO_E_MISSING_COLUMN = 103;
        public const int INNO_E_MISSING_GROUP = 104;
        public const int INNO_E_MISSING_PARAMETER = 105;
        public const int INNO_E_WEIGHTS = 106;
        public const int INNO_E_INCONSISTENT = 107;
        public const int INNO_E_NONPOSITIVE = 200;
        public const int INNO_E_DOMAIN = 201;
        public const int INNO_E_OVERFLOW = 202;
        public const int INNO_E_CONVERGENCE = 203;
        public const int INNO_E_NOMEM = 300;
        public const int INNO_E_SIZE = 301;
        public const int INNO_LANGUAGE_EN = 0;
        public const int INNO_LANGUAGE_VI = 1;
        public const int INNO_TALLY_NOMINAL = 1;
        public const int INNO_TALLY_MEAN = 2;
        public const int INNO_TALLY_SD = 3;
        public const int INNO_TALLY_ERROR = 4;
        public const int INNO_TALLY_BEST = 5;
        public const int INNO_TALLY_WORST = 6;
        public const int INNO_TALLY_UNRANKED = 7;
        public const int INNO_TALLY_TOP = 8;
        public const int INNO_TALLY_SCORE_MEAN = 10;
        public const int INNO_TALLY_SCORE_SD = 11;
        public const int INNO_TALLY_SCORE_BELOW = 12;
        public const int INNO_TALLY_SCORE_ABOVE = 13;
        public const int INNO_TALLY_SCORE_ERROR = 14;
        public const int INNO_TALLY_MEDIAN = 15;
        public const int INNO_TALLY_LOWER = 16;
        public const int INNO_TALLY_UPPER = 17;
        public const int INNO_TALLY_RANK_COUNTS = 1;
        public const int INNO_TALLY_RANK_SHARES = 2;
        public const int INNO_TALLY_RANK_WITHIN = 3;
        public const int INNO_TALLY_PAIR_WINS = 4;
        public const int INNO_TALLY_PAIR_TIES = 5;
        public const int INNO_TALLY_CENTRAL = 6;
        public const int INNO_TALLY_SCORE_COUNTS = 7;
        public const int INNO_TALLY_UNITS = 1;
        public const int INNO_TALLY_REPLICATES = 2;
        public const int INNO_TALLY_FAILED = 3;
        public const int INNO_TALLY_FIRST_FAILED = 4;
        public const int INNO_TALLY_FAILURES = 5;
        public const int INNO_TALLY_RANGES = 6;
        public const int INNO_TALLY_COMPLETE = 7;
        public const int INNO_TALLY_CHECKPOINTS = 8;
        public const int INNO_TALLY_TOP_COUNT = 9;
        public const int INNO_TALLY_HALVES = 10;
        public const int INNO_RECORD_TRACE_NODE = 310;
        public const int INNO_RECORD_TRACE_STEP = 311;
        public const int INNO_RECORD_TRACE_STAGE = 312;
        public const int INNO_RECORD_TRACE_PARAMETER = 313;
        public const int INNO_RECORD_TRACE_SOURCE = 314;
        public const int INNO_FIELD_PRESENT_SHARE = 300;
        public const int INNO_FIELD_ADDS = 301;
        public const int INNO_FIELD_CHILDREN = 302;
        public const int INNO_FIELD_COMPARES = 303;
        public const int INNO_FIELD_WEIGHT_RULE = 304;
        public const int INNO_FIELD_STEP_KIND = 305;
        public const int INNO_FIELD_VALUE_BEFORE = 306;
        public const int INNO_FIELD_VALUE_AFTER = 307;
        public const int INNO_FIELD_MARKS = 308;
        public const int INNO_FIELD_DIRECTION = 309;
        public const int INNO_FIELD_DENOMINATOR = 310;
        public const int INNO_FIELD_DENOMINATOR_SCALE = 311;
        public const int INNO_FIELD_SOURCE_UNIT = 312;
        public const int INNO_FIELD_SOURCE_PERIOD = 313;
        public const int INNO_FIELD_SOURCES = 314;
        public const int INNO_FIELD_SKEWNESS_AFTER = 315;
        public const int INNO_FIELD_KURTOSIS_AFTER = 316;
        public const int INNO_FIELD_MIRRORED = 317;
        public const int INNO_FIELD_APPLIED = 318;
        public const int INNO_FIELD_MINIMUM_UNIT = 319;
        public const int INNO_FIELD_MINIMUM_PERIOD = 320;
        public const int INNO_FIELD_MAXIMUM_UNIT = 321;
        public const int INNO_FIELD_MAXIMUM_PERIOD = 322;
        public const int INNO_FIELD_ORIGIN = 323;
        public const int INNO_FIELD_PARAMETER_KEY = 324;
        public const int INNO_FIELD_PARAMETER_POSITION = 325;
        public const int INNO_FIELD_DONOR_DISTANCE = 326;
        public const int INNO_FIELD_DENOMINATOR_COLUMN = 327;
        public const int INNO_ORIGIN_NONE = 0;
        public const int INNO_ORIGIN_DATA = 1;
        public const int INNO_ORIGIN_GIVEN = 2;
        public const int INNO_ORIGIN_BOTH = 3;
        public const int INNO_ORIGIN_HELD = 4;
        public const int INNO_TREND_OK = 0;
        public const int INNO_TREND_TOO_FEW = 1;
        public const int INNO_TREND_FROM_ZERO = 2;
        public const int INNO_TREND_SIGN_CHANGE = 3;
        public const int INNO_TREND_OVERFLOW = 4;
        public const int INNO_LIMIT_DECIMALS = 340;
        public const int INNO_DECIMALS_FIND = -1;
        public const int INNO_RECORD_VERIFIED_NODE = 360;
        public const int INNO_RECORD_VERIFIED_SCORE = 361;
        public const int INNO_RECORD_VERIFIED_RANK = 362;
        public const int INNO_RECORD_VERIFIED_PARTS = 363;
        public const int INNO_RECORD_IMPLIED = 364;
        public const int INNO_RECORD_IMPLIED_WEIGHT = 365;
        public const int INNO_FIELD_DECIMALS = 410;
        public const int INNO_FIELD_VERDICT = 411;
        public const int INNO_FIELD_ROUNDINGS = 412;
        public const int INNO_FIELD_LAST_DIGITS = 413;
        public const int INNO_FIELD_AGREEING = 414;
        public const int INNO_FIELD_ROUNDED = 415;
        public const int INNO_FIELD_DISAGREEING = 416;
        public const int INNO_FIELD_HALF_UP = 417;
        public const int INNO_FIELD_HALF_EVEN = 418;
        public const int INNO_FIELD_TRUNCATED = 419;
        public const int INNO_FIELD_ROUNDING = 420;
        public const int INNO_FIELD_EXPLAINED = 421;
        public const int INNO_FIELD_MATRIX_RANK = 422;
        public const int INNO_FIELD_UNIQUE = 423;
        public const int INNO_FIELD_EXPLICABLE = 424;
        public const int INNO_FIELD_EXCESS = 425;
        public const int INNO_VERDICT_NONE = 0;
        public const int INNO_VERDICT_AGREES = 1;
        public const int INNO_VERDICT_ROUNDED = 2;
        public const int INNO_VERDICT_DISAGREES = 3;
        public const int INNO_VERDICT_MISSING = 4;
        public const int INNO_FINDING_SCORE_DIFFERS = 100;
        public const int INNO_FINDING_SCORE_MISSING = 101;
        public const int INNO_FINDING_RANK_DIFFERS = 102;
        public const int INNO_FINDING_RANK_MISSING = 103;
        public const int INNO_FINDING_RANK_ORDER = 104;
        public const int INNO_FINDING_RANK_REPEATED = 105;
        public const int INNO_FINDING_RANK_IMPOSSIBLE = 106;
        public const int INNO_FINDING_PARTS_DIFFER = 107;
        public const int INNO_FINDING_UNIT_UNKNOWN = 108;
        public const int INNO_FINDING_ROUNDING_OTHER = 109;
        public const int INNO_FINDING_ROUNDING_MIXED = 110;
        public const int INNO_FINDING_WEIGHTS_NONE = 111;
        public const int INNO_FINDING_WEIGHTS_OTHER = 112;
        public const int INNO_FINDING_ROUNDING_ODD = 113;
        public const int INNO_VERSION_MAJOR = 0;
        public const int INNO_VERSION_MINOR = 1;
        public const int INNO_VERSION_PATCH = 0;
        public const int INNO_OPTIMAL_BALANCE = 1;
        public const int INNO_OPTIMAL_INFOMAX = 2;
        public const int INNO_BUDGET_MEAN = 1;
        public const int INNO_BUDGET_MEDIAN = 2;
        public const int INNO_AHP_EIGENVECTOR = 1;
        public const int INNO_AHP_ROW_GEOMETRIC = 2;
        public const int INNO_AHP_COLUMN_MEAN = 3;

        // analysis.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_analysis_destroy(IntPtr analysis);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_analysis_record_count(IntPtr analysis, int kind);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_record(
            IntPtr analysis, int kind, long index, int field, [In, Out] double[] value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_column(
            IntPtr analysis, int kind, int field, [In, Out] double[] @out, IntPtr stride_bytes, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_analysis_node_code(IntPtr analysis, long node);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_analysis_unit_code(IntPtr analysis, long unit);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_sentence(
            IntPtr analysis, long index, int language, [In, Out] byte[] buffer, long capacity, [In, Out] long[] needed,
            IntPtr error);

        // analysis_data.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_statistics(
            IntPtr allocator, IntPtr options, double[] values, long units, long columns, IntPtr row_stride,
            IntPtr column_stride, IntPtr[] codes, double[] probabilities, long probability_count, out IntPtr @out,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_correlations(
            IntPtr allocator, IntPtr options, double[] values, long units, long columns, IntPtr row_stride,
            IntPtr column_stride, IntPtr[] codes, double[] unit_weights, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_partial(
            IntPtr allocator, IntPtr options, double[] values, long units, long columns, IntPtr row_stride,
            IntPtr column_stride, IntPtr[] codes, long held, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_reliability(
            IntPtr allocator, IntPtr options, double[] values, long units, long columns, IntPtr row_stride,
            IntPtr column_stride, IntPtr[] codes, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_components(
            IntPtr allocator, IntPtr options, double[] values, long units, long columns, IntPtr row_stride,
            IntPtr column_stride, IntPtr[] codes, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_development(
            IntPtr allocator, IntPtr options, double[] scores, IntPtr scores_stride, double[] development,
            IntPtr development_stride, long units, out IntPtr @out, IntPtr error);

        // analysis_result.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_coherence(
            IntPtr allocator, IntPtr options, IntPtr result, int step, IntPtr dataset, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_families(
            IntPtr allocator, IntPtr options, IntPtr result, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_influence(
            IntPtr allocator, IntPtr options, IntPtr result, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_removal(
            IntPtr allocator, IntPtr options, IntPtr method, IntPtr dataset, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_profile(
            IntPtr allocator, IntPtr options, IntPtr result, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_comparison(
            IntPtr allocator, IntPtr options, IntPtr[] results, long count, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_audit(
            IntPtr allocator, IntPtr options, IntPtr method, IntPtr dataset, out IntPtr @out, IntPtr error);

        // assumptions.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_create(IntPtr allocator, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_assumptions_destroy(IntPtr assumptions);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_assumptions_count(IntPtr assumptions);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_schemes(
            IntPtr assumptions, long position, IntPtr[] schemes, long count, double[] probabilities, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_weight_sets(
            IntPtr assumptions, IntPtr[] sets, long count, double[] probabilities, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_weight_range(
            IntPtr assumptions, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, double lower, double upper,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_weight_noise(
            IntPtr assumptions, int level, double share, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_simplex(
            IntPtr assumptions, [MarshalAs(UnmanagedType.LPUTF8Str)] string parent, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_dirichlet(
            IntPtr assumptions, [MarshalAs(UnmanagedType.LPUTF8Str)] string parent, double concentration, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_bounded(
            IntPtr assumptions, [MarshalAs(UnmanagedType.LPUTF8Str)] string parent, IntPtr[] codes, double[] lower,
            double[] upper, long count, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_order(
            IntPtr assumptions, [MarshalAs(UnmanagedType.LPUTF8Str)] string parent, IntPtr[] codes, long count,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_removal(
            IntPtr assumptions, IntPtr[] codes, long count, int none, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_error(
            IntPtr assumptions, [MarshalAs(UnmanagedType.LPUTF8Str)] string code,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string unit, int law, double size, int measure, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_assumptions_add_jrc(
            IntPtr assumptions, IntPtr[] codes, double[] lower, double[] upper, long count, IntPtr aggregation,
            long aggregation_position, int geometric_level, IntPtr imputation, long imputation_position, IntPtr error);

        // change.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_change(
            IntPtr allocator, IntPtr options, IntPtr method_before, IntPtr dataset_before, IntPtr method_after,
            IntPtr dataset_after, IntPtr regrouped_before, out IntPtr @out, IntPtr error);

        // check.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_check(
            IntPtr allocator, IntPtr options, IntPtr method, IntPtr dataset, IntPtr dataset_before, long unit,
            out IntPtr @out, IntPtr error);

        // climb.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_climb(
            IntPtr allocator, IntPtr options, IntPtr method, IntPtr dataset, long unit, int goal, double value,
            long other, double[] costs, IntPtr costs_stride_bytes, double[] caps, IntPtr caps_stride_bytes,
            out IntPtr @out, IntPtr error);

        // contributions.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_contributions(
            IntPtr allocator, IntPtr options, IntPtr method, IntPtr result, long unit, long reference, out IntPtr @out,
            IntPtr error);

        // dataset.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_dataset_create(
            IntPtr allocator, long unit_count, IntPtr[] codes, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_dataset_create_panel(
            IntPtr allocator, long unit_count, IntPtr[] codes, long period_count, double[] periods, out IntPtr @out,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_dataset_destroy(IntPtr dataset);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_dataset_add_column(
            IntPtr dataset, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, double[] values, IntPtr stride_bytes,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_dataset_add_columns(
            IntPtr dataset, IntPtr[] codes, long count, double[] values, IntPtr row_stride_bytes,
            IntPtr column_stride_bytes, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_dataset_add_group(
            IntPtr dataset, [MarshalAs(UnmanagedType.LPUTF8Str)] string name, IntPtr[] labels, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_dataset_unit_count(IntPtr dataset);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_dataset_period_count(IntPtr dataset);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_dataset_period(IntPtr dataset, long period);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_dataset_unit_code(IntPtr dataset, long unit);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_dataset_find_unit(
            IntPtr dataset, [MarshalAs(UnmanagedType.LPUTF8Str)] string code);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_dataset_column_count(IntPtr dataset);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_dataset_column_code(IntPtr dataset, long column);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_dataset_find_column(
            IntPtr dataset, [MarshalAs(UnmanagedType.LPUTF8Str)] string code);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_dataset_column(
            IntPtr dataset, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, [In, Out] double[] @out,
            IntPtr stride_bytes, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_dataset_fingerprint(
            IntPtr dataset, [In, Out] byte[] buffer, long capacity, IntPtr error);

        // error.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_error_create(IntPtr allocator, out IntPtr @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_error_destroy(IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_error_set_language(IntPtr error, int language);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_error_status(IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_error_message(IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_error_node(IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_error_unit(IntPtr error);

        // flat.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_check(double[] x, int n);

        // flat_aggregate.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_arithmetic_mean(double[] x, double[] weights, int n, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_geometric_mean(
            double[] x, double[] weights, int n, double min_coverage, double floor, double shift);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_harmonic_mean(
            double[] x, double[] weights, int n, double min_coverage, double floor, double shift);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_power_mean(
            double[] x, double[] weights, int n, double power, double min_coverage, double floor, double shift);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_median(double[] x, double[] weights, int n, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_minimum(double[] x, double[] weights, int n, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_weighted_product(
            double[] x, double[] weights, int n, double min_coverage, double floor, double shift);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_sum(
            double[] x, double[] weights, int n, int missing, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_owa(
            double[] x, double[] weights, int n, double[] order_weights, int order_count, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_mean_of_best(
            double[] x, double[] weights, int n, int count, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_mean_of_worst(
            double[] x, double[] weights, int n, int count, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_mean_min(
            double[] x, double[] weights, int n, double alpha, double beta, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_mazziotta_pareto(
            double[] x, double[] weights, int n, int penalty, int deviation, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_penalized_cv(
            double[] x, double[] weights, int n, double coefficient, int deviation, double min_coverage);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_aggregate(
            double[] x, int rows, int columns, int column_major, double[] weights, int rule, double power,
            double min_coverage, double floor, double shift, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_copeland(
            double[] x, int rows, int columns, int column_major, double[] weights, double min_coverage,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_borda_count(
            double[] x, int rows, int columns, int column_major, double[] weights, double min_coverage,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_kemeny(
            double[] x, int rows, int columns, int column_major, double[] weights, int search_limit,
            double min_coverage, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_topsis(
            double[] x, int rows, int columns, int column_major, double[] weights, int scaling, double min_coverage,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_vikor(
            double[] x, int rows, int columns, int column_major, double[] weights, double compromise,
            double min_coverage, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_promethee(
            double[] x, int rows, int columns, int column_major, double[] weights, int preference, double indifference,
            double strict_preference, double sigma, double min_coverage, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_rank(
            double[] x, double[] group, int n, int direction, int ties, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_score(
            double[] x, int rows, int columns, int column_major, double[] parents, double[] directions,
            double[] weights, int nodes, int treatment, double lower, double upper, int rule, double min_coverage,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_benefit_of_doubt(
            double[] x, int rows, int columns, int column_major, double share_lower, double share_upper,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_order_m(
            double[] x, int rows, int columns, int column_major, int draws, [In, Out] double[] @out);

        // flat_analysis.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_quantile(double[] x, int n, double p, int type);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_correlation(double[] x, double[] y, int n, int rule);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_correlation_p(double[] x, double[] y, int n, int rule);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_alpha(
            double[] x, int rows, int columns, int column_major, int standardized);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_kmo(double[] x, int rows, int columns, int column_major);

        // flat_data.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_denominate(
            double[] x, double[] denominator, int n, double scale, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_coverage(double[] row, int k);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_nonzero(double[] row, int k);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_screen(
            double[] x, int rows, int columns, int column_major, double[] forced, int rule, double min_coverage,
            double min_nonzero, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_mean(double[] x, int n, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_median(double[] x, int n, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_group_mean(
            double[] x, double[] group, int n, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_group_median(
            double[] x, double[] group, int n, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_siblings(
            double[] x, int rows, int columns, int column_major, double[] directions, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_regression(
            double[] x, int rows, int columns, int column_major, int too_few, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_em(
            double[] x, int rows, int columns, int column_major, double ridge, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_nearest(
            double[] x, int rows, int columns, int column_major, int neighbors, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_hot_deck(
            double[] x, int rows, int columns, int column_major, double[] group, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_latest(
            double[] values, double[] times, int n, double max_age, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_linear(
            double[] values, double[] times, int n, double max_age, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_constant(
            double[] values, double[] times, int n, double max_age, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_impute_linear_constant(
            double[] values, double[] times, int n, double max_age, [In, Out] double[] @out);

        // flat_normalize.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_orient(double[] x, int n, int direction, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_minmax(
            double[] x, int n, int direction, double lower, double upper, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_zscore(
            double[] x, int n, int direction, double mean, double sd, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_fixed_range(
            double[] x, int n, int direction, double lower, double upper, double points, int log,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_goalposts(
            double[] x, int n, int direction, double lower, double upper, double points, int truncate, int log,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_rank_from_below(
            double[] x, int n, int direction, int ties, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_percentile_rank(
            double[] x, int n, int direction, int ties, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_borda(double[] x, int n, int direction, int ties, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_distance_to_max(
            double[] x, int n, int direction, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_distance_to_reference(
            double[] x, int n, int direction, int reference, int cap, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_distance_to_target(
            double[] x, int n, int direction, double target, int cap, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_fraction_of_max(
            double[] x, int n, int direction, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_minmax_percentile(
            double[] x, int n, int direction, double lower, double upper, double lower_percentile,
            double upper_percentile, int quantile_type, int truncate, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_minmax_sd(
            double[] x, int n, int direction, double lower, double upper, double sds, int truncate, int log,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_minmax_inner(
            double[] x, int n, int direction, double lower, double upper, int outliers, double width, int truncate,
            int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_ampi(
            double[] x, int n, int direction, double reference_value, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_percentile(
            double[] x, int n, int direction, int ties, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_categorical(
            double[] x, int n, int direction, double[] cuts, int cut_count, double[] scores, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_ratio_to_mean(
            double[] x, int n, int direction, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_ratio_to_worst(
            double[] x, int n, int direction, int log, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_above_below_mean(
            double[] x, int n, int direction, double threshold, int log, [In, Out] double[] @out);

        // flat_treat.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_skewness(double[] x, int n, int type);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_kurtosis(double[] x, int n, int type);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_passes(
            double[] x, int n, double skewness, double kurtosis, int skewness_type, int kurtosis_type);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_winsorize(
            double[] x, int n, int limit, double skewness, double kurtosis, int skewness_type, int kurtosis_type,
            int force, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_winsorize_points(
            double[] x, int n, int limit, double skewness, double kurtosis, int skewness_type, int kurtosis_type,
            int force);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_log(double[] x, int n, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_log_gii(
            double[] x, int n, int direction, double factor, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_log_gii_factor(double[] x, int n);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_log_ct(double[] x, int n, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_log_ct_plus(double[] x, int n, int skewness_type, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_log_ct_orig(double[] x, int n, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_boxcox(double[] x, int n, double lambda, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_root(double[] x, int n, double degree, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_fence(
            double[] x, int n, double reach, int quantile_type, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_sd_fence(double[] x, int n, double sds, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_winsorize_quantiles(
            double[] x, int n, double lower_percentile, double upper_percentile, int quantile_type,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_root_search(
            double[] x, int n, int max_degree, double skewness, int skewness_type, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_root_search_degree(
            double[] x, int n, int max_degree, double skewness, int skewness_type);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_treat(
            double[] x, int n, int direction, int first, double first_parameter, int second, double second_parameter,
            double skewness, double kurtosis, int skewness_type, int kurtosis_type, int combine, int force,
            [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_treat_rule(
            double[] x, int n, int direction, int first, double first_parameter, int second, double second_parameter,
            double skewness, double kurtosis, int skewness_type, int kurtosis_type, int combine, int force);

        // flat_weights.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_weights(
            double[] x, int rows, int columns, int column_major, int rule, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_ahp(
            double[] judgements, int n, int column_major, int rule, [In, Out] double[] @out);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_ahp_ratio(double[] judgements, int n, int column_major);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_flat_budget(
            double[] points, int experts, int children, int column_major, double total, int rule,
            [In, Out] double[] @out);

        // frames.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frames_create_from_result(
            IntPtr allocator, IntPtr result, IntPtr method, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_frames_destroy(IntPtr frames);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frames_fingerprint(
            IntPtr frames, [In, Out] byte[] buffer, long capacity, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frames_write(
            IntPtr frames, [In, Out] byte[] buffer, long capacity, [In, Out] long[] needed, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frames_read(
            IntPtr allocator, [MarshalAs(UnmanagedType.LPUTF8Str)] string text, long length, out IntPtr @out,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_create_with_frames(
            IntPtr allocator, IntPtr method, IntPtr dataset, IntPtr frames, int keep, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_run_create_with_frames(
            IntPtr allocator, IntPtr method, IntPtr dataset, IntPtr frames, int keep, out IntPtr @out, IntPtr error);

        // frontier.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_options_create(IntPtr allocator, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_frontier_options_destroy(IntPtr options);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_options_set_f64(
            IntPtr options, long indicator, int key, double value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_options_set_i64(
            IntPtr options, long indicator, int key, long value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_options_get(
            IntPtr options, long indicator, int key, [In, Out] double[] value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_options_add_ratio(
            IntPtr options, long first, long second, double lower, double upper, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_options_add_order(IntPtr options, long first, long second, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_key_count();
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_key_info(
            int index, [In, Out] int[] key, IntPtr[] name, [In, Out] int[] type, [In, Out] int[] per_indicator);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_key_from_name([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_key_bounds(
            int key, [In, Out] double[] lower, [In, Out] double[] upper, [In, Out] double[] fallback);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_choice_info(int key, int index, [In, Out] int[] choice, IntPtr[] name);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_rule_uses(int rule, int key);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_create(
            IntPtr allocator, IntPtr options, double[] values, long units, long indicators, IntPtr row_stride,
            IntPtr column_stride, IntPtr[] unit_codes, IntPtr[] indicator_codes, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_frontier_destroy(IntPtr frontier);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_advance(
            IntPtr frontier, long work_limit, [In, Out] int[] done, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_unit_values(
            IntPtr frontier, int field, [In, Out] double[] @out, IntPtr stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_indicator_values(
            IntPtr frontier, int field, [In, Out] double[] @out, IntPtr row_stride, IntPtr column_stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_unit_status(IntPtr frontier, long unit, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_frontier_peer_count(IntPtr frontier, long unit);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_peer(
            IntPtr frontier, long unit, long index, [In, Out] long[] peer, [In, Out] double[] weight, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_frontier_change(
            IntPtr before, IntPtr after, int factor, [In, Out] double[] @out, IntPtr stride, IntPtr error);

        // indicator_set.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_indicator_set_create(IntPtr allocator, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_indicator_set_destroy(IntPtr set);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_indicator_set_add(
            IntPtr set, [MarshalAs(UnmanagedType.LPUTF8Str)] string code,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string parent, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_indicator_set_direction(
            IntPtr set, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, int direction, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_indicator_set_weight(
            IntPtr set, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, double weight, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_indicator_set_denominator(
            IntPtr set, [MarshalAs(UnmanagedType.LPUTF8Str)] string code,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string column, double scale, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_indicator_set_freeze(IntPtr set, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_indicator_set_node_count(IntPtr set);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_indicator_set_indicator_count(IntPtr set);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_indicator_set_find(IntPtr set, [MarshalAs(UnmanagedType.LPUTF8Str)] string code);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_indicator_set_code(IntPtr set, long node);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_indicator_set_parent(IntPtr set, long node);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_indicator_set_level(IntPtr set, long node);

        // json.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_method_write_json(
            IntPtr method, [In, Out] byte[] buffer, long capacity, [In, Out] long[] needed, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_method_read_json(
            IntPtr allocator, [MarshalAs(UnmanagedType.LPUTF8Str)] string text, long length, out IntPtr @out,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_inputs_fingerprint(
            IntPtr method, IntPtr dataset, [In, Out] byte[] buffer, long capacity, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_write_json(
            IntPtr result, IntPtr method, IntPtr dataset, [In, Out] byte[] buffer, long capacity,
            [In, Out] long[] needed, IntPtr error);

        // marginal.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_marginal(
            IntPtr allocator, IntPtr options, IntPtr method, IntPtr dataset, long unit, out IntPtr @out, IntPtr error);

        // method.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_method_create(
            IntPtr allocator, IntPtr set, IntPtr weights, IntPtr[] steps, int step_count, out IntPtr @out,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_method_destroy(IntPtr method);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_method_step_count(IntPtr method);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_method_step(IntPtr method, int step);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_method_canonical(
            IntPtr method, [In, Out] byte[] buffer, long capacity, [In, Out] long[] needed, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_method_fingerprint(
            IntPtr method, [In, Out] byte[] buffer, long capacity, IntPtr error);

        // rank_bounds.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weight_set_create(IntPtr allocator, long count, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_weight_set_destroy(IntPtr set);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weight_set_bounds(
            IntPtr set, long index, double lower, double upper, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weight_set_around(
            IntPtr set, double[] weights, IntPtr stride, double relative, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weight_set_add_order(IntPtr set, long first, long second, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weight_set_add_ratio(
            IntPtr set, long first, long second, double lower, double upper, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_weight_set_count(IntPtr set);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weight_set_violation(
            IntPtr set, double[] weights, IntPtr stride, [In, Out] double[] violation, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_rank_bounds_create(
            IntPtr allocator, IntPtr set, double[] values, long units, IntPtr row_stride, IntPtr column_stride,
            IntPtr[] unit_codes, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_rank_bounds_create_result(
            IntPtr allocator, IntPtr set, IntPtr method, IntPtr result, long node, long top, long period,
            out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_rank_bounds_destroy(IntPtr bounds);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_rank_bounds_advance(
            IntPtr bounds, long work_limit, [In, Out] int[] done, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_rank_bounds_values(
            IntPtr bounds, int field, [In, Out] double[] @out, IntPtr stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_rank_bounds_weights(
            IntPtr bounds, long unit, int field, [In, Out] double[] weights, IntPtr stride,
            [In, Out] double[] violation, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_rank_bounds_dominance(
            IntPtr bounds, int relation, [In, Out] double[] @out, IntPtr row_stride, IntPtr column_stride,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_rank_bounds_difference(
            IntPtr bounds, long first, long second, [In, Out] double[] lower, [In, Out] double[] upper,
            [In, Out] double[] weights, IntPtr stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_rank_bounds_swap(
            IntPtr bounds, double[] from, IntPtr from_stride, long first, long second, int measure,
            [In, Out] double[] change, [In, Out] double[] weights, IntPtr stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_rank_bounds_place(
            IntPtr bounds, double[] from, IntPtr from_stride, long unit, int place, int measure,
            [In, Out] double[] change, [In, Out] long[] other, [In, Out] double[] weights, IntPtr stride, IntPtr error);

        // regroup.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_regrouping_create(IntPtr allocator, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_regrouping_destroy(IntPtr regrouping);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_regrouping_add(
            IntPtr regrouping, [MarshalAs(UnmanagedType.LPUTF8Str)] string old_unit,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string new_unit, double share, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_regrouping_expect(
            IntPtr regrouping, [MarshalAs(UnmanagedType.LPUTF8Str)] string new_unit, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_regrouping_sum(
            IntPtr regrouping, [MarshalAs(UnmanagedType.LPUTF8Str)] string column, int missing, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_regrouping_mean(
            IntPtr regrouping, [MarshalAs(UnmanagedType.LPUTF8Str)] string column,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string weight, int missing, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_regrouping_ratio(
            IntPtr regrouping, [MarshalAs(UnmanagedType.LPUTF8Str)] string column,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string numerator,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string denominator, double scale, int missing, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_regrouping_leave_out(
            IntPtr regrouping, [MarshalAs(UnmanagedType.LPUTF8Str)] string column, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_regrouping_leave_out_group(
            IntPtr regrouping, [MarshalAs(UnmanagedType.LPUTF8Str)] string group, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_dataset_regroup(
            IntPtr allocator, IntPtr dataset, IntPtr regrouping, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_regrouping_parts(
            IntPtr regrouping, IntPtr dataset, [MarshalAs(UnmanagedType.LPUTF8Str)] string column,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string new_unit, long period, [In, Out] long[] parts,
            [In, Out] long[] missing, IntPtr error);

        // result.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_create(
            IntPtr allocator, IntPtr method, IntPtr dataset, int keep, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_result_destroy(IntPtr result);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_run_create(
            IntPtr allocator, IntPtr method, IntPtr dataset, int keep, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_run_destroy(IntPtr run);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_run_advance(IntPtr run, long work_limit, [In, Out] int[] done, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_run_finish(IntPtr run, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_result_unit_count(IntPtr result);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_result_period_count(IntPtr result);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_result_period(IntPtr result, long period);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_result_unit_code(IntPtr result, long unit);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_result_find_unit(
            IntPtr result, [MarshalAs(UnmanagedType.LPUTF8Str)] string code);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_result_node_count(IntPtr result);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_result_indicator_count(IntPtr result);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_result_node_code(IntPtr result, long node);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_result_find_node(
            IntPtr result, [MarshalAs(UnmanagedType.LPUTF8Str)] string code);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_result_node_parent(IntPtr result, long node);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_node_level(IntPtr result, long node);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_step_count(IntPtr result);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_step(IntPtr result, int step);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_scores(
            IntPtr result, long node, [In, Out] double[] @out, IntPtr stride_bytes, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_ranks(
            IntPtr result, long node, [MarshalAs(UnmanagedType.LPUTF8Str)] string group, [In, Out] double[] @out,
            IntPtr stride_bytes, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_coverage(
            IntPtr result, long node, [In, Out] double[] @out, IntPtr stride_bytes, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_values(
            IntPtr result, int step, long node, [In, Out] double[] @out, IntPtr stride_bytes, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_marks(
            IntPtr result, int step, long indicator, [In, Out] int[] @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_imputation_sources(
            IntPtr result, int step, long indicator, [In, Out] long[] @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_result_record_count(IntPtr result, int kind);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_result_record(
            IntPtr result, int kind, long index, int field, [In, Out] double[] value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_field_count(int kind);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_field_info(
            int kind, int index, [In, Out] int[] field, IntPtr[] name, [In, Out] int[] type);

        // scheme.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_scheme_create(IntPtr allocator, int step, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_scheme_destroy(IntPtr scheme);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_scheme_step(IntPtr scheme);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_scheme_set_f64(
            IntPtr scheme, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, int key, double value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_scheme_set_i64(
            IntPtr scheme, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, int key, long value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_scheme_set_text(
            IntPtr scheme, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, int key,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_scheme_set_level_text(
            IntPtr scheme, int level, int key, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_scheme_get_f64(
            IntPtr scheme, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, int key, [In, Out] double[] value,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_scheme_get_i64(
            IntPtr scheme, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, int key, [In, Out] long[] value,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_scheme_get_text(
            IntPtr scheme, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, int key, [In, Out] byte[] buffer,
            long capacity, [In, Out] long[] needed, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_step_count();
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_step_info(int index, [In, Out] int[] step, IntPtr[] name, IntPtr[] section);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_key_count(int step);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_key_info(
            int step, int index, [In, Out] int[] key, IntPtr[] name, [In, Out] int[] type, [In, Out] int[] scopes);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_key_from_name(int step, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_key_bounds(
            int key, [In, Out] double[] lower, [In, Out] double[] upper, [In, Out] double[] fallback);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_choice_count(int key);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_choice_info(int key, int index, [In, Out] int[] choice, IntPtr[] name);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_choice_name(int key, int choice);

        // sensitivity.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_design_create_matrices(
            IntPtr allocator, long base_points, long inputs, int[] groups, int sequence, long seed, int flags,
            out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_design_create_walks(
            IntPtr allocator, long walks, long inputs, int[] groups, int walk, int levels, long seed, out IntPtr @out,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_design_destroy(IntPtr design);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_design_run_count(IntPtr design);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_design_input_count(IntPtr design);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_design_group_count(IntPtr design);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_design_points(
            IntPtr design, long first, long count, [In, Out] double[] @out, IntPtr run_stride, IntPtr input_stride,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_design_effects(
            IntPtr design, double[] outputs, IntPtr output_stride, int field, [In, Out] double[] @out,
            IntPtr out_stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_estimator_from_name([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_estimator_name(int estimator);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_sensitivity_create(
            IntPtr allocator, IntPtr design, double[] outputs, IntPtr output_stride, int estimator, long resamples,
            long seed, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_sensitivity_destroy(IntPtr sensitivity);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_sensitivity_advance(
            IntPtr sensitivity, long work_limit, [In, Out] int[] done, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_sensitivity_number(IntPtr sensitivity, int field);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_sensitivity_indices(
            IntPtr sensitivity, int field, [In, Out] double[] @out, IntPtr stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_sensitivity_intervals(
            IntPtr sensitivity, int field, int kind, double level, [In, Out] double[] lower, IntPtr lower_stride,
            [In, Out] double[] upper, IntPtr upper_stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_sensitivity_second(
            IntPtr sensitivity, long first, long second, [In, Out] double[] value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_sensitivity_second_interval(
            IntPtr sensitivity, long first, long second, int kind, double level, [In, Out] double[] lower,
            [In, Out] double[] upper, IntPtr error);

        // status.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_status_name(int status);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_status_text(int status, int language);

        // tally.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_create(IntPtr allocator, IntPtr uncertainty, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_tally_destroy(IntPtr tally);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_run(IntPtr tally, IntPtr uncertainty, long first, long count, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_merge(IntPtr into, IntPtr from, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_tally_number(IntPtr tally, int number);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_range(
            IntPtr tally, long index, [In, Out] long[] first, [In, Out] long[] count);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_failure(
            IntPtr tally, long index, [In, Out] int[] status, [In, Out] long[] count, [In, Out] long[] replicate);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_unit_values(
            IntPtr tally, int field, [In, Out] double[] @out, IntPtr stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_rank_quantiles(
            IntPtr tally, double[] probabilities, long count, int type, [In, Out] double[] @out, IntPtr row_stride,
            IntPtr column_stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_score_quantiles(
            IntPtr tally, double[] probabilities, long count, int type, [In, Out] double[] @out, IntPtr row_stride,
            IntPtr column_stride, [In, Out] double[] error_bound, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_top(
            IntPtr tally, long k, double confidence, [In, Out] double[] share, [In, Out] double[] lower,
            [In, Out] double[] upper, IntPtr stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_tally_column_count(IntPtr tally, int matrix);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_matrix(
            IntPtr tally, int matrix, [In, Out] double[] @out, IntPtr row_stride, IntPtr column_stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_change(
            IntPtr tally, long checkpoint, [In, Out] long[] replicates, [In, Out] double[] rank_change,
            [In, Out] double[] top_change);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_tally_stable(IntPtr tally, double rank_change, double top_change);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_write(
            IntPtr tally, [In, Out] byte[] buffer, long capacity, [In, Out] long[] needed, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_read(
            IntPtr allocator, byte[] data, long size, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_tally_digest(IntPtr tally, [In, Out] byte[] @out, long capacity, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_score_pass_create(
            IntPtr allocator, IntPtr tally, double[] probabilities, long count, int type, long most, out IntPtr @out,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_score_pass_destroy(IntPtr pass);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_score_pass_run(
            IntPtr pass, IntPtr uncertainty, long first, long count, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_score_pass_merge(IntPtr into, IntPtr from, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_score_pass_write(
            IntPtr pass, [In, Out] byte[] buffer, long capacity, [In, Out] long[] needed, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_score_pass_merge_bytes(IntPtr into, byte[] data, long size, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_score_pass_quantiles(
            IntPtr pass, [In, Out] double[] @out, IntPtr row_stride, IntPtr column_stride, IntPtr error);

        // trace.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_trace(
            IntPtr allocator, IntPtr options, IntPtr method, IntPtr dataset, IntPtr result, long unit, out IntPtr @out,
            IntPtr error);

        // trend.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_trend_cagr(
            double[] values, IntPtr unit_stride, IntPtr period_stride, long unit_count, double[] times,
            long period_count, int latest, [In, Out] double[] @out, IntPtr out_stride, [In, Out] int[] reasons,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_trend_percentage_change(
            double[] values, IntPtr unit_stride, IntPtr period_stride, long unit_count, double[] times,
            long period_count, int latest, double per, [In, Out] double[] @out, IntPtr out_stride,
            [In, Out] int[] reasons, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_trend_interpolate(
            double[] values, IntPtr unit_stride, IntPtr period_stride, long unit_count, double[] times,
            long period_count, double[] at, long at_count, [In, Out] double[] @out, IntPtr out_unit_stride,
            IntPtr out_at_stride, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_cagr(double[] values, double[] times, int n, int latest);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_percentage_change(
            double[] values, double[] times, int n, int latest, double per);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_flat_interpolate(double[] values, double[] times, int n, double at);

        // uncertainty.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_uncertainty_create(
            IntPtr allocator, IntPtr set, IntPtr weights, IntPtr[] schemes, long scheme_count, IntPtr dataset,
            IntPtr assumptions, IntPtr options, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_uncertainty_destroy(IntPtr uncertainty);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_uncertainty_unit_count(IntPtr uncertainty);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_uncertainty_unit_code(IntPtr uncertainty, long unit);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_uncertainty_dimension_count(IntPtr uncertainty);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_uncertainty_dimension(
            IntPtr uncertainty, long dimension, [In, Out] long[] assumption, [In, Out] int[] kind, IntPtr[] code);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_uncertainty_parameter_count(IntPtr uncertainty);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_uncertainty_parameter(
            IntPtr uncertainty, long parameter, [In, Out] long[] assumption, [In, Out] int[] kind, IntPtr[] code,
            [In, Out] long[] unit);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_uncertainty_nominal(
            IntPtr uncertainty, [In, Out] double[] scores, [In, Out] double[] ranks, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_uncertainty_replay(
            IntPtr uncertainty, long replicate, [In, Out] double[] parameters, [In, Out] double[] scores,
            [In, Out] double[] ranks, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_uncertainty_at_point(
            IntPtr uncertainty, double[] point, [In, Out] double[] parameters, [In, Out] double[] scores,
            [In, Out] double[] ranks, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_uncertainty_at_parameters(
            IntPtr uncertainty, double[] parameters, [In, Out] double[] scores, [In, Out] double[] ranks, IntPtr error);

        // verification.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_publication_create(
            IntPtr allocator, IntPtr set, long unit_count, IntPtr[] codes, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_publication_destroy(IntPtr publication);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_publication_set_scores(
            IntPtr publication, [MarshalAs(UnmanagedType.LPUTF8Str)] string node, double[] scores, IntPtr stride_bytes,
            int decimals, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_publication_set_score_text(
            IntPtr publication, [MarshalAs(UnmanagedType.LPUTF8Str)] string node,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string unit, [MarshalAs(UnmanagedType.LPUTF8Str)] string text,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_publication_set_ranks(
            IntPtr publication, [MarshalAs(UnmanagedType.LPUTF8Str)] string node, double[] ranks, IntPtr stride_bytes,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_verification(
            IntPtr allocator, IntPtr options, IntPtr publication, IntPtr method, IntPtr result, out IntPtr @out,
            IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_analysis_create_implied_weights(
            IntPtr allocator, IntPtr options, IntPtr publication, IntPtr method, IntPtr result, out IntPtr @out,
            IntPtr error);

        // version.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_version();
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_abi_version();
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_build_info();

        // weighting.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_create_from_result(
            IntPtr allocator, IntPtr result, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_create_optimal(
            IntPtr allocator, IntPtr method, IntPtr dataset, int level, int aim, IntPtr[] codes, double[] targets,
            long target_count, long limit, out IntPtr @out, [In, Out] double[] first, [In, Out] double[] last,
            [In, Out] long[] evaluations, [In, Out] int[] converged, IntPtr error);

        // weights.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_create_given(IntPtr allocator, IntPtr set, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_create_equal(IntPtr allocator, IntPtr set, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_create_equal_indicators(
            IntPtr allocator, IntPtr set, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_weights_destroy(IntPtr weights);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_set(
            IntPtr weights, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, double weight, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_get(
            IntPtr weights, [MarshalAs(UnmanagedType.LPUTF8Str)] string code, [In, Out] double[] weight, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_shares(
            IntPtr weights, IntPtr set, [In, Out] double[] shares, IntPtr stride_bytes, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_effective(
            IntPtr weights, IntPtr set, [In, Out] double[] effective, IntPtr stride_bytes, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_set_budget(
            IntPtr weights, IntPtr set, [MarshalAs(UnmanagedType.LPUTF8Str)] string node, IntPtr[] children,
            long child_count, double[] points, long experts, IntPtr expert_stride_bytes, IntPtr child_stride_bytes,
            double total, int rule, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_weights_set_ahp(
            IntPtr weights, IntPtr set, [MarshalAs(UnmanagedType.LPUTF8Str)] string node, IntPtr[] children,
            long child_count, double[] judgements, IntPtr row_stride_bytes, IntPtr column_stride_bytes, int rule,
            double limit, [In, Out] double[] lambda, [In, Out] double[] consistency_index,
            [In, Out] double[] consistency_ratio, IntPtr error);

        // what_if.h
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_what_if_create(
            IntPtr allocator, IntPtr options, IntPtr method, IntPtr dataset, out IntPtr @out, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern void inno_what_if_destroy(IntPtr what_if);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_what_if_result(IntPtr what_if);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_what_if_method(IntPtr what_if);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern IntPtr inno_what_if_dataset(IntPtr what_if);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_what_if_value(IntPtr what_if, long row, long column);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern double inno_what_if_weight(IntPtr what_if, long node);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern long inno_what_if_edit_count(IntPtr what_if);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_what_if_set_value(
            IntPtr what_if, long row, long column, double value, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_what_if_set_weight(IntPtr what_if, long node, double weight, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_what_if_set_method(IntPtr what_if, IntPtr method, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_what_if_undo(IntPtr what_if, long count, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_what_if_reset(IntPtr what_if, IntPtr error);
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
        public static extern int inno_what_if_try_values(
            IntPtr what_if, long count, long[] rows, long[] columns, double[] values, IntPtr values_stride_bytes,
            long node, [In, Out] double[] scores, IntPtr scores_stride_bytes, [In, Out] double[] ranks,
            IntPtr ranks_stride_bytes, [In, Out] int[] statuses, IntPtr error);
    }
}
