/** What a method gives: results, results that follow edits, replicates. */
import { created, Handle, number, placeOf, rowOf, whole } from "./handle.mjs";
import { schemeOf } from "./schemes.mjs";
import { numbers } from "./signatures.mjs";

/** What reads a result: one number a row, in arrays of the caller's own. */
class Reader extends Handle {
  constructor(inno, address, destroyer, framework, units, periods) {
    super(inno, address, destroyer);
    Object.assign(this, { nodes: framework.codes, index: framework.index, units, periods });
  }

  /** Final values of a node; by default the index. NaN = missing or left out. */
  scores(node = this.index) {
    return this.#read(node, (place, out) =>
      this.inno.call.inno_result_scores(this.shown, place, out, 8, this.inno.error),
    );
  }

  /** 1 = best, by unrounded scores; group: a grouping of the data, ranks are then among its members. */
  ranks(node = this.index, { group = null } = {}) {
    return this.#read(node, (place, out) =>
      this.inno.call.inno_result_ranks(this.shown, place, group, out, 8, this.inno.error),
    );
  }

  /** Share of the direct children that have a value. */
  coverage(node = this.index) {
    return this.#read(node, (place, out) =>
      this.inno.call.inno_result_coverage(this.shown, place, out, 8, this.inno.error),
    );
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
      return this.nodes.map((node, place) => ({
        node,
        weight: read(place, FIELD_WEIGHT),
        share: read(place, FIELD_SHARE),
        effective: read(place, FIELD_EFFECTIVE),
      }));
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
  #columns;

  constructor(method, dataset, options) {
    const { inno } = method;
    const address = inno.memory.scoped((scope) =>
      created(
        inno,
        scope,
        "inno_what_if_create",
        0,
        schemeOf(inno, scope, "explain", options),
        method.address,
        dataset.address,
      ),
    );
    super(inno, address, "inno_what_if_destroy", method.framework, dataset.units, dataset.periods);
    this.#columns = dataset.columns;
  }

  get shown() {
    return this.inno.call.inno_what_if_result(this.address);
  }

  #row(unit, period) {
    return rowOf(this.inno, this, unit, period);
  }

  #column(code) {
    return placeOf(this.inno, this.#columns, code, "column", "cột");
  }

  /** A raw value; null makes it missing. period: by default the latest. */
  setValue(unit, column, value, period) {
    const { inno } = this;
    inno.check(
      inno.call.inno_what_if_set_value(
        this.address,
        this.#row(unit, period),
        this.#column(column),
        number(inno, value, column),
        inno.error,
      ),
    );
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
      const values = scope.doubles(
        edits.map(({ value }) => value),
        (k) => `${edits[k].column}, ${edits[k].unit}`,
      );
      const [scores, ranks, statuses] = [8, 8, 4].map((bytes) => scope.room(bytes * edits.length));
      inno.check(
        inno.call.inno_what_if_try_values(
          this.address,
          edits.length,
          scope.longs(rows),
          scope.longs(columns),
          values,
          8,
          place,
          scores,
          8,
          ranks,
          8,
          statuses,
          inno.error,
        ),
      );
      const [score, rank] = [scores, ranks].map((address) => inno.memory.doubles(address, edits.length));
      return Array.from(inno.memory.integers(statuses, edits.length), (status, k) => ({
        score: score[k],
        rank: rank[k],
        status: inno.call.inno_status_name(status),
      }));
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
    this.#tally = new Handle(
      inno,
      inno.memory.scoped((scope) => created(inno, scope, "inno_tally_create", 0, address)),
      "inno_tally_destroy",
    );
  }

  dispose() {
    this.#tally.dispose();
    super.dispose();
  }

  /** Runs count replicates from first on; by default those after the last. */
  run(count, first = this.replicates) {
    const { inno } = this;
    inno.check(
      inno.call.inno_tally_run(
        this.#tally.address,
        this.address,
        whole(inno, first, "first"),
        whole(inno, count, "count"),
        inno.error,
      ),
    );
    return this;
  }

  get replicates() {
    return this.inno.call.inno_tally_number(this.#tally.address, numbers.TALLY_REPLICATES);
  }

  /** One number a unit: nominal rank, median, lower and upper end of the interval, mean, sd, standard error of the
   * mean, best, worst, replicates without a rank, share in the top. */
  summary() {
    const { inno } = this;
    return inno.memory.scoped((scope) => {
      const out = scope.room(8 * this.units.length);
      return Object.fromEntries(
        SUMMARY.map((name) => {
          const field = numbers[`TALLY_${name.toUpperCase()}`];
          inno.check(inno.call.inno_tally_unit_values(this.#tally.address, field, out, 8, inno.error));
          return [name, inno.memory.doubles(out, this.units.length)];
        }),
      );
    });
  }
}
