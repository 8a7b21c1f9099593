/** Framework, dataset, method, result: objects of the library, each with memory in the module until dispose(). */
import { say, toDouble } from "./memory.mjs";
import { numbers } from "./signatures.mjs";

const forgotten = new FinalizationRegistry((destroy) => destroy());
const KEEP = { scores: numbers.KEEP_SCORES, coverage: numbers.KEEP_COVERAGE, steps: numbers.KEEP_STEPS, all: numbers.KEEP_ALL };
const NODE_TEXTS = ["name", "name_vi", "unit_of_measure", "source", "note"];

/** An object in the module. dispose() gives its memory back at once; else that is done some time after the last
 * reference to it is gone. */
export class Handle {
  #inno;
  #address;
  #destroy;

  constructor(inno, address, destroyer) {
    this.#inno = inno;
    this.#address = address;
    const destroy = () => inno.memory.exports[destroyer](address);
    this.#destroy = destroy;
    forgotten.register(this, destroy, this);
  }

  get inno() {
    return this.#inno;
  }

  /** For functions of Innoscore.call. Throws after dispose(). */
  get address() {
    if (this.#address === 0) {
      const name = this.constructor.name;
      throw new TypeError(say(this.#inno.language, `This ${name} was disposed of`, `${name} này đã bị hủy`));
    }
    return this.#address;
  }

  get disposed() {
    return this.#address === 0;
  }

  dispose() {
    if (this.#address === 0) return;
    forgotten.unregister(this);
    this.#address = 0;
    this.#destroy();
  }
}
if (Symbol.dispose) Handle.prototype[Symbol.dispose] = Handle.prototype.dispose; // for "using"

/** Address of what a function creates behind its arguments. */
function created(inno, scope, name, ...values) {
  const out = scope.room(4);
  inno.check(inno.call[name](...values, out, inno.error));
  return inno.memory.pointer(out);
}

/** An object that lives as long as the scope. */
function borrowed(inno, scope, destroyer, name, ...values) {
  const address = created(inno, scope, name, ...values);
  scope.later(() => inno.memory.exports[destroyer](address));
  return address;
}

function wanted(inno, value, kind, what) {
  if (value instanceof kind) {
    if (value.inno === inno) return value;
    throw new TypeError(say(inno.language, `${what} belongs to another instance of the module`,
      `${what} thuộc một bản khác của mô-đun`));
  }
  throw new TypeError(say(inno.language, `${what} is a ${kind.name}`, `${what} phải là một ${kind.name}`));
}

/** Place of a code in a list; what is not there is named. */
function placeOf(inno, list, code, english, vietnamese) {
  const place = list.indexOf(code);
  if (place >= 0) return place;
  throw new RangeError(say(inno.language, `No ${english} has the code ${JSON.stringify(code)}`,
    `Không có ${vietnamese} nào có mã ${JSON.stringify(code)}`));
}

/** Names that are not known are refused: a slip would have no effect. */
function onlyKnown(inno, object, known, what) {
  for (const name of Object.keys(object)) {
    if (!known.includes(name)) {
      throw new TypeError(say(inno.language, `${what} has no ${JSON.stringify(name)}; it has ${known.join(", ")}`,
        `${what} không có ${JSON.stringify(name)}; có ${known.join(", ")}`));
    }
  }
}

/** The tree of indicators and aggregates. codes: indicators first, then the aggregates, the index last. */
export class Framework extends Handle {
  constructor(inno, nodes) {
    const known = ["code", "parent", "direction", "weight", "denominator", "scale", ...NODE_TEXTS];
    const address = inno.memory.scoped((scope) => created(inno, scope, "inno_indicator_set_create", 0));
    super(inno, address, "inno_indicator_set_destroy");
    try {
      for (const node of nodes) {
        onlyKnown(inno, node, known, say(inno.language, "A node", "Một nút"));
        this.#add(node);
      }
      inno.check(inno.call.inno_indicator_set_freeze(address, inno.error));
    } catch (error) {
      this.dispose();
      throw error;
    }
    const count = inno.call.inno_indicator_set_node_count(address);
    this.codes = Object.freeze(Array.from({ length: count }, (_, k) => inno.call.inno_indicator_set_code(address, k)));
    this.indicators = Object.freeze(this.codes.slice(0, inno.call.inno_indicator_set_indicator_count(address)));
    this.index = this.codes.at(-1);
  }

  #add({ code, parent = null, direction, weight, denominator, scale }) {
    const { inno: { call, error }, address } = this;
    const check = (status) => this.inno.check(status);
    check(call.inno_indicator_set_add(address, code, parent, error));
    if (direction !== undefined) check(call.inno_indicator_set_direction(address, code, whole(this.inno, direction, code), error));
    if (weight !== undefined) check(call.inno_indicator_set_weight(address, code, number(this.inno, weight, code), error));
    if (denominator) {
      check(call.inno_indicator_set_denominator(address, code, denominator, number(this.inno, scale ?? 1, code), error));
    } else if (scale !== undefined) {
      throw new TypeError(say(this.inno.language, `${code}: a scale without a denominator has no effect`,
        `${code}: scale không có denominator thì không có tác dụng`));
    }
  }

  /** 1 = indicators, highest = the index. */
  level(code) {
    return this.inno.call.inno_indicator_set_level(this.address, placeOf(this.inno, this.codes, code, "node", "nút"));
  }

  /** Levels of nodes that share a parent with another one: there weights matter. */
  levelsOfSiblings() {
    const { inno: { call }, address } = this;
    const parents = this.codes.map((_, place) => call.inno_indicator_set_parent(address, place));
    const shared = this.codes.filter((_, k) => parents[k] >= 0 && parents.some((parent, j) => j !== k && parent === parents[k]));
    return [...new Set(shared.map((code) => this.level(code)))].sort();
  }
}

function number(inno, value, where) {
  return toDouble(value, () => where, inno.language);
}

/** An integer for C, which would otherwise be cut to one in silence. */
function whole(inno, value, where) {
  if (Number.isSafeInteger(value)) return value;
  throw new TypeError(say(inno.language, `${where}: an integer is wanted, not ${String(value)}`,
    `${where}: cần một số nguyên, không phải ${String(value)}`));
}

/** Units and their columns. */
export class Dataset extends Handle {
  constructor(inno, data) {
    onlyKnown(inno, data, ["units", "columns", "groups", "periods"], say(inno.language, "Data", "Dữ liệu"));
    const { units, columns, groups = {}, periods } = data;
    if (!Array.isArray(units) || columns === null || typeof columns !== "object") {
      throw new TypeError(say(inno.language, "Data are { units: codes, columns: { code: numbers } }",
        "Dữ liệu là { units: mã, columns: { mã: số } }"));
    }
    const address = inno.memory.scoped((scope) => {
      const codes = scope.texts(units, say(inno.language, "The code of a unit", "Mã đơn vị"));
      if (periods === undefined) return created(inno, scope, "inno_dataset_create", 0, units.length, codes);
      const years = scope.doubles(periods, () => "periods");
      return created(inno, scope, "inno_dataset_create_panel", 0, units.length, codes, periods.length, years);
    });
    super(inno, address, "inno_dataset_destroy");
    this.units = Object.freeze([...units]);
    this.periods = periods && Object.freeze([...periods]);
    this.columns = Object.freeze(Object.keys(columns));
    try {
      for (const code of this.columns) this.#column(code, columns[code]);
      for (const name of Object.keys(groups)) this.#group(name, groups[name]);
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  get rows() {
    return this.units.length * (this.periods?.length ?? 1);
  }

  #wholeColumn(values, name) {
    if (values?.length === this.rows) return;
    throw new TypeError(say(this.inno.language, `${name}: ${values?.length ?? "no"} values for ${this.rows} rows`,
      `${name}: ${values?.length ?? "không có"} giá trị cho ${this.rows} hàng`));
  }

  #column(code, values) {
    const { inno } = this;
    this.#wholeColumn(values, code);
    inno.memory.scoped((scope) => {
      const cells = scope.doubles(values, (k) => (k === undefined ? code : `${code}, ${this.units[k % this.units.length]}`));
      inno.check(inno.call.inno_dataset_add_column(this.address, code, cells, 8, inno.error));
    });
  }

  #group(name, labels) {
    const { inno } = this;
    this.#wholeColumn(labels, name);
    inno.memory.scoped((scope) => {
      inno.check(inno.call.inno_dataset_add_group(this.address, name, scope.texts(labels, name), inno.error));
    });
  }

  /** Row of a unit in a period; without period the latest. */
  row(unit, period) {
    const place = placeOf(this.inno, this.units, unit, "unit", "đơn vị");
    if (period === undefined) return ((this.periods?.length ?? 1) - 1) * this.units.length + place;
    return placeOf(this.inno, this.periods ?? [], period, "period", "kỳ") * this.units.length + place;
  }
}

// ---- steps: options by their names ----------------------------------------------------------------------------------

const steps = new WeakMap(); // of an instance: verb -> number of the step

function stepNumber(inno, name) {
  if (!steps.has(inno)) {
    steps.set(inno, inno.memory.scoped((scope) => {
      const out = scope.room(8);
      return new Map(Array.from({ length: inno.call.inno_step_count() }, (_, k) => {
        inno.check(inno.call.inno_step_info(k, out, out + 4, 0));
        return [inno.memory.text(inno.memory.pointer(out + 4)), inno.memory.integers(out, 1)[0]];
      }));
    }));
  }
  const found = steps.get(inno).get(name);
  if (found !== undefined) return found;
  const known = [...steps.get(inno).keys()].join(", ");
  throw new RangeError(say(inno.language, `There is no step ${JSON.stringify(name)}; the steps are ${known}`,
    `Không có bước ${JSON.stringify(name)}; các bước là ${known}`));
}

function keysOf(inno, step) {
  return inno.memory.scoped((scope) => {
    const out = scope.room(4);
    return Array.from({ length: inno.call.inno_key_count(step) }, (_, k) => {
      inno.check(inno.call.inno_key_info(step, k, 0, out, 0, 0));
      return inno.memory.text(inno.memory.pointer(out));
    });
  });
}

/** Address of a scheme with the options, for as long as the scope. */
function schemeOf(inno, scope, name, { at = {}, level = {}, ...all }) {
  const step = stepNumber(inno, name);
  const scheme = borrowed(inno, scope, "inno_scheme_destroy", "inno_scheme_create", 0, step);
  const set = (options, write) => {
    for (const [option, value] of Object.entries(options)) {
      if (value === null || value === undefined) continue; // keeps its default
      const key = inno.call.inno_key_from_name(step, option);
      if (key === 0) {
        const known = keysOf(inno, step).join(", ");
        throw new RangeError(say(inno.language, `${name} has no option ${JSON.stringify(option)}; it has ${known}`,
          `${name} không có tùy chọn ${JSON.stringify(option)}; có ${known}`));
      }
      inno.check(write(key, optionText(inno, value, `${name}.${option}`)));
    }
  };
  set(all, (key, text) => inno.call.inno_scheme_set_text(scheme, null, key, text, inno.error));
  for (const [height, options] of Object.entries(level)) {
    const where = whole(inno, Number(height), `${name}: level`);
    set(options, (key, text) => inno.call.inno_scheme_set_level_text(scheme, where, key, text, inno.error));
  }
  for (const [code, options] of Object.entries(at)) {
    set(options, (key, text) => inno.call.inno_scheme_set_text(scheme, code, key, text, inno.error));
  }
  return scheme;
}

function optionText(inno, value, where) {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  if (Array.isArray(value)) return value.map((one) => optionText(inno, one, where)).join(", ");
  throw new TypeError(say(inno.language, `${where} is a text, number, boolean or a list of them`,
    `${where} phải là văn bản, số, boolean hoặc danh sách của chúng`));
}

/** All choices together, checked against each other. */
export class Method extends Handle {
  #steps;
  #weights;

