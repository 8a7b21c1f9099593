# Scores the Technology Achievement Index from data frames and prints ranks, scores and the bits of the scores.
# Usage: Rscript tai.R LIBRARY [wrong]     LIBRARY is the compiled innoscore.c; wrong puts an infinite value in
words <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "innoscore.R"))
invisible(dyn.load(words[1]))

tai <- file.path(here, "../../data/tai")
data <- read.csv(file.path(tai, "data.csv"), check.names = FALSE, encoding = "UTF-8")
framework <- read.csv(file.path(tai, "framework.csv"), na.strings = "")
indicators <- framework[!is.na(framework$parent), ]

# Goalposts, each indicator its own, score 1 at the upper one; then the arithmetic mean with equal weights.
goalposts <- lapply(split(indicators, indicators$code), function(row) list(lower = row$lower, upper = row$upper))
method <- list(normalize = list(rule = "goalposts", points = 1, at = goalposts), aggregate = list(rule = "arithmetic"))

if ("wrong" %in% words) data$PATENTS[3] <- Inf
scored <- inno_score(data, framework[c("code", "parent")], method)
scored <- scored[order(scored$rank), ]
bits <- vapply(scored$TAI, function(x) paste(writeBin(x, raw(), endian = "big"), collapse = ""), "")
cat(sprintf("%4s  %-14s  %6s  %s\n", "Rank", "Unit", "TAI", "Bits"),
    sprintf("%4.0f  %-14s  %6.4f  %s\n", scored$rank, scored$unit, scored$TAI, bits), sep = "")
