"""A trace in words: node by node as the outline of the framework has them, in the order and words of the program
scoreboard. Every number is the trace's own."""
from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from .explain import Trace

Row = dict[str, Any]
ABSENT: Final = "–"
NAMED: Final = 5  # sources that are named; the table has all
IMPUTED_BY: Final[dict[str, tuple[str, str]]] = {
    "mean": ("mean of the units", "trung bình các đơn vị"),
    "median": ("median of the units", "trung vị các đơn vị"),
    "group_mean": ("mean of its group", "trung bình của nhóm"),
    "group_median": ("median of its group", "trung vị của nhóm"),
    "sibling_mean": ("its mean over siblings scaled to 0..1, scaled back",
                     "trung bình các chỉ tiêu cùng nhóm quy về 0..1 rồi quy đổi lại"),
    "regression": ("least squares on its siblings, over all units",
                   "hồi quy theo các chỉ tiêu cùng nhóm, trên mọi đơn vị"),
    "em": ("EM over its siblings and all units", "EM trên các chỉ tiêu cùng nhóm và mọi đơn vị"),
    "nearest": ("mean of the nearest units", "trung bình các đơn vị gần nhất"),
    "hot_deck": ("taken from a unit of its group", "lấy từ một đơn vị cùng nhóm"),
    "hot_deck_sequential": ("taken from a unit of its group", "lấy từ một đơn vị cùng nhóm"),
}
OTHER_PERIODS: Final = ("from its other periods", "từ các kỳ khác của chính đơn vị")
MEANS: Final[dict[str, tuple[str, str]]] = {
    "arithmetic": ("sum(weight × score) / sum(weight)", "tổng(trọng số × điểm) / tổng(trọng số)"),
    "geometric": ("exp(sum(weight × ln score) / sum(weight))", "exp(tổng(trọng số × ln điểm) / tổng(trọng số))"),
    "harmonic": ("sum(weight) / sum(weight / score)", "tổng(trọng số) / tổng(trọng số / điểm)"),
    "power": ("(sum(weight × score^power) / sum(weight))^(1/power)",
              "(tổng(trọng số × điểm^power) / tổng(trọng số))^(1/power)"),
    "weighted_product": ("exp(sum(weight × ln score))", "exp(tổng(trọng số × ln điểm))"),
    "sum": ("sum(weight × score)", "tổng(trọng số × điểm)"),
}


class Curve(NamedTuple):
    """A transformation: its formula, that of a column counted down from its maximum, what its parameter is called."""

    formula: str
    mirrored: str | None = None
    parameter: str | None = None


CURVES: Final[dict[str, Curve]] = {
    "log": Curve("ln x"),
    "log_gii": Curve("ln((f max − 1)(x − min)/(max − min) + 1)", "−ln((f max − 1)(max − x)/(max − min) + 1)", "f"),
    "log_ct": Curve("ln(x − min + 0.01 (max − min))"),
    "log_ct_plus": Curve("ln(x − min + 0.01 (max − min))", "−ln(max + 0.01 (max − min) − x)"),
    "log_ct_orig": Curve("ln(x − min + 1)"),
    "boxcox": Curve("((x − min + 1)^lambda − 1)/lambda", None, "lambda"),
    "root": Curve("x^(1/degree)", None, "degree"),
    "root_search": Curve("x^(1/degree)", None, "degree"),
}


def told(trace: Trace, language: str) -> str:
    return "\n".join(Story(trace, language).lines())


def digits(value: float) -> str:
    return ABSENT if math.isnan(value) else f"{value:.6g}"


def score(value: float) -> str:
    return ABSENT if math.isnan(value) else f"{value:.2f}"


def percent(share: float) -> str:
    return ABSENT if math.isnan(share) else f"{100 * share:.2f}%"


