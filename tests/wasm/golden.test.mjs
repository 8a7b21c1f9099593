/** The cases of tests/golden/hosts, bit for bit. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { double, golden, InnoError, load, parts, same } from "./support.mjs";

const inno = await load();

test("there are cases, and they know doubles", () => {
  assert.ok(golden.cases.length >= 15 && golden.functions.length >= 26);
  assert.equal(double("0x1.8p+1"), 3);
  assert.equal(double("-0x1.999999999999ap-4"), -0.1);
  assert.equal(double("0x1p-1022"), 2 ** -1022);
});

for (const one of golden.cases) {
  test(one.name, () => {
    const { method, data, framework } = parts(inno, one);
    const result = method.score(data);
    for (const node of Object.keys(one.scores)) {
      same(result.scores(node), one.scores[node], `${one.name}: score of ${node}`);
      same(result.ranks(node), one.ranks[node], `${one.name}: rank of ${node}`);
    }
    for (const node of Object.keys(one.coverage))
      same(result.coverage(node), one.coverage[node], `${one.name}: coverage of ${node}`);
    const weights = Object.fromEntries(result.weights().map(({ node, effective }) => [node, effective]));
    const nodes = Object.keys(one.effective_weights);
    assert.deepEqual(nodes.length, framework.codes.length);
    same(
      nodes.map((node) => weights[node]),
      nodes.map((node) => one.effective_weights[node]),
      `${one.name}: weights`,
    );
    if (one.tries) checkTries(method, data, one);
    if (one.uncertainty) checkUncertainty(method, data, one);
  });
}

function checkTries(method, data, one) {
  const whatIf = method.whatIf(data);
  const tried = whatIf.tryValues(one.tries.map(([unit, column, value]) => ({ unit, column, value: double(value) })));
  assert.deepEqual(
    tried.map(({ status }) => status),
    one.tries.map((row) => row[5]),
  );
  same(
    tried.map(({ score }) => score),
    one.tries.map((row) => row[3]),
    `${one.name}: scores of edits`,
  );
  same(
    tried.map(({ rank }) => rank),
    one.tries.map((row) => row[4]),
    `${one.name}: ranks of edits`,
  );
  const [unit, column, value, score] = one.tries[0];
  whatIf.setValue(unit, column, double(value)); // the same by one edit, and back
  same([whatIf.scores()[data.units.indexOf(unit)]], [score], `${one.name}: an edit`);
  whatIf.undo();
  const index = one.nodes.find((node) => node.parent === null).code;
  same(whatIf.scores(), one.scores[index], `${one.name}: undone`);
}

function checkUncertainty(method, data, { name, uncertainty: expected }) {
  const options = { noise: { [expected.level]: double(expected.noise) }, seed: expected.seed };
  const whole = method.uncertainty(data, options).run(expected.replicates);
  const pieces = method
    .uncertainty(data, options)
    .run(expected.replicates - 300, 300)
    .run(300, 0);
  assert.equal(whole.replicates, expected.replicates);
  for (const found of [whole.summary(), pieces.summary()]) {
    for (const key of ["median", "lower", "upper", "mean", "sd"])
      same(found[key], expected[key], `${name}: ${key} of ranks`);
  }
}

/** The functions on arrays, called as in C. */
function called(one) {
  return inno.memory.scoped((scope) => {
    const given = one.arguments.map(({ array, double: number, int, null: nothing }) => {
      if (nothing) return 0;
      if (array)
        return scope.doubles(
          array.map((text) => (text === "inf" ? Infinity : double(text))),
          () => "",
        );
      return int !== undefined ? (int ?? -(2 ** 31)) : double(number);
    });
    if (one.status === undefined) return { double: inno.call[one.function](...given) };
    const out = scope.room(8 * one.out.length);
    return { status: inno.call[one.function](...given, out), out: inno.memory.doubles(out, one.out.length) };
  });
}

for (const [k, one] of golden.functions.entries()) {
  test(`${one.function}, call ${k}`, () => {
    const found = called(one);
    assert.equal(found.status, one.status);
    if (found.status === undefined) same([found.double], [one.double]);
    else same(found.out, one.out);
  });
  test(`${one.function} by name, call ${k}`, () => {
    const name = one.function.slice("inno_flat_".length).replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
    const run = () => inno.flat[name](named(name, one));
    if (one.status === undefined) same([run()], [one.double]);
    else if (one.status === 0) same(run(), one.out);
    else assert.throws(run, (error) => error instanceof InnoError && error.code === one.status);
  });
}

function named(name, one) {
  const given = {};
  inno.flat[name].parameters.forEach((parameter, k) => {
    const { array, double: number, int, null: nothing } = one.arguments[k];
    if (nothing || int === null) return;
    given[parameter] = array
      ? array.map((text) => (text === null ? null : text === "inf" ? Infinity : double(text)))
      : (int ?? double(number));
  });
  return given;
}