  constructor(inno, framework, given, weights) {
    wanted(inno, framework, Framework, "framework");
    if (given !== undefined && !(Array.isArray(given) && given.length > 0)) {
      throw new TypeError(say(inno.language, "steps is a list of steps; leave it out for the default method",
        "steps là danh sách các bước; bỏ trống để dùng phương pháp mặc định"));
    }
    const copied = structuredClone(given ?? []);
    const address = inno.memory.scoped((scope) => {
      const { schemes, own } = choices(inno, scope, framework, copied, weights);
      return created(inno, scope, "inno_method_create", 0, framework.address, own,
        schemes.length ? scope.pointers(schemes) : 0, schemes.length);
    });
    super(inno, address, "inno_method_destroy");
    this.framework = framework;
    this.#steps = copied;
    this.#weights = weights && { ...weights };
  }

  /** Computes a result. keep: "scores", "coverage", "steps" or "all"; less is faster. */
  score(data, { keep = "coverage" } = {}) {
    if (!Object.hasOwn(KEEP, keep)) {
      throw new TypeError(say(this.inno.language, `keep is ${Object.keys(KEEP).join(", ")}, not ${String(keep)}`,
        `keep là ${Object.keys(KEEP).join(", ")}, không phải ${String(keep)}`));
    }
    return withData(this.inno, data, (dataset) => {
      const address = this.inno.memory.scoped((scope) => created(this.inno, scope, "inno_result_create", 0, this.address,
        dataset.address, KEEP[keep]));
      return new Result(this.inno, address, this.framework, dataset.units, dataset.periods);
    });
  }

