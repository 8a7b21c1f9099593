/** What the tests share: the add-in under test, the golden cases, and a stand-in for Excel. INNOSCORE_ADDIN names the folder,
 * INNOSCORE_CASES the cases. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.env.INNOSCORE_ADDIN;
export const file = (name) => readFileSync(join(folder, name));
export const textOf = (name) => file(name).toString("utf8");
export const addin = (name) => import(pathToFileURL(join(folder, name)));
export const golden = JSON.parse(readFileSync(process.env.INNOSCORE_CASES, "utf8"));
export const metadata = JSON.parse(textOf("functions.json"));
const root = new URL("../../../", import.meta.url);
export const sourceOf = (path) => readFileSync(new URL(path, root), "utf8");
export const LEFT_OUT = Symbol("left out");

/** CustomFunctions as its documentation and types have it. */
export function customFunctions() {
  const ErrorCode = {
    invalidValue: "#VALUE!",
    notAvailable: "#N/A",
    divisionByZero: "#DIV/0!",
    invalidNumber: "#NUM!",
    nullReference: "#NULL!",
    invalidName: "#NAME?",
    invalidReference: "#REF!",
  };
  class CellError {
    constructor(code, message) {
      assert.ok(Object.values(ErrorCode).includes(code), `no error code: ${code}`);
      Object.assign(this, { code, message });
    }
  }
  const functions = new Map();
  return {
    Error: CellError,
    ErrorCode,
    functions,
    associate(id, work) {
      assert.ok(!functions.has(id), `${id} is associated twice`);
      functions.set(id, work);
    },
  };
}

/** What of Excel a custom function sees: every parameter is there, null where it was left out; a matrix is rows of cells;
 * blank cells are ""; what repeats is one array; the invocation comes last. */
export class Excel {
  constructor(host) {
    this.host = host;
    this.byId = new Map(metadata.functions.map((one) => [one.id, one]));
  }

  cell(value) {
    if (value === null) return "";
    if (value?.error) return new this.host.Error(value.error);
    return value;
  }

  argument(value, { dimensionality }) {
    if (value === undefined || value === LEFT_OUT || value?.left_out) return null;
    if (dimensionality === "scalar") return this.cell(value);
    const rows = Array.isArray(value) ? value.map((row) => (Array.isArray(row) ? row : [row])) : [[value]];
    return rows.map((row) => row.map((one) => this.cell(one)));
  }

  arguments(id, values) {
    const given = this.byId
      .get(id)
      .parameters.map((parameter, k) =>
        parameter.repeating
          ? values.slice(k).map((value) => this.argument(value, parameter))
          : this.argument(values[k], parameter),
      );
    return [...given, { functionName: id }];
  }

  #rows(id, found) {
    return this.byId.get(id).result.dimensionality === "matrix" ? found : [[found]];
  }

  /** A list is a column, a list of lists rows. Gives rows of cells, also for one cell; throws what a cell would show. */
  call(id, ...values) {
    return this.#rows(id, this.host.functions.get(id)(...this.arguments(id, values)));
  }

  async later(id, ...values) {
    return this.#rows(id, await this.host.functions.get(id)(...this.arguments(id, values)));
  }

  /** "#NUM!" or "#VALUE!: sentence", else rows. */
  shown(id, ...values) {
    try {
      return this.call(id, ...values);
    } catch (error) {
      if (!(error instanceof this.host.Error)) throw error;
      return error.message === undefined ? error.code : `${error.code}: ${error.message}`;
    }
  }
}

export async function excel(language = "en") {
  const { associate } = await addin("functions.mjs");
  const host = customFunctions();
  await associate(
    host,
    async () => file("innoscore-cells.wasm"),
    () => language,
  );
  return new Excel(host);
}

export function bits(cell) {
  if (typeof cell === "number") return new BigUint64Array(Float64Array.of(cell).buffer)[0].toString(16);
  return cell?.code ?? cell?.error ?? cell;
}

/** Rows of cells, bit for bit. */
export function same(found, expected, where) {
  assert.deepEqual(
    found.map((row) => row.map(bits)),
    expected.map((row) => row.map(bits)),
    where,
  );
}
