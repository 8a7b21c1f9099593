# Writes correlation_reference.h: correlations, their p-values and intervals, p.adjust and cov.wt, by R's stats package.
# Run in this folder: Rscript correlation_reference.R
set.seed(20250704, kind = "Mersenne-Twister", normal.kind = "Inversion")
number <- function(v) ifelse(is.na(v), "NAN", sprintf("%.17g", v))
column <- function(name, v) {
  cells <- number(v)
  lines <- character()
  while (length(cells) > 0) {
    take <- seq_len(max(1, sum(cumsum(nchar(cells) + 2) <= 116)))
    lines <- c(lines, paste0("  ", paste(cells[take], collapse = ", "), ","))
    cells <- cells[-take]
  }
  c(sprintf("static const double %s[] = {", name), lines, "};")
}
samples <- list() # x, y and what cor.test says of them
add <- function(x, y) samples[[length(samples) + 1]] <<- list(x = x, y = y)
distinct <- function(n, noise) { # no ties, exact in few digits
  x <- sample(n)
  y <- rank(x + noise * n * rnorm(n), ties.method = "first")
  add(x / 4, y * 3 - 7)
}
tied <- function(n, levels, noise) {
  common <- rnorm(n)
  add(round(levels * (common + noise * rnorm(n)) / 4), round(levels * (common + noise * rnorm(n)) / 4))
}
for (n in 3:12) for (noise in c(0.05, 0.4, 2)) distinct(n, noise)
for (n in c(20, 49, 50, 51, 120)) for (noise in c(0.1, 0.5, 3)) distinct(n, noise)
for (n in 4:12) tied(n, 6, 0.7)
for (n in c(30, 49, 51, 100)) for (levels in c(3, 20)) tied(n, levels, 0.8)
add(1:2, c(3, 5)) # both values in order
add(1:2, c(5, 3))
add(1:8, 8:1)
add(1:30, (1:30)^3)
gap <- function(v, at) replace(v, at, NA)
add(gap(sample(40), c(3, 9, 10)), gap(sample(40), c(9, 21, 40)))
add(gap(round(4 * rnorm(40)), 2:8), gap(round(4 * rnorm(40)), 5:12))
result <- function(s) {
  there <- !is.na(s$x) & !is.na(s$y)
  x <- s$x[there]
  y <- s$y[there]
  n <- length(x)
  pearson <- if (n >= 3) cor.test(x, y) else list(p.value = NA)
  ends <- if (n >= 4) cor.test(x, y, conf.level = 0.9)$conf.int else c(NA, NA)
  spearman <- suppressWarnings(cor.test(x, y, method = "spearman"))
  kendall <- suppressWarnings(cor.test(x, y, method = "kendall"))
  c(cor(x, y), pearson$p.value, ends, spearman$estimate, spearman$p.value, kendall$estimate, kendall$p.value)
}
rows <- t(sapply(samples, result))
first <- cumsum(c(0, sapply(samples, function(s) length(s$x))))
lines <- c("/* Written by correlation_reference.R; do not edit. */",
  "#ifndef TESTS_GOLDEN_CORRELATION_REFERENCE_H", "#define TESTS_GOLDEN_CORRELATION_REFERENCE_H", "",
  column("sample_x", unlist(lapply(samples, `[[`, "x"))), column("sample_y", unlist(lapply(samples, `[[`, "y"))), "",
  "typedef struct {", "  int first, count;",
  "  double pearson, pearson_p, low, high; /* the interval's level is 0.9 */",
  "  double spearman, spearman_p, kendall, kendall_p;", "} sample;", "",
  sprintf("static const sample samples[%d] = {", nrow(rows)))
for (i in seq_len(nrow(rows))) {
  cells <- number(rows[i, ])
  lines <- c(lines, sprintf("  {%d, %d, %s,", first[i], length(samples[[i]]$x), paste(cells[1:4], collapse = ", ")),
    sprintf("   %s},", paste(cells[5:8], collapse = ", ")))
}
# p-values of given correlations: Spearman without ties, over the range of the series
given <- NULL
for (n in c(9, 10, 11, 30, 200, 1289, 1290, 1291, 2000)) for (share in c(0.001, 0.02, 0.3, 0.6, 0.95)) {
  x <- seq_len(n)
  y <- rank(x + share * n * rnorm(n), ties.method = "first")
  if (share > 0.5) y <- n + 1 - y
  given <- rbind(given, c(n, cor(x, y), cor.test(x, y, method = "spearman")$p.value))
}
lines <- c(lines, "};", "", "static const struct {", "  int n;", "  double r, p;",
  sprintf("} spearman_rows[%d] = {", nrow(given)),
  sprintf("  {%d, %s, %s},", given[, 1], number(given[, 2]), number(given[, 3])), "};", "")
p <- c(0.01, NA, 0.02, 0.02, 0.5, 1e-12, 0.9, 0.04, 1, 0.04, NA, 0.0400001, 3e-5, 0.02, 0)
lines <- c(lines, "/* p-values, then adjusted: Benjamini and Hochberg, Benjamini and Yekutieli, Holm, Bonferroni */",
  column("adjust_p", p))
for (how in c("BH", "BY", "holm", "bonferroni"))
  lines <- c(lines, column(paste0("adjust_", tolower(how)), p.adjust(p, how)))
n <- 60
x <- rnorm(n)
y <- round(x + rnorm(n), 1)
w <- rexp(n) * 1000
w[c(7, 30)] <- 0
both <- cov.wt(cbind(x, y), wt = w / sum(w), cor = TRUE)
kept <- w > 0
midrank <- function(v, w) sapply(v, function(a) sum(w[v < a]) + sum(w[v == a]) / 2 * (1 + 1 / sum(v == a)))
ranked <- cov.wt(cbind(midrank(x[kept], w[kept]), midrank(y[kept], w[kept])), wt = w[kept] / sum(w), cor = TRUE)
sign_sum <- function(a, b) sum(outer(w, w) * sign(outer(a, a, "-")) * sign(outer(b, b, "-")))
lines <- c(lines, "", "/* weights: cov.wt of the values and of the weighted ranks; Kendall's by all pairs */",
  column("weighted_x", x), column("weighted_y", y), column("weighted_w", w),
  sprintf("static const double weighted_mean_x = %s, weighted_mean_y = %s;", number(both$center[1]),
    number(both$center[2])),
  sprintf("static const double weighted_covariance = %s, weighted_pearson = %s;", number(both$cov[1, 2]),
    number(both$cor[1, 2])),
  sprintf("static const double weighted_spearman = %s, weighted_kendall = %s;", number(ranked$cor[1, 2]),
    number(sign_sum(x, y) / sqrt(sign_sum(x, x) * sign_sum(y, y)))))
k <- 5
z <- matrix(rnorm(40 * k), 40) %*% matrix(rnorm(k * k), k)
m <- cov(z)
lines <- c(lines, "", "/* a covariance matrix of 5, and partial correlations by residuals of lm */",
  column("partial_matrix", c(m)),
  column("partial_of", c(cor(z[, 1], z[, 2]), cor(resid(lm(z[, 1] ~ z[, 3])), resid(lm(z[, 2] ~ z[, 3]))),
    cor(resid(lm(z[, 5] ~ z[, 1:3])), resid(lm(z[, 4] ~ z[, 1:3]))))), "", "#endif")
writeLines(lines, "correlation_reference.h")