  /** A result that follows edits. options: hold_treatment, hold_normalization, hold_imputation. */
  whatIf(data, options = {}) {
    return withData(this.inno, data, (dataset) => new WhatIf(this, dataset, options));
  }

  /** Replicates in which weights vary. noise: level -> share, each weight of the level times 1 - share to 1 + share; by
   * default a quarter wherever there are siblings. Other options: seed, confidence, top, ... */
  uncertainty(data, { noise, ...options } = {}) {
    const { inno, framework } = this;
    const levels = noise ?? Object.fromEntries(framework.levelsOfSiblings().map((level) => [level, 0.25]));
    return withData(inno, data, (dataset) => inno.memory.scoped((scope) => {
      const usual = ["denominate", "treat", "normalize", "aggregate", "rank"].map((step) => ({ step }));
      const { schemes, own } = choices(inno, scope, framework, this.#steps.length ? this.#steps : usual, this.#weights);
      const list = borrowed(inno, scope, "inno_assumptions_destroy", "inno_assumptions_create", 0);
      for (const [level, share] of Object.entries(levels)) {
        inno.check(inno.call.inno_assumptions_add_weight_noise(list, whole(inno, Number(level), "noise"),
          number(inno, share, "noise"), inno.error));
      }
      const address = created(inno, scope, "inno_uncertainty_create", 0, framework.address, own, scope.pointers(schemes),
        schemes.length, dataset.address, list, schemeOf(inno, scope, "uncertainty", options));
      return new Uncertainty(inno, address, dataset.units);
    }));
  }

  /** SHA-256 of every choice. */
  get fingerprint() {
    const { inno } = this;
    return inno.memory.scoped((scope) => {
      const room = scope.room(65);
      inno.check(inno.call.inno_method_fingerprint(this.address, room, 65, inno.error));
      return inno.memory.text(room);
    });
  }
}

function choices(inno, scope, framework, given, weights) {
  const schemes = given.map(({ step, ...options }) => schemeOf(inno, scope, step, options));
  if (weights === undefined) return { schemes, own: 0 };
  const own = borrowed(inno, scope, "inno_weights_destroy", "inno_weights_create_given", 0, framework.address);
  for (const [code, weight] of Object.entries(weights)) {
    inno.check(inno.call.inno_weights_set(own, code, number(inno, weight, code), inno.error));
  }
  return { schemes, own };
}

/** Data of plain objects live for one call, a Dataset as its owner wants. */
function withData(inno, data, work) {
  if (data instanceof Dataset) return work(wanted(inno, data, Dataset, "data"));
  const dataset = new Dataset(inno, data);
  try {
    return work(dataset);
  } finally {
    dataset.dispose();
  }
}

/** What reads a result: one number a row, in arrays of the caller's own. */
class Reader extends Handle {
  constructor(inno, address, destroyer, framework, units, periods) {
    super(inno, address, destroyer);
    Object.assign(this, { nodes: framework.codes, index: framework.index, units, periods });
  }

