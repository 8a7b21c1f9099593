/** What the tests share: the module under test, the golden cases, hexadecimal doubles. INNOSCORE_WASM names the module,
 * INNOSCORE_MODULE the package. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const root = new URL("../../", import.meta.url);
export const wasm = process.env.INNOSCORE_WASM;
const module = process.env.INNOSCORE_MODULE;
export const {
  InnoError,
  load: loadFrom,
  numbers,
} = await import(module ? pathToFileURL(module) : new URL("examples/wasm/innoscore.mjs", root));
export const load = (options) => loadFrom(wasm, options);
export const golden = JSON.parse(await readFile(new URL("tests/golden/hosts/cases.json", root), "utf8"));
export const textOf = (path) => readFile(new URL(path, root), "utf8");

/** "0x1.8p+1" -> 3; null -> NaN. */
export function double(text) {
  if (text === null) return NaN;
  const found = /^(-?)0x([01])(?:\.([0-9a-f]+))?p([+-]\d+)$/.exec(text);
  assert.ok(found, `${text} is no hexadecimal double`);
  const [, sign, head, digits = "", exponent] = found;
  const whole = Number(BigInt(`0x${head}${digits}`)); // at most 53 bits: exact
  const value = scaled(whole, Number(exponent) - 4 * digits.length);
  return sign ? -value : value;
}

/** value * 2^exponent in exact steps; the golden doubles are no subnormals. */
function scaled(value, exponent) {
  return exponent < -1000 ? value * 2 ** -1000 * 2 ** (exponent + 1000) : value * 2 ** exponent;
}

export const column = (texts) => Float64Array.from(texts, double);

const bits = (value) =>
  Number.isNaN(value) ? "missing" : new BigUint64Array(Float64Array.of(value).buffer)[0].toString(16);

/** Bit for bit; every missing value is like another. */
export function same(found, expected, where) {
  assert.deepEqual(Array.from(found, bits), Array.from(column(expected), bits), where);
}

/** The tree and the options of a golden case as the package takes them. */
export function parts(inno, { nodes, weights, steps, units, columns, groups }) {
  const framework = inno.framework(
    nodes.map(({ code, parent, direction = 1, weight = "0x1p+0", denominator, scale }) => ({
      code,
      parent,
      direction,
      weight: Number(double(weight)),
      denominator,
      scale: scale && double(scale),
    })),
  );
  const given = steps.map(({ step, settings }) => {
    const options = { step, at: {}, level: {} };
    for (const [place, key, value] of settings) {
      const into =
        place === null
          ? options
          : typeof place === "number"
            ? (options.level[place] ??= {})
            : (options.at[place] ??= {});
      into[key] = value;
    }
    return options;
  });
  const method = inno.method(framework, given, { weights: weights ? mapped(weights, double) : undefined });
  return { framework, method, data: { units, columns: mapped(columns, column), groups } };
}

export const mapped = (object, work) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, work(value)]));
