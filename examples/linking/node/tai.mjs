// Scores the Technology Achievement Index from values in memory and prints ranks, scores and the bits of the scores.
// Usage: node tai.mjs LIBRARY [wrong]     wrong puts an infinite value in, which the library refuses
import { N, load } from './innoscore.mjs';
import { indicators, lower, units, upper, values } from './tai_data.mjs';

/** What the library refused: its status, its sentence, and where it is. */
class InnoscoreError extends Error {
  constructor(status, sentence, node, unit) {
    super(sentence);
    Object.assign(this, { name: 'InnoscoreError', status, node, unit });
  }
}

/** One thread's use of the library: the error object, and the objects in the order they were made. */
class Session {
  #made = [];

  constructor(file) {
    this.lib = load(file);
    const out = [null];
    if (this.lib.inno_error_create(null, out) !== N.INNO_OK) throw new Error('innoscore: out of memory');
    this.error = out[0];
  }

  /** Calls a function that returns a status and takes the error last. */
  call(name, ...words) {
    const { lib, error } = this;
    const status = lib[name](...words, error);
    if (status === N.INNO_OK) return;
    const [sentence, node, unit] = ['message', 'node', 'unit'].map((part) => lib[`inno_error_${part}`](error));
    throw new InnoscoreError(status, sentence, node, unit);
  }

  /** Calls a function that makes an object, and keeps that until close(). */
  make(destroy, name, ...words) {
    const out = [null];
    this.call(name, ...words, out);
    this.#made.push(() => this.lib[destroy](out[0]));
    return out[0];
  }

  close() {
    for (const destroy of this.#made.reverse()) destroy();
    this.lib.inno_error_destroy(this.error);
  }
}

function makeSet(s) {
  const set = s.make('inno_indicator_set_destroy', 'inno_indicator_set_create', null);
  s.call('inno_indicator_set_add', set, 'TAI', null);
  for (const code of indicators) s.call('inno_indicator_set_add', set, code, 'TAI');
  s.call('inno_indicator_set_freeze', set);
  return set;
}

const makeScheme = (s, step) => s.make('inno_scheme_destroy', 'inno_scheme_create', null, step);

/** Goalposts, each indicator its own, score 1 at the upper one; then the arithmetic mean with equal weights. */
function makeMethod(s, set) {
  const normalize = makeScheme(s, N.INNO_STEP_NORMALIZE);
  s.call('inno_scheme_set_i64', normalize, null, N.INNO_KEY_NORMALIZE_RULE, N.INNO_NORMALIZE_GOALPOSTS);
  s.call('inno_scheme_set_f64', normalize, null, N.INNO_KEY_NORMALIZE_POINTS, 1);
  indicators.forEach((code, i) => {
    s.call('inno_scheme_set_f64', normalize, code, N.INNO_KEY_NORMALIZE_LOWER, lower[i]);
    s.call('inno_scheme_set_f64', normalize, code, N.INNO_KEY_NORMALIZE_UPPER, upper[i]);
  });
  const aggregate = makeScheme(s, N.INNO_STEP_AGGREGATE);
  s.call('inno_scheme_set_i64', aggregate, null, N.INNO_KEY_AGGREGATE_RULE, N.INNO_AGGREGATE_ARITHMETIC);
  return s.make('inno_method_destroy', 'inno_method_create', null, set, null, [normalize, aggregate], 2);
}

function score(s, matrix) {
  const method = makeMethod(s, makeSet(s));
  const data = s.make('inno_dataset_destroy', 'inno_dataset_create', null, units.length, units);
  const count = indicators.length;
  s.call('inno_dataset_add_columns', data, indicators, count, matrix, 8 * count, 8); // strides in bytes
  const result = s.make('inno_result_destroy', 'inno_result_create', null, method, data, N.INNO_KEEP_SCORES);
  const index = s.lib.inno_result_node_count(result) - 1; // the last node
  const [scores, ranks] = [new Float64Array(units.length), new Float64Array(units.length)];
  s.call('inno_result_scores', result, index, scores, 8);
  s.call('inno_result_ranks', result, index, null, ranks, 8);
  return { scores, ranks };
}

function print({ scores, ranks }) {
  const line = (rank, unit, tai, bits) =>
    console.log(`${String(rank).padStart(4)}  ${unit.padEnd(14)}  ${tai.padStart(6)}  ${bits}`);
  const bits = new BigUint64Array(scores.buffer);
  line('Rank', 'Unit', 'TAI', 'Bits');
  for (const u of [...ranks.keys()].sort((a, b) => ranks[a] - ranks[b])) {
    line(ranks[u], units[u], scores[u].toFixed(4), bits[u].toString(16).padStart(16, '0'));
  }
}

const [file, word] = process.argv.slice(2);
const matrix = Float64Array.from(values);
if (word === 'wrong') matrix[2 * indicators.length] = Infinity;
const session = new Session(file);
try {
  print(score(session, matrix));
} finally {
  session.close();
}
