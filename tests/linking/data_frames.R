# What examples/linking/r/innoscore.R makes of missing values, of conditions and of what is no method.
# Usage: Rscript data_frames.R LIBRARY INNOSCORE.R
words <- commandArgs(trailingOnly = TRUE)
dyn.load(words[1])
source(words[2])

nodes <- data.frame(code = c("index", "a", "b"), parent = c(NA, "index", "index"), direction = c(1, 1, -1))
data <- data.frame(unit = c("Hà Nội", "Huế", "Cần Thơ", "Đà Nẵng"), a = c(0, 10, NA, 5), b = c(4L, 2L, 3L, 0L),
                   note = "x")
plain <- list(normalize = list(rule = "minmax"), aggregate = list(rule = "arithmetic"))

scored <- inno_score(data, nodes, plain)
stopifnot(is.data.frame(scored), identical(names(scored), c("unit", "rank", "a", "b", "index", "coverage")),
          identical(scored$unit, data$unit), identical(scored$a, c(0, 100, NA, 50)),
          identical(scored$b, c(0, 50, 25, 100)),
          identical(scored$index, c(0, 75, 25, 75)), identical(scored$rank, c(4, 1, 3, 1)),
          identical(scored$coverage, c(1, 1, 0.5, 1)))

# a unit without any value has neither score nor rank, and both are NA, not NaN
bare <- inno_score(rbind(data, list("Cà Mau", NA, NA, "x")), nodes, plain)
stopifnot(is.na(bare$index[5]), !is.nan(bare$index[5]), !is.nan(bare$rank[5]), bare$coverage[5] == 0)

# weights, settings of one node, exact numbers, the default method
weighted <- inno_score(data, cbind(nodes, weight = c(1, 3, 1)), plain)
stopifnot(identical(weighted$index, c(0, 87.5, 25, 62.5)))
at <- list(a = list(rule = "goalposts", lower = 0, upper = 100 / 3))
goalposts <- list(normalize = list(rule = "minmax", at = at), aggregate = list())
stopifnot(identical(inno_score(data, nodes, goalposts)$a, c(0, 10 / (100 / 3) * 100, NA, 5 / (100 / 3) * 100)))
stopifnot(identical(inno_score(data, nodes)$index, scored$index))

refused <- function(expression) tryCatch({
  expression
  stop("it was not refused")
}, innoscore_error = function(condition) condition)
infinite <- refused(inno_score(transform(data, a = c(Inf, 1, 2, 3)), nodes, plain))
stopifnot(inherits(infinite, "error"), infinite$name == "INNO_E_INFINITE", infinite$status == 100L,
          infinite$node == "a", infinite$unit == "Hà Nội", grepl("Hà Nội", conditionMessage(infinite), fixed = TRUE),
          identical(conditionCall(infinite)[[1]], quote(inno_score)))
misspelt <- list(normalize = list(rules = "minmax"), aggregate = list())
stopifnot(refused(inno_score(data, nodes, misspelt))$name == "INNO_E_KEY")
stopifnot(refused(inno_score(data[c("unit", "a")], nodes, plain))$name == "INNO_E_MISSING_COLUMN")
stopifnot(refused(inno_score(data[c(1, 1), ], nodes, plain))$unit == "Hà Nội")
step <- tryCatch(inno_score(data, nodes, list(normalise = list())), error = conditionMessage)
stopifnot(grepl("no step is called 'normalise'", step, fixed = TRUE))

# objects are destroyed, also those of calls that fail: memory stays as it is. Each object is of some size here.
codes <- paste0("indicator", 1:400)
many <- data.frame(unit = as.character(1:100), matrix(seq(0, 1, length.out = 40000), 100, dimnames = list(NULL, codes)))
tree <- data.frame(code = c("index", codes), parent = c(NA, rep("index", 400)))
each <- stats::setNames(lapply(codes, function(code) list(lower = 0)), codes)
broken <- list(normalize = list(rule = "minmax", at = each), aggregate = list(min_coverage = 7))
pages <- function() {
  gc()
  as.numeric(strsplit(readLines("/proc/self/statm"), " ")[[1]][2])
}
often <- function(times) for (i in seq_len(times)) {
  inno_score(many, tree, plain)
  refused(inno_score(many, tree, broken))
}
often(20)
before <- pages()
often(20)
grown <- pages() - before
if (grown > 400) stop("memory grew by ", grown, " pages")
cat("data frames, conditions and missing values: as promised\n")