  /** Final values of a node; by default the index. NaN = missing or left out. */
  scores(node = this.index) {
    return this.#read(node, (place, out) => this.inno.call.inno_result_scores(this.shown, place, out, 8, this.inno.error));
  }

  /** 1 = best, by unrounded scores; group: a grouping of the data, ranks are then among its members. */
  ranks(node = this.index, { group = null } = {}) {
    return this.#read(node, (place, out) => this.inno.call.inno_result_ranks(this.shown, place, group, out, 8, this.inno.error));
  }

  /** Share of the direct children that have a value. */
  coverage(node = this.index) {
    return this.#read(node, (place, out) => this.inno.call.inno_result_coverage(this.shown, place, out, 8, this.inno.error));
  }

  /** Every node's weight, its share among siblings, and its share of the index. */
  weights() {
    const { inno, shown } = this;
    const { RECORD_WEIGHT: kind, FIELD_WEIGHT, FIELD_SHARE, FIELD_EFFECTIVE } = numbers;
    return inno.memory.scoped((scope) => {
      const out = scope.room(8);
      const read = (place, field) => {
        inno.check(inno.call.inno_result_record(shown, kind, place, field, out, inno.error));
        return inno.memory.doubles(out, 1)[0];
      };
      return this.nodes.map((node, place) => ({ node, weight: read(place, FIELD_WEIGHT), share: read(place, FIELD_SHARE),
        effective: read(place, FIELD_EFFECTIVE) }));
    });
  }

