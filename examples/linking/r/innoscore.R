# innoscore for R: data frames in, a data frame out. Load the compiled file first: dyn.load("innoscore.so").

# Scores units. Returns a data frame with the unit, its rank, the scores of all nodes (the index last) and its coverage;
# NA is missing, in both directions. What the library refuses is a condition of class "innoscore_error" with status,
# name, node and unit.
#   data     data frame: a column with the codes of the units, and numeric columns named as indicators or denominators
#   nodes    data frame: code, parent (NA for the index), and if wanted direction and weight
#   method   the steps in order, named as in the manual; of each its keys, and under `at` those of single nodes:
#            list(normalize = list(rule = "goalposts", at = list(A = list(lower = 0, upper = 9))), aggregate = list())
#            Without steps it is the default method.
#   unit     name of the column with the codes
inno_score <- function(data, nodes, method = list(), unit = "unit") {
  stopifnot(is.data.frame(data), is.data.frame(nodes), c("code", "parent") %in% names(nodes), unit %in% names(data))
  columns <- setdiff(names(data)[vapply(data, is.numeric, NA)], unit)
  known <- .Call("innoscore_steps", PACKAGE = "innoscore")
  unknown <- setdiff(names(method), names(known))
  if (length(unknown) > 0 || length(method) > 0 && is.null(names(method)))
    stop("method: no step is called ", sQuote(unknown, FALSE), "; there are ", toString(names(known)), call. = FALSE)
  column <- function(name, otherwise) if (is.null(nodes[[name]])) rep(otherwise, nrow(nodes)) else nodes[[name]]
  tree <- list(as.character(nodes$code), as.character(nodes$parent), as.integer(column("direction", 1L)),
               as.double(column("weight", 1)))
  values <- matrix(as.double(unlist(data[columns])), nrow(data))
  made <- .Call("innoscore_score", tree, unname(known[names(method)]), inno_settings(method),
                as.character(data[[unit]]), columns, values, PACKAGE = "innoscore")
  if (length(made) == 5) {
    fields <- stats::setNames(made, c("status", "name", "message", "node", "unit"))
    stop(structure(c(fields, list(call = sys.call())), class = c("innoscore_error", "error", "condition")))
  }
  last <- length(made[[1]])
  scores <- as.data.frame(made[[2]])
  names(scores) <- made[[1]]
  data.frame(unit = data[[unit]], rank = made[[3]][, last], scores, coverage = made[[4]][, last], check.names = FALSE)
}

# The settings of all steps one under another: position of the step, node or NA, key, value as text.
inno_settings <- function(method) {
  exact <- function(x) paste(if (is.numeric(x)) sprintf("%.17g", x) else x, collapse = ", ")
  rows <- list()
  for (i in seq_along(method)) {
    at <- method[[i]]$at
    for (code in c(NA, names(at))) {
      keys <- if (is.na(code)) method[[i]][setdiff(names(method[[i]]), "at")] else at[[code]]
      rows <- c(rows, lapply(names(keys), function(key) list(i - 1L, code, key, exact(keys[[key]]))))
    }
  }
  pick <- function(place, type) vapply(rows, function(row) as(row[[place]], class(type)), type)
  list(pick(1, 0L), pick(2, ""), pick(3, ""), pick(4, ""))
}
