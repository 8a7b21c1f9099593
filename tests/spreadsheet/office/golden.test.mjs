/** The cases of tests/golden/hosts, bit for bit. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bits, excel, golden, same } from "./support.mjs";

const sheet = await excel();

test("there are cases", () => {
  assert.ok(golden.indices.length >= 15 && golden.flat.length >= 26);
});

function table(units, columns) {
  const codes = Object.keys(columns);
  return [["unit", ...codes], ...units.map((unit, i) => [unit, ...codes.map((code) => columns[code][i])])];
}

for (const one of golden.indices) {
  test(`whole index: ${one.name}`, () => {
    const { data, framework, method, units, scores, ranks, coverage } = one;
    const begin = performance.now();
    const found = sheet.call("SCORE", data, framework, method, Object.keys(scores));
    if (one.name === "pii") console.log(`measured SCORE of ${units.length} units: ${(performance.now() - begin).toFixed(1)} ms`);
    same(found, table(units, scores), "scores");
    same(sheet.call("SCORE_RANK", data, framework, method, Object.keys(ranks)), table(units, ranks), "ranks");
    const covered = Object.keys(coverage);
    if (covered.length > 0)
      same(sheet.call("SCORE_COVERAGE", data, framework, method, covered), table(units, coverage), "coverage");
  });
}

/** Why Excel cannot be given a case. */
function hindrance({ function: name, name: id, arguments: given }) {
  if (id === null) return `${name} is no function of cells: SCORE takes its place`;
  return JSON.stringify(given).includes('"infinite"') ? "no cell of Excel holds an infinite number" : false;
}

golden.flat.forEach((one, k) => {
  test(`${one.function}, call ${k}`, { skip: hindrance(one) }, () => {
    const found = sheet.shown(one.name, ...one.arguments);
    if (typeof found === "string") {
      assert.ok(one.refused || one.expected[0]?.error === "#N/A", found);
      return;
    }
    assert.ok(!one.refused, `${one.name} is taken`);
    assert.deepEqual(found.flat().map(bits), one.expected.map(bits));
  });
});