class Story:
    """The tables of a trace, read once."""

    def __init__(self, trace: Trace, language: str) -> None:
        self.trace, self.language, self.framework = trace, language, trace.framework
        self.nodes: dict[str, Row] = {row["node"]: row for row in trace.table("trace_node").to_dict("records")}
        self.root = next(iter(self.nodes))
        self.steps = _grouped(trace.steps.to_dict("records"), "node")
        self.stages = _grouped(trace.stages.to_dict("records"), "node", "step")
        self.sources = _grouped(trace.sources.to_dict("records"), "node", "step")
        self.parameters = _grouped(trace.parameters.to_dict("records"), "node")

    def pick(self, english: str, vietnamese: str) -> str:
        return vietnamese if self.language == "vi" else english

    # ---- the tree ---------------------------------------------------------------------------------------------------

    def lines(self) -> list[str]:
        out = [f"{self.trace.unit_names[self.trace.unit]}: {self.head()}"]
        self.add(self.root, "", out)
        return out

    def add(self, code: str, indent: str, out: list[str]) -> None:
        name = self.framework.name(code, self.language)
        title = code if name == code else f"{code}  {name}"
        children = [child for child in self.framework.children(code) if child in self.nodes]
        out.append("")
        if not children:
            out.append(indent + title)
            out.extend(f"{indent}  {line}" for line in aligned(self.way(code), "l"))
            return
        out.append(f"{indent}{title}: {self.rule(code)}")
        out.extend(f"{indent}  {line}" for line in aligned(self.table(code, children), "lrrrrrr"))
        for child in children:
            self.add(child, indent + "  ", out)

    def head(self) -> str:
        row, pick = self.nodes[self.root], self.pick
        text = f"{self.root} {score(row['score'])}"
        if math.isnan(row["rank"]):
            text += pick(", without a rank", ", không có hạng")
        else:
            text += pick(", rank {:.10g} of {:.0f}", ", hạng {:.10g} trên {:.0f}").format(row["rank"], row["count"])
        text += "" if self.trace.period is None else f", {self.trace.period:g}"
        return text + "".join(self.screened(step) for step in next(iter(self.steps.values()), []))

    def screened(self, step: Row) -> str:
        if step["step_kind"] != "screen":
            return ""
        kept = self.pick("kept", "giữ lại") if step["included"] > 0 else self.pick("left out", "bị loại")
        return self.pick("; screening: {:.0f} of {} indicators have a value ({:.1f}%), {}",
                         "; sàng lọc: {:.0f} trên {} chỉ tiêu có giá trị ({:.1f}%), {}").format(
            step["available"], len(self.framework.indicators), 100 * step["coverage"], kept)

    def rule(self, code: str) -> str:
        row, pick = self.nodes[code], self.pick
        made_of = pick(", from {:.0f} of {:.0f} children, rule {}", ", từ {:.0f} trên {:.0f} nút con, quy tắc {}")
        text = score(row["score"]) + made_of.format(row["available"], row["children"], row["rule"])
        for given in self.parameters.get((code,), []):
            if given["parameter_key"] != "min_coverage" or given["value"] > 0:
                text += f", {given['parameter_key']} = {given['choice'] or digits(given['value'])}"
        if row["rule"] in MEANS:
            text += f": {pick(*MEANS[row['rule']])}"
        if row["compares"] > 0:
            text += pick("; it compares units, so one unit's numbers do not give it",
                         "; quy tắc so sánh các đơn vị nên không tính được từ riêng một đơn vị")
        return text

    def table(self, code: str, children: list[str]) -> list[list[str]]:
        pick = self.pick
        rows = [["", pick("score", "điểm"), pick("rank", "hạng"), pick("weight", "trọng số"), pick("share", "tỷ trọng"),
                 pick("of those there", "phần hiện có"), pick("adds", "đóng góp")]]
        for child in children:
            row = self.nodes[child]
            rank = ABSENT if math.isnan(row["rank"]) else f"{row['rank']:.10g}/{row['count']:.0f}"
            rows.append([child, score(row["score"]), rank, digits(row["weight"]), percent(row["share"]),
                         percent(row["present_share"]), score(row["adds"])])
        if self.nodes[code]["available"] == len(children):
            rows = [row[:5] + row[6:] for row in rows]
        return rows

    # ---- an indicator -----------------------------------------------------------------------------------------------

    def way(self, code: str) -> list[list[str]]:
        pick, steps = self.pick, self.steps[code,]
        rows = [[pick("Raw value", "Số liệu gốc"), self.raw(code, steps[0])]]
        for step in steps:
            kind = step["step_kind"]
            if kind == "denominate":
                rows.append([pick("Denominator", "Mẫu số"), self.denominator(step)])
            elif kind == "screen" and "screened_out" in _marks(step):
                rows.append([pick("Screening", "Sàng lọc"), pick("left out", "bị loại")])
            elif kind == "impute":
                rows.append([pick("Imputation", "Bổ khuyết"), self.imputation(step)])
            elif kind == "treat":
                rows.append([pick("Treatment", "Xử lý ngoại lai"), self.treatment(step)])
            elif kind == "normalize":
                rows.append([pick("Frame", "Khung chuẩn hóa"), self.frame(step)])
                rows.append([pick("Score", "Điểm"), self.normalization(step)])
        rows.append([pick("Weight", "Trọng số"), self.weight(code)])
        return [row for row in rows if row[1]]

    def raw(self, code: str, step: Row) -> str:
        node, value = self.framework.nodes[self.framework.number(code)], step["value_before"]
        measure = node.texts.get("unit_of_measure", "")
        text = self.pick("missing", "thiếu") if math.isnan(value) else digits(value)
        text += f" {measure}" if measure else ""
        return text + (self.pick(" (less is better)", " (càng thấp càng tốt)") if node.direction < 0 else "")

    def denominator(self, step: Row) -> str:
        column, marks = step["denominator_column"], _marks(step)
        if column is None or math.isnan(step["value_before"]):
            return ""
        if "zero_denominator" in marks or "no_denominator" in marks:
            state = self.pick("zero", "bằng 0") if "zero_denominator" in marks else self.pick("missing", "bị thiếu")
            return self.pick("{} is {}, so the value is missing", "{} {} nên giá trị bị thiếu").format(column, state)
        below = digits(step["denominator"])
        if step["denominator_scale"] != 1:
            below = f"({below} / {digits(step['denominator_scale'])})"
        return f"{digits(step['value_before'])} / {below} = {digits(step['value_after'])}  ({column})"

    def imputation(self, step: Row) -> str:
        if "imputed" not in _marks(step):
            return self.pick("stays missing", "vẫn thiếu") if math.isnan(step["value_before"]) else ""
        how = self.pick(*IMPUTED_BY.get(step["rule"], OTHER_PERIODS))
        sources = self.sources.get((step["node"], step["step"]), [])
        named = ", ".join(f"{self.source(one, step['node'])} {digits(one['value'])}" for one in sources[:NAMED])
        if len(sources) > NAMED:
            named += self.pick(" and {} more", " và {} giá trị nữa").format(len(sources) - NAMED)
        return f"{how} ({step['rule']}){': ' if named else ''}{named} = {digits(step['value_after'])}"

    def source(self, source: Row, node: str) -> str:
        """Of siblings the codes, else the units."""
        if source["other"] != node:
            return str(source["other"])
        return self.place(source["unit"], source.get("period"))

    def place(self, unit: str, period: float | None) -> str:
        name = self.trace.unit_names.get(unit, unit)
        return name if period is None else f"{name} {period:g}"

    # ---- treatment ----

    def treatment(self, step: Row) -> str:
        asked = any(given["step"] == step["step"] and given["parameter_key"] == "test"
                    for given in self.parameters.get((step["node"],), []))
        if not asked:
            return ""  # the rule none asks for no test
        passed, before, after = step["passed"], step["value_before"], step["value_after"]
        text = self.shape(step) + (self.pick(": passes", ": đạt") if passed > 0 else
                                   self.pick(": cannot be tested", ": không kiểm định được") if passed < 0 else
                                   self.pick(": fails", ": không đạt"))
        if not step["stage"] > 0:
            return text + self.pick(", unchanged", ", giữ nguyên")
        for stage in self.stages.get((step["node"], step["step"]), []):
            if stage["applied"] > 0:
                text += f" → {stage['rule']}{self.moved(stage)}{self.curve(stage)}: {self.shape(stage)}"
        if math.isnan(before):
            return text
        if before == after:
            return text + self.pick("; {} is not moved", "; {} không đổi").format(digits(before))
        return f"{text}; {digits(before)} → {digits(after)}"

    def shape(self, row: Row) -> str:
        skewness, kurtosis = score(row["skewness"]), score(row["kurtosis"])
        return self.pick("skewness {}, kurtosis {}", "độ lệch {}, độ nhọn {}").format(skewness, kurtosis)

    def moved(self, stage: Row) -> str:
        text = ""
        if stage["points_high"] > 0:
            text += self.pick(", {:.0f} lowered to {}", ", hạ {:.0f} điểm xuống {}").format(
                stage["points_high"], digits(stage["high"]))
        if stage["points_low"] > 0:
            text += self.pick(", {:.0f} raised to {}", ", nâng {:.0f} điểm lên {}").format(
                stage["points_low"], digits(stage["low"]))
        return text

    def curve(self, stage: Row) -> str:
        """What a transformation is made with."""
        curve = CURVES.get(stage["rule"])
        if curve is None:
            return ""
        formula = curve.mirrored if stage["mirrored"] > 0 and curve.mirrored is not None else curve.formula
        text = f", {formula}"
        if "min" in formula or "max" in formula:
            text += f", min {digits(stage['minimum'])}, max {digits(stage['maximum'])}"
        return text + (f", {curve.parameter} {digits(stage['parameter'])}" if curve.parameter is not None else "")

    # ---- normalization ----

    def parameter(self, step: Row, key: str) -> Row:
        found = (given for given in self.parameters.get((step["node"],), [])
                 if given["step"] == step["step"] and given["parameter_key"] == key)
        return next(found, {"value": math.nan, "choice": None})

    def frame(self, step: Row) -> str:
        pick, center, low, high = self.pick, step["center"], digits(step["minimum"]), digits(step["maximum"])
        if step["origin"] == "given":
            text = pick("goalposts given: {} is 0, {} is full score; the data go from {}",
                        "mốc cho trước: {} là 0 điểm, {} là điểm tối đa; số liệu từ {}").format(
                digits(center), digits(center + step["scale"]), low)
        elif step["origin"] == "held":
            text = pick("held from another run: from {}", "giữ từ lần tính khác: từ {}").format(low)
        else:
            text = pick("from {}", "từ {}").format(low)
        text += self.end(step, "minimum") + pick(" to {}", " đến {}").format(high) + self.end(step, "maximum")
        log = self.parameter(step, "log")["choice"] not in (None, "none")
        after = pick(", all after the logarithm", ", đều sau lôgarit") if log else ""
        return text + pick(", {:.0f} values{}", ", {:.0f} giá trị{}").format(step["count"], after)

    def end(self, step: Row, which: str) -> str:
        unit = step[f"{which}_unit"]
        return "" if unit is None else f" ({self.place(unit, step.get(f'{which}_period'))})"

    def normalization(self, step: Row) -> str:
        if math.isnan(step["value_before"]):
            return self.pick("missing", "thiếu")
        log = self.parameter(step, "log")["choice"]
        x = {"natural": "ln ", "base10": "log10 "}.get(log or "", "") + digits(step["value_before"])
        cut = self.pick(", cut", ", đã cắt") if "truncated" in _marks(step) else ""
        return f"{self.formula(step, x)} = {score(step['value_after'])}{cut}  ({step['rule']})"

    def formula(self, step: Row, x: str) -> str:
        rule, scale, good = step["rule"], digits(step["scale"]), step["direction"] > 0
        if rule == "none":
            return x if good else f"−({x})"
        if rule in ("minmax", "minmax_percentile", "minmax_sd", "minmax_inner"):
            lower, upper = self.parameter(step, "lower")["value"], self.parameter(step, "upper")["value"]
            return self.line(step, x, upper - lower, lower)
        if rule == "zscore":
            return self.line(step, x, self.parameter(step, "sd")["value"], self.parameter(step, "mean")["value"])
        if rule == "ampi":
            return self.line(step, x, 60, 70)
        if rule in ("fixed_range", "goalposts"):
            return self.line(step, x, self.parameter(step, "points")["value"], 0)
        if rule == "distance_to_target":
            return self.line(step, x, 1, 0)
        if rule in ("distance_to_max", "distance_to_reference"):
            return f"1 − ({digits(step['center'])} − {x}) / {scale}"
        if rule in ("fraction_of_max", "ratio_to_mean", "ratio_to_worst"):
            return f"{x} / {scale}" if good else f"{scale} / {x}"
        if rule == "above_below_mean":
            return self.pick("{} beside the mean {}", "{} so với trung bình {}").format(x, digits(step["center"]))
        return self.pick("place of {} among the units", "vị trí của {} trong các đơn vị").format(x)

    def line(self, step: Row, x: str, factor: float, offset: float) -> str:
        """(x − center) / scale [× factor] [+ offset]"""
        text = f"({x} − {digits(step['center'])}) / {digits(step['scale'])}"
        text += f" × {digits(factor)}" if factor != 1 else ""
        return text + (f" + {digits(offset)}" if offset != 0 else "")

    def weight(self, code: str) -> str:
        row = self.nodes[code]
        if row["parent"] is None:
            return ""
        share = self.pick("{}, {} of {}", "{}, {} của {}")
        text = share.format(digits(row["weight"]), percent(row["share"]), row["parent"])
        if row["present_share"] > row["share"]:  # a sibling is missing
            text += self.pick(", {} of what is there", ", {} của phần hiện có").format(percent(row["present_share"]))
        above = self.nodes.get(row["parent"])  # not there where the tree begins here
        if not math.isnan(row["adds"]):
            adds = score(row["adds"])
            text += self.pick("; adds {}", "; đóng góp {}").format(adds) if above is None else self.pick(
                "; adds {} to its {}", "; đóng góp {} trong {} điểm").format(adds, score(above["score"]))
        return text


def _marks(step: Row) -> list[str]:
    return str(step["marks"] or "").split(", ")


def _grouped(rows: list[Row], *keys: str) -> dict[tuple[Any, ...], list[Row]]:
    out: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        out.setdefault(tuple(row[key] for key in keys), []).append(row)
    return out


def aligned(rows: list[list[str]], sides: str) -> list[str]:
    """Cells in columns; "l" or "r" a column, a last one without a letter is not padded."""
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    out = []
    for row in rows:
        cells = [cell if k >= len(sides) else cell.ljust(widths[k]) if sides[k] == "l" else cell.rjust(widths[k])
                 for k, cell in enumerate(row)]
        out.append("  ".join(cells).rstrip())
    return out
