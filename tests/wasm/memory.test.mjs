/** Memory: flat over many calls, right when it grows, given back when nobody holds an object any more. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { golden, load, parts } from "./support.mjs";

const sizeOf = (inno) => inno.memory.exports.memory.buffer.byteLength;
const TREE = [{ code: "index" }, { code: "a", parent: "index" }, { code: "b", parent: "index", direction: -1 }];

test("10,000 scores, and 10,000 refusals, take no more memory than ten", async () => {
  const inno = await load();
  const { method, data } = parts(
    inno,
    golden.cases.find(({ name }) => name === "tai_equal"),
  );
  const round = () => {
    method.score(data, { keep: "all" }).dispose();
    assert.throws(() =>
      method.score({ ...data, columns: { ...data.columns, PATENTS: [Infinity, ...data.columns.PATENTS.slice(1)] } }),
    );
    assert.throws(() => inno.method(method.framework, [{ step: "normalize", rule: "none?" }]));
    assert.throws(() => inno.framework([{ code: "i" }, { code: "a", parent: "x" }]));
    const whatIf = method.whatIf(data);
    whatIf.tryValues([{ unit: "Finland", column: "PATENTS", value: 1 }]);
    whatIf.dispose();
    method.uncertainty(data, { seed: 1 }).run(2).dispose();
    inno.flat.rank({ x: data.columns.PATENTS });
  };
  for (let k = 0; k < 10; k++) round();
  const size = sizeOf(inno);
  for (let k = 0; k < 1000; k++) round();
  for (let k = 0; k < 10_000; k++) method.score(data).dispose();
  assert.equal(sizeOf(inno), size);
});

test("what nobody holds any more is destroyed", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const inno = await load();
  const framework = inno.framework(TREE);
  const columns = {
    a: Float64Array.from({ length: 2000 }, (_, k) => k),
    b: Float64Array.from({ length: 2000 }, (_, k) => k % 7),
  };
  const data = inno.dataset({ units: Array.from({ length: 2000 }, (_, k) => `u${k}`), columns });
  const method = inno.method(framework);
  let size = 0;
  for (let k = 0; k < 60; k++) {
    for (let j = 0; j < 20; j++) method.score(data, { keep: "all" }); // some 200 kB each, never disposed of
    collect();
    await turn();
    await turn();
    if (k === 9) size = sizeOf(inno);
  }
  assert.ok(sizeOf(inno) <= 2 * size, `${size} -> ${sizeOf(inno)}`);
  assert.ok(sizeOf(inno) < 100e6, `1200 results would take 240 MB, and ${sizeOf(inno)} bytes are there`);
});

test("beyond the first memory: numbers are right, and arrays of before stay", async () => {
  const inno = await load();
  const early = inno.flat.minmax({ x: [1, 2, 3] });
  const method = inno.method(inno.framework(TREE));
  const small = method.score({ units: ["x", "y"], columns: { a: [1, 2], b: [5, 1] } });
  const before = small.scores();
  const first = sizeOf(inno);
  const count = 200_000;
  const a = Float64Array.from({ length: count }, (_, k) => (k * 7919) % count);
  const b = Float64Array.from(a, (value) => count - 1 - value);
  const units = Array.from({ length: count }, (_, k) => `u${k}`);
  const result = method.score({ units, columns: { a, b } });
  assert.ok(sizeOf(inno) > 4 * first);
  const scores = result.scores();
  const ranks = result.ranks();
  for (let k = 0; k < count; k += 997) {
    // both columns say the same: worst value 0, best 100
    assert.ok(Math.abs(scores[k] - (100 * a[k]) / (count - 1)) < 1e-9, `${k}: ${scores[k]}`);
    assert.equal(ranks[k], count - a[k]);
  }
  assert.deepEqual([...early], [0, 50, 100]);
  assert.deepEqual(small.scores(), before);
  assert.deepEqual([...before], [0, 100]);
  const whole = inno.flat.rank({ x: a });
  assert.deepEqual(whole, ranks);
});

test("addresses above 2 GB, and the end of memory", async (t) => {
  const inno = await load();
  const { malloc, free } = inno.memory.exports;
  const blocks = [];
  for (let address = malloc(2 ** 29) >>> 0; address !== 0; address = malloc(2 ** 29) >>> 0) blocks.push(address);
  if (blocks.length < 5) t.skip("this machine gives no 2.5 GB of address space");
  else {
    assert.throws(() => inno.memory.scoped((scope) => scope.room(2 ** 30)), /No memory for 1073741824 bytes/);
    assert.ok(blocks.at(-1) > 2 ** 31);
    free(blocks.pop()); // what follows lies there
    const x = Float64Array.from({ length: 1_000_000 }, (_, k) => k);
    const scores = inno.flat.minmax({ x });
    assert.deepEqual([scores[0], scores[500_000], scores.at(-1)], [0, 100 * (500_000 / 999_999), 100]);
    const method = inno.method(inno.framework(TREE));
    assert.deepEqual([...method.score({ units: ["x", "y"], columns: { a: [1, 2], b: [5, 1] } }).scores()], [0, 100]);
  }
  for (const address of blocks) free(address);
});
