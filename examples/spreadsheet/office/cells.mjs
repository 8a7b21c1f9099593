/** innoscore-cells.wasm: ranges of cells in, a table or a fault out, as cells/cells.h says. Knows nothing of Office. */
import { Memory } from "./memory.mjs";

export const BLANK = 0;
export const NUMBER = 1;
export const TEXT = 2;
export const BOOLEAN = 3;
export const MISSING = 4;
export const ERROR = 5;

export const FAULT = { NONE: 0, VALUE: 1, NUMBER: 2, NO_RESULT: 3, ERROR: 4, MEMORY: 5 };
const LANGUAGES = { en: 0, vi: 1 };
const RANGE_BYTES = 20; // rows, columns, kinds, numbers, texts

/** Cells, row by row: kinds, and beside them the number or the text where the kind has one. */
export class Range {
  constructor(rows, columns) {
    this.rows = rows;
    this.columns = columns;
    this.kinds = new Uint8Array(rows * columns);
    this.numbers = new Float64Array(rows * columns);
    this.texts = null;
  }

  number(at, kind, number) {
    this.kinds[at] = kind;
    this.numbers[at] = number;
  }

  text(at, text) {
    this.kinds[at] = TEXT;
    (this.texts ??= new Array(this.kinds.length).fill(null))[at] = text;
  }
}

export class Cells {
  #memory;
  #call;

  constructor(instance) {
    instance.exports._initialize();
    this.#memory = new Memory(instance.exports);
    this.#call = instance.exports;
  }

  /** Names in their order; a function's number is its place. */
  names() {
    return Array.from({ length: this.#call.cells_count() }, (_, k) => this.#memory.text(this.#call.cells_name(k)));
  }

  /** arguments: Range, or null for one that was left out. Gives { fault, error, sentence, rows, columns, kinds, numbers,
   * texts }; nothing of it lies in the module. */
  call(number, ranges, language) {
    this.#memory.language = language;
    return this.#memory.scoped((scope) => {
      const given = this.#placed(scope, ranges);
      const answer = this.#call.cells_call(number, given, ranges.length, LANGUAGES[language]);
      scope.later(() => this.#call.cells_free(answer));
      return this.#read(answer);
    });
  }

  #placed(scope, ranges) {
    const words = ranges.flatMap((range) => {
      if (range === null) return [0, 0, 0, 0, 0];
      const { rows, columns, numbers, texts } = range;
      const cells = texts ? scope.texts(texts, "A cell") : 0;
      return [rows, columns, this.#bytes(scope, range.kinds), scope.doubles(numbers), cells];
    });
    const address = scope.room(RANGE_BYTES * ranges.length);
    new Uint32Array(this.#call.memory.buffer, address, words.length).set(words);
    return address;
  }

  #bytes(scope, bytes) {
    const address = scope.room(bytes.length);
    new Uint8Array(this.#call.memory.buffer, address, bytes.length).set(bytes);
    return address;
  }

  #read(answer) {
    const exports = this.#call;
    const [rows, columns] = [exports.cells_rows(answer), exports.cells_columns(answer)];
    const size = rows * columns;
    const kinds = new Uint8Array(exports.memory.buffer, exports.cells_kinds(answer), size).slice();
    const texts = new Uint32Array(exports.memory.buffer, exports.cells_texts(answer), size).slice();
    return {
      fault: exports.cells_fault(answer),
      error: exports.cells_error(answer),
      sentence: this.#memory.text(exports.cells_sentence(answer)),
      rows,
      columns,
      kinds,
      numbers: this.#memory.doubles(exports.cells_numbers(answer), size),
      texts: Array.from(texts, (address, at) => (kinds[at] === TEXT ? this.#memory.text(address) : "")),
    };
  }
}