  #read(node, write) {
    const place = placeOf(this.inno, this.nodes, node, "node", "nút");
    const rows = this.units.length * (this.periods?.length ?? 1);
    return this.inno.memory.scoped((scope) => {
      const out = scope.room(8 * rows);
      this.inno.check(write(place, out));
      return this.inno.memory.doubles(out, rows);
    });
  }
}

/** What Method.score() gives: row = period * units + unit. */
export class Result extends Reader {
  constructor(inno, address, framework, units, periods) {
    super(inno, address, "inno_result_destroy", framework, units, periods);
  }

  get shown() {
    return this.address;
  }
}

/** A result that follows edits; only what an edit reaches is computed again. */
export class WhatIf extends Reader {
  #row;
  #columns;

  constructor(method, dataset, options) {
    const { inno } = method;
    const address = inno.memory.scoped((scope) => created(inno, scope, "inno_what_if_create", 0,
      schemeOf(inno, scope, "explain", options), method.address, dataset.address));
    super(inno, address, "inno_what_if_destroy", method.framework, dataset.units, dataset.periods);
    this.#columns = dataset.columns;
    const { units, periods } = dataset;
    this.#row = (unit, period) => Dataset.prototype.row.call({ inno, units, periods }, unit, period);
  }

  get shown() {
    return this.inno.call.inno_what_if_result(this.address);
  }

