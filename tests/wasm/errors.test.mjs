/** What is refused says what, where and the cure, in the language that was asked for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { InnoError, load, numbers } from "./support.mjs";

const inno = await load();
const vietnamese = await load({ language: "vi" });
const NODES = [{ code: "index" }, { code: "a", parent: "index" }, { code: "b", parent: "index", direction: -1 }];
const UNITS = ["An Giang", "Huế", "Cà Mau"];
const COLUMNS = { a: [1, 2, 4], b: [3, null, 1] };
const method = inno.method(inno.framework(NODES));
const refused = (status, more) => (error) => {
  assert.ok(error instanceof InnoError, String(error));
  assert.equal(error.status, status);
  for (const [key, value] of Object.entries(more)) {
    if (value instanceof RegExp) assert.match(error[key], value);
    else assert.equal(error[key], value);
  }
  return true;
};

test("missing values are null, undefined and NaN", () => {
  const scores = [null, undefined, NaN].map((gap) => [
    ...method.score({ units: UNITS, columns: { a: [1, 2, 4], b: [3, gap, 1] } }).scores(),
  ]);
  assert.deepEqual(scores[0], scores[1]);
  assert.deepEqual(scores[0], scores[2]);
  const result = method.score({ units: UNITS, columns: { a: [1, null, 4], b: [3, null, 1] } });
  assert.deepEqual([...result.scores()], [0, NaN, 100]);
  assert.deepEqual([...result.ranks()], [2, NaN, 1]);
  assert.deepEqual([...result.coverage()], [1, 0, 1]);
});

test("an infinite value: status, node, unit and sentence", () => {
  for (const [one, words] of [
    [inno, /infinite/i],
    [vietnamese, /vô (cùng|hạn)/i],
  ]) {
    const own = one.method(one.framework(NODES));
    assert.throws(
      () => own.score({ units: UNITS, columns: { a: [1, Infinity, 3], b: [1, 2, 3] } }),
      refused("INNO_E_INFINITE", { code: 100, node: "a", unit: "Huế", message: words }),
    );
  }
});

test("a wrong code, a missing column, a tree that is none", () => {
  const framework = inno.framework(NODES);
  assert.throws(
    () => inno.method(framework, [{ step: "normalize", at: { c: { rule: "rank" } } }, { step: "aggregate" }]),
    refused("INNO_E_CODE", { node: "c", message: /c/ }),
  );
  assert.throws(
    () => inno.method(framework, undefined, { weights: { zz: 1 } }),
    refused("INNO_E_CODE", { message: /zz/ }),
  );
  assert.throws(
    () => method.score({ units: UNITS, columns: { a: [1, 2, 3] } }),
    refused("INNO_E_MISSING_COLUMN", { node: "b" }),
  );
  assert.throws(() => inno.framework([{ code: "a" }, { code: "b" }]), refused("INNO_E_TREE", {}));
  assert.throws(() => inno.framework([{ parent: "b" }]), refused("INNO_E_NULL", {}));
  assert.throws(
    () => method.score({ units: UNITS, columns: { a: [2, 2, 2], b: [1, 2, 3] } }),
    refused("INNO_E_CONSTANT", { node: "a" }),
  );
  assert.throws(
    () => inno.method(framework, [{ step: "normalize", rule: "cube" }, { step: "aggregate" }]),
    refused("INNO_E_RULE", { message: /cube/ }),
  );
});

test("slips of the caller are told in sentences too", () => {
  const framework = inno.framework(NODES);
  const cases = [
    [() => inno.framework([{ code: "i", wieght: 2 }]), /no "wieght"; it has code, parent/],
    [() => inno.framework([{ code: 5 }]), /argument 2 is a text, not 5/],
    [() => inno.framework([{ code: "a\0b" }]), /NUL or half a character/],
    [() => inno.framework([{ code: "\ud800" }]), /NUL or half a character/],
    [() => inno.framework([{ code: "i", direction: 0.5 }]), /i: an integer is wanted, not 0.5/],
    [() => inno.framework([{ code: "i", weight: "2" }]), /i: a number or null is wanted, not "2"/],
    [() => inno.framework([{ code: "i" }, { code: "a", parent: "i", scale: 2 }]), /scale without a denominator/],
    [() => inno.method(framework, [{ step: "normalise" }]), /no step "normalise"; the steps are denominate,/],
    [() => inno.method(framework, [{ step: "normalize", rul: "rank" }]), /normalize has no option "rul"; it has rule,/],
    [() => inno.method(framework, []), /leave it out for the default method/],
    [() => inno.method(NODES), /framework is a Framework/],
    [() => method.score({ units: UNITS, columns: { a: [1, 2], b: [1, 2, 3] } }), /a: 2 values for 3 rows/],
    [
      () => method.score({ units: UNITS, columns: { a: [1, "x", 3], b: [1, 2, 3] } }),
      /a, Huế: a number or null is wanted, not "x"/,
    ],
    [
      () => method.score({ units: UNITS, columns: { a: [1, 2n, 3], b: [1, 2, 3] } }),
      /a, Huế: a number or null is wanted/,
    ],
    [() => method.score({ units: UNITS, columns: { a: "123", b: [1, 2, 3] } }), /a: an array of numbers is wanted/],
    [() => method.score({ units: UNITS, colums: COLUMNS }), /no "colums"/],
    [
      () => method.score({ units: UNITS, columns: COLUMNS }, { keep: "everything" }),
      /keep is scores, coverage, steps, all/,
    ],
    [() => method.score({ units: UNITS, columns: COLUMNS }).scores("c"), /No node has the code "c"/],
    [() => method.whatIf({ units: UNITS, columns: COLUMNS }).setValue("Hue", "a", 1), /No unit has the code "Hue"/],
    [
      () => method.whatIf({ units: UNITS, columns: COLUMNS }).tryValues([{ unit: "Huế", column: "c", value: 1 }]),
      /No column/,
    ],
    [() => inno.flat.minmax([1, 2, 3]), /minmax\(\): arguments by name are wanted: x, n/],
    [() => inno.flat.minmax({ x: [1, 2, 3], dir: 1 }), /no argument dir; there are x, n, direction/],
    [() => inno.flat.minmax({ x: [1, "2", 3] }), /minmax\(\): x \[1\]: a number or null is wanted, not "2"/],
    [() => inno.flat.minmax({ x: [1, 2, 3], n: 4 }), /x has 3 numbers where n = 4 are wanted/],
    [() => inno.flat.minmax({ x: [1, 2, 3], direction: 0.5 }), /direction is an integer, not 0.5/],
    [() => inno.flat.arithmeticMean({ x: [1, 2, 3], weights: [1, 1] }), /weights has 2 numbers where n = 3/],
    [() => inno.flat.alpha({ x: [[1, 2], [3]] }), /rows of x are not equally long/],
    [() => inno.flat.alpha({ x: [1, 2, 3, 4] }), /rows is missing|numbers where/],
    [
      () => {
        inno.language = "fr";
      },
      /language is "en" or "vi", not fr/,
    ],
  ];
  for (const [work, words] of cases) {
    assert.throws(
      work,
      (error) => {
        assert.ok(error instanceof TypeError || error instanceof RangeError, String(error));
        assert.match(error.message, words);
        return true;
      },
      String(work),
    );
  }
  assert.throws(() => vietnamese.flat.minmax({ x: [1, "2", 3] }), /cần một số hoặc null, không phải "2"/);
  assert.throws(() => vietnamese.framework([{ code: "i", wieght: 2 }]), /Một nút không có "wieght"/);
});

test("flat functions throw the status of an array function, and give NaN for a number", () => {
  assert.throws(() => inno.flat.minmax({ x: [3, 3, 3] }), refused("INNO_E_CONSTANT", { message: /^minmax\(\): / }));
  assert.throws(() => inno.flat.goalposts({ x: [3, 4, 5] }), refused("INNO_E_MISSING_PARAMETER", {}));
  assert.ok(Number.isNaN(inno.flat.geometricMean({ x: [1, 0, 2] })));
  assert.equal(inno.flat.check({ x: [1, Infinity] }), 100);
  assert.deepEqual([...inno.flat.rank({ x: Float32Array.of(5, 7, 7), ties: numbers.TIES_FRACTIONAL })], [3, 1.5, 1.5]);
  assert.deepEqual([...inno.flat.minmax({ x: [] })], []);
});

test("sizes follow from the arrays, of matrices row by row", () => {
  const { flat } = inno;
  const judgements = [
    [1, 2, 4],
    [1 / 2, 1, 2],
    [1 / 4, 1 / 2, 1],
  ];
  const near = (found, expected) => {
    assert.equal(found.length, expected.length);
    expected.forEach((value, k) => assert.ok(Math.abs(found[k] - value) < 1e-12, `${found}`));
  };
  near(flat.categorical({ x: [1, 2, 3, 4, 5], cuts: [50], scores: [0, 100] }), [0, 0, 100, 100, 100]);
  near(flat.ahp({ judgements }), [4 / 7, 2 / 7, 1 / 7]);
  near(
    flat.budget({
      points: [
        [60, 40],
        [20, 80],
        [40, 60],
      ],
      total: 100,
    }),
    [0.4, 0.6],
  );
  near(
    flat.imputeNearest({
      x: [
        [1, 2],
        [3, null],
        [2, 5],
      ],
      neighbors: 1,
    }),
    [1, 2, 3, 5, 2, 5],
  );
  const x = [
    [1, 2],
    [3, 1],
    [2, 5],
  ];
  const tree = { parents: [3, 4, 5, 5, null], treatment: 0 }; // two indicators, an aggregate over each, the index
  const rows = flat.score({ x, ...tree });
  near(rows, [0, 25, 12.5, 100, 0, 50, 50, 100, 75]);
  const columns = flat.score({ x: [1, 3, 2, 2, 1, 5], rows: 3, columns: 2, column_major: 1, ...tree });
  near(columns, [0, 100, 50, 25, 0, 100, 12.5, 50, 75]);
  assert.throws(
    () => flat.categorical({ x: [1, 2], cuts: [50], scores: [1, 2, 3] }),
    /scores has 3 numbers where cut_count\+1 = 2/,
  );
  assert.throws(() => flat.ahp({ judgements: judgements.slice(0, 2) }), /judgements has 6 numbers where n x n = 4/);
  assert.throws(() => flat.score({ x, ...tree, column_major: 1 }), /x has rows, so column_major is 0/);
});

test("an edit that cannot be computed has its status, the others their scores", () => {
  const whatIf = method.whatIf({ units: UNITS, columns: { a: [1, 2, 1], b: [3, 2, 1] } });
  const before = whatIf.scores();
  const tried = whatIf.tryValues([
    { unit: "Huế", column: "a", value: 1 },
    { unit: "Huế", column: "b", value: 0 },
  ]);
  assert.deepEqual(
    tried.map(({ status }) => status),
    ["INNO_E_CONSTANT", "INNO_OK"],
  );
  assert.ok(Number.isNaN(tried[0].score) && tried[1].score > 0 && tried[1].rank === 1);
  assert.deepEqual(whatIf.scores(), before);
  assert.equal(whatIf.edits, 0);
  whatIf.setWeight("a", 3);
  whatIf.setValue("Cà Mau", "b", null);
  assert.equal(whatIf.edits, 2);
  assert.deepEqual(
    whatIf.weights().map(({ weight }) => weight),
    [3, 1, 1],
  );
  assert.throws(() => whatIf.setWeight("a", -1), refused("INNO_E_ARGUMENT", { node: "a" }));
  whatIf.reset();
  assert.deepEqual(whatIf.scores(), before);
});

test("what was disposed of says so, and twice is once", () => {
  const data = inno.dataset({ units: UNITS, columns: { a: [1, 2, 4], b: [1, 2.5, 3] } });
  const whatIf = method.whatIf(data);
  const result = method.score(data);
  const uncertainty = method.uncertainty(data);
  for (const one of [result, whatIf, uncertainty, data]) {
    one.dispose();
    one.dispose();
    assert.ok(one.disposed);
  }
  assert.throws(() => result.scores(), /This Result was disposed of/);
  assert.throws(() => whatIf.scores(), /This WhatIf was disposed of/);
  assert.throws(() => uncertainty.run(10), /This \w+ was disposed of/);
  assert.throws(() => method.score(data), /This Dataset was disposed of/);
  const framework = inno.framework(NODES);
  const kept = inno.method(framework);
  framework.dispose();
  assert.equal(kept.score({ units: UNITS, columns: COLUMNS }).scores().length, 3); // a method copies what it needs
  assert.throws(() => inno.method(framework), /This Framework was disposed of/);
  assert.throws(() => kept.uncertainty({ units: UNITS, columns: COLUMNS }), /This Framework was disposed of/);
});

test("years: a row a unit and period", () => {
  const data = { units: ["x", "y"], periods: [2023, 2024], columns: { a: [1, 2, 3, 5], b: [4, 3, 2, 1] } };
  const result = method.score(data);
  assert.equal(result.scores().length, 4);
  assert.deepEqual([...result.ranks()], [2, 1, 2, 1]);
  const whatIf = method.whatIf(data);
  const edits = [
    { unit: "x", column: "a", value: 9 },
    { unit: "x", column: "a", value: 9, period: 2023 },
  ];
  whatIf.setValue("x", "a", 9);
  const latest = whatIf.scores()[2];
  whatIf.undo();
  whatIf.setValue("x", "a", 9, 2023);
  const first = whatIf.scores()[0];
  whatIf.undo();
  assert.deepEqual(
    whatIf.tryValues(edits).map(({ score }) => score),
    [latest, first],
  );
  assert.throws(() => whatIf.setValue("x", "a", 9, 2022), /No period has the code 2022/);
});
