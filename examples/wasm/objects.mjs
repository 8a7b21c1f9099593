/** Framework, dataset, method: what a result is made from. */
import { borrowed, created, Handle, number, onlyKnown, placeOf, rowOf, wanted, whole } from "./handle.mjs";
import { say } from "./memory.mjs";
import { Result, Uncertainty, WhatIf } from "./results.mjs";
import { schemeOf } from "./schemes.mjs";
import { numbers } from "./signatures.mjs";

const KEEP = {
  scores: numbers.KEEP_SCORES,
  coverage: numbers.KEEP_COVERAGE,
  steps: numbers.KEEP_STEPS,
  all: numbers.KEEP_ALL,
};
const NODE_TEXTS = ["name", "name_vi", "unit_of_measure", "source", "note"];

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
    const {
      inno: { call, error },
      address,
    } = this;
    const check = (status) => this.inno.check(status);
    check(call.inno_indicator_set_add(address, code, parent, error));
    if (direction !== undefined)
      check(call.inno_indicator_set_direction(address, code, whole(this.inno, direction, code), error));
    if (weight !== undefined)
      check(call.inno_indicator_set_weight(address, code, number(this.inno, weight, code), error));
    if (denominator) {
      check(
        call.inno_indicator_set_denominator(address, code, denominator, number(this.inno, scale ?? 1, code), error),
      );
    } else if (scale !== undefined) {
      throw new TypeError(
        say(
          this.inno.language,
          `${code}: a scale without a denominator has no effect`,
          `${code}: scale không có denominator thì không có tác dụng`,
        ),
      );
    }
  }

  /** 1 = indicators, highest = the index. */
  level(code) {
    return this.inno.call.inno_indicator_set_level(this.address, placeOf(this.inno, this.codes, code, "node", "nút"));
  }

  /** Levels of nodes that share a parent with another one: there weights matter. */
  levelsOfSiblings() {
    const {
      inno: { call },
      address,
    } = this;
    const parents = this.codes.map((_, place) => call.inno_indicator_set_parent(address, place));
    const shared = this.codes.filter(
      (_, k) => parents[k] >= 0 && parents.some((parent, j) => j !== k && parent === parents[k]),
    );
    return [...new Set(shared.map((code) => this.level(code)))].sort();
  }
}

/** Units and their columns. */
export class Dataset extends Handle {
  constructor(inno, data) {
    onlyKnown(inno, data, ["units", "columns", "groups", "periods"], say(inno.language, "Data", "Dữ liệu"));
    const { units, columns, groups = {}, periods } = data;
    if (!Array.isArray(units) || columns === null || typeof columns !== "object") {
      throw new TypeError(
        say(
          inno.language,
          "Data are { units: codes, columns: { code: numbers } }",
          "Dữ liệu là { units: mã, columns: { mã: số } }",
        ),
      );
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
    throw new TypeError(
      say(
        this.inno.language,
        `${name}: ${values?.length ?? "no"} values for ${this.rows} rows`,
        `${name}: ${values?.length ?? "không có"} giá trị cho ${this.rows} hàng`,
      ),
    );
  }

  #column(code, values) {
    const { inno } = this;
    this.#wholeColumn(values, code);
    inno.memory.scoped((scope) => {
      const cells = scope.doubles(values, (k) =>
        k === undefined ? code : `${code}, ${this.units[k % this.units.length]}`,
      );
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
    return rowOf(this.inno, this, unit, period);
  }
}

/** All choices together, checked against each other. */
export class Method extends Handle {
  #steps;
  #weights;

  constructor(inno, framework, given, weights) {
    wanted(inno, framework, Framework, "framework");
    if (given !== undefined && !(Array.isArray(given) && given.length > 0)) {
      throw new TypeError(
        say(
          inno.language,
          "steps is a list of steps; leave it out for the default method",
          "steps là danh sách các bước; bỏ trống để dùng phương pháp mặc định",
        ),
      );
    }
    const copied = structuredClone(given ?? []);
    const address = inno.memory.scoped((scope) => {
      const { schemes, own } = choices(inno, scope, framework, copied, weights);
      return created(
        inno,
        scope,
        "inno_method_create",
        0,
        framework.address,
        own,
        schemes.length ? scope.pointers(schemes) : 0,
        schemes.length,
      );
    });
    super(inno, address, "inno_method_destroy");
    this.framework = framework;
    this.#steps = copied;
    this.#weights = weights && { ...weights };
  }

  /** Computes a result. keep: "scores", "coverage", "steps" or "all"; less is faster. */
  score(data, { keep = "coverage" } = {}) {
    if (!Object.hasOwn(KEEP, keep)) {
      throw new TypeError(
        say(
          this.inno.language,
          `keep is ${Object.keys(KEEP).join(", ")}, not ${String(keep)}`,
          `keep là ${Object.keys(KEEP).join(", ")}, không phải ${String(keep)}`,
        ),
      );
    }
    return withData(this.inno, data, (dataset) => {
      const address = this.inno.memory.scoped((scope) =>
        created(this.inno, scope, "inno_result_create", 0, this.address, dataset.address, KEEP[keep]),
      );
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
    return withData(inno, data, (dataset) =>
      inno.memory.scoped((scope) => {
        const usual = ["denominate", "treat", "normalize", "aggregate", "rank"].map((step) => ({ step }));
        const { schemes, own } = choices(
          inno,
          scope,
          framework,
          this.#steps.length ? this.#steps : usual,
          this.#weights,
        );
        const list = borrowed(inno, scope, "inno_assumptions_destroy", "inno_assumptions_create", 0);
        for (const [level, share] of Object.entries(levels)) {
          inno.check(
            inno.call.inno_assumptions_add_weight_noise(
              list,
              whole(inno, Number(level), "noise"),
              number(inno, share, "noise"),
              inno.error,
            ),
          );
        }
        const address = created(
          inno,
          scope,
          "inno_uncertainty_create",
          0,
          framework.address,
          own,
          scope.pointers(schemes),
          schemes.length,
          dataset.address,
          list,
          schemeOf(inno, scope, "uncertainty", options),
        );
        return new Uncertainty(inno, address, dataset.units);
      }),
    );
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