  #column(code) {
    return placeOf(this.inno, this.#columns, code, "column", "cột");
  }

  /** A raw value; null makes it missing. period: by default the latest. */
  setValue(unit, column, value, period) {
    const { inno } = this;
    inno.check(inno.call.inno_what_if_set_value(this.address, this.#row(unit, period), this.#column(column),
      number(inno, value, column), inno.error));
  }

  setWeight(node, weight) {
    const { inno } = this;
    const place = placeOf(inno, this.nodes, node, "node", "nút");
    inno.check(inno.call.inno_what_if_set_weight(this.address, place, number(inno, weight, node), inno.error));
  }

  undo(count = 1) {
    this.inno.check(this.inno.call.inno_what_if_undo(this.address, whole(this.inno, count, "count"), this.inno.error));
  }

  reset() {
    this.inno.check(this.inno.call.inno_what_if_reset(this.address, this.inno.error));
  }

  /** Edits that were made and not undone. */
  get edits() {
    return this.inno.call.inno_what_if_edit_count(this.address);
  }

  /** Many edits { unit, column, value, period }, each alone on the present state, which stays: score and rank of the
   * edited unit, and status; where that is not "INNO_OK" they are NaN. */
  tryValues(edits, node = this.index) {
    const { inno } = this;
    const place = placeOf(inno, this.nodes, node, "node", "nút");
    const rows = edits.map(({ unit, period }) => this.#row(unit, period));
    const columns = edits.map(({ column }) => this.#column(column));
    return inno.memory.scoped((scope) => {
      const values = scope.doubles(edits.map(({ value }) => value), (k) => `${edits[k].column}, ${edits[k].unit}`);
      const [scores, ranks, statuses] = [8, 8, 4].map((bytes) => scope.room(bytes * edits.length));
      inno.check(inno.call.inno_what_if_try_values(this.address, edits.length, scope.longs(rows), scope.longs(columns),
        values, 8, place, scores, 8, ranks, 8, statuses, inno.error));
      const [score, rank] = [scores, ranks].map((address) => inno.memory.doubles(address, edits.length));
      return Array.from(inno.memory.integers(statuses, edits.length), (status, k) => ({ score: score[k], rank: rank[k],
        status: inno.call.inno_status_name(status) }));
    });
  }
}

const SUMMARY = ["nominal", "median", "lower", "upper", "mean", "sd", "error", "best", "worst", "unranked", "top"];

/** Replicates, counted. The same bits however they are cut into runs. */
export class Uncertainty extends Handle {
  #tally;

  constructor(inno, address, units) {
    super(inno, address, "inno_uncertainty_destroy");
    this.units = units;
    this.#tally = new Handle(inno, inno.memory.scoped((scope) => created(inno, scope, "inno_tally_create", 0, address)),
      "inno_tally_destroy");
  }

  dispose() {
    this.#tally.dispose();
    super.dispose();
  }

  /** Runs count replicates from first on; by default those after the last. */
  run(count, first = this.replicates) {
    const { inno } = this;
    inno.check(inno.call.inno_tally_run(this.#tally.address, this.address, whole(inno, first, "first"),
      whole(inno, count, "count"), inno.error));
    return this;
  }

  get replicates() {
    return this.inno.call.inno_tally_number(this.#tally.address, numbers.TALLY_REPLICATES);
  }

  /** One number a unit: nominal rank, median, lower and upper end of the interval, mean, sd, standard error of the mean,
   * best, worst, replicates without a rank, share in the top. */
  summary() {
    const { inno } = this;
    return inno.memory.scoped((scope) => {
      const out = scope.room(8 * this.units.length);
      return Object.fromEntries(SUMMARY.map((name) => {
        const field = numbers[`TALLY_${name.toUpperCase()}`];
        inno.check(inno.call.inno_tally_unit_values(this.#tally.address, field, out, 8, inno.error));
        return [name, inno.memory.doubles(out, this.units.length)];
      }));
    });
  }
}
