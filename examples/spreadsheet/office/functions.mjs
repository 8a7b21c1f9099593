/** Excel's values become ranges of cells and back, and every function of table.mjs is associated with Excel. */
import { BLANK, BOOLEAN, Cells, ERROR, FAULT, MISSING, NUMBER, Range, TEXT } from "./cells.mjs";
import { say } from "./memory.mjs";
import { FUNCTIONS } from "./table.mjs";

const ERROR_NAMES = new Set(
  "N/A VALUE! NUM! DIV/0! NULL! REF! NAME? SPILL! CALC! FIELD! BLOCKED! CONNECT! BUSY! UNKNOWN! PYTHON! EXTERNAL! GETTING_DATA"
    .split(" ")
    .map((name) => `#${name}`),
);

/** "#DIV/0!" for an error, however the host passes it: as CustomFunctions.Error, as a data type, or by its name. */
function errorName(value) {
  if (typeof value === "string") return ERROR_NAMES.has(value) ? value : null;
  if (typeof value?.code === "string") return value.code;
  return value?.type === "Error" || value?.basicType === "Error" ? String(value.basicValue) : null;
}

const isNothing = (value) => value === null || value === undefined;

/** One call: errors in its arguments get numbers, which the answer names. */
class Call {
  #errors = [];

  /** null = left out. A blank cell of a range is "", so a null alone is no cell. */
  range(value) {
    const given = Array.isArray(value) ? value : [value];
    const rows = given.map((row) => (Array.isArray(row) ? row : [row]));
    const columns = rows.length > 0 ? rows[0].length : 0;
    if (columns === 0 || (rows.length === 1 && columns === 1 && isNothing(rows[0][0]))) return null;
    const range = new Range(rows.length, columns);
    rows.forEach((row, r) => row.forEach((cell, k) => this.#cell(range, r * columns + k, cell)));
    return range;
  }

  #cell(range, at, value) {
    const error = errorName(value);
    if (error === "#N/A") range.kinds[at] = MISSING;
    else if (error !== null) range.number(at, ERROR, this.#errors.push(error) - 1);
    else if (typeof value === "number") range.number(at, NUMBER, value);
    else if (typeof value === "boolean") range.number(at, BOOLEAN, value ? 1 : 0);
    else if (isNothing(value) || value === "") range.kinds[at] = BLANK;
    else if (typeof value === "object" && "basicValue" in value) this.#cell(range, at, value.basicValue);
    else range.text(at, String(value));
  }

  error(number) {
    return this.#errors[number];
  }
}

/** The module, loaded once. After a trap its memory is of no use: the next call gets a new one. */
class Engine {
  #load;
  #compiled = null;
  #starting = null;
  cells = null;

  constructor(load) {
    this.#load = load;
  }

  start() {
    this.#starting ??= this.#begin().finally(() => (this.#starting = null));
    return this.#starting;
  }

  async #begin() {
    this.#compiled ??= await WebAssembly.compile(await this.#load());
    const cells = new Cells(await WebAssembly.instantiate(this.#compiled));
    if (cells.names().join() !== FUNCTIONS.map(([id]) => id).join()) {
      this.#compiled = null;
      throw new Error("innoscore-cells.wasm and table.mjs are of different versions");
    }
    this.cells = cells;
    return cells;
  }

  call(number, ranges, language) {
    try {
      return this.cells.call(number, ranges, language);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.cells = null;
      const english = `the calculation broke off (${error.message}); calculate again, with less data`;
      throw new Error(say(language, english, `phép tính bị ngắt (${error.message}); hãy tính lại với ít dữ liệu hơn`));
    }
  }
}

/** What the answer is for Excel. Only #VALUE! and #N/A may have a sentence there; #REF!, #NAME? and newer ones cannot be
 * given back, so they are #VALUE! with the sentence. */
function delivered(CustomFunctions, call, answer, isTable) {
  const { Error: CellError, ErrorCode } = CustomFunctions;
  const { fault, sentence, rows, columns, kinds, numbers, texts } = answer;
  const passed = { "#NUM!": ErrorCode.invalidNumber, "#DIV/0!": ErrorCode.divisionByZero, "#NULL!": ErrorCode.nullReference };
  if (fault === FAULT.NO_RESULT) throw new CellError(ErrorCode.notAvailable, sentence);
  if (fault === FAULT.NUMBER) throw new CellError(ErrorCode.invalidNumber);
  if (fault === FAULT.ERROR && Object.hasOwn(passed, call.error(answer.error)))
    throw new CellError(passed[call.error(answer.error)]);
  if (fault !== FAULT.NONE) throw new CellError(ErrorCode.invalidValue, sentence);
  const cell = (at) => {
    if (kinds[at] === MISSING) return new CellError(ErrorCode.notAvailable);
    if (kinds[at] === TEXT) return texts[at];
    return kinds[at] === BLANK ? "" : numbers[at];
  };
  if (isTable) return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, k) => cell(r * columns + k)));
  const only = cell(0);
  if (only instanceof CellError) throw only;
  return only;
}

/** Associates every function. load() gives the bytes of the module, language() "en" or "vi". Gives the promise that the
 * module is there; calls before that wait for it. */
export function associate(CustomFunctions, load, language) {
  const engine = new Engine(load);
  const failed = (error) => {
    if (error instanceof CustomFunctions.Error) throw error;
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, error.message);
  };
  FUNCTIONS.forEach(([id, parameters, isTable, repeats], number) => {
    const run = (given) => {
      const values = given.slice(0, Math.min(parameters, given.length - 1)); // the last is the invocation
      const call = new Call();
      const rest = repeats && values.length === parameters ? values.pop() : null; // an array of arguments
      const ranges = [...values, ...(rest ?? [])].map((value) => call.range(value));
      return delivered(CustomFunctions, call, engine.call(number, ranges, language()), isTable);
    };
    CustomFunctions.associate(id, (...given) => {
      if (engine.cells === null) return engine.start().then(() => run(given)).catch(failed);
      try {
        return run(given);
      } catch (error) {
        return failed(error);
      }
    });
  });
  return engine.start();
}
