/** The reader of pasted tables, of the page index.html. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumber, readTable } from "../../examples/wasm/paste.mjs";

test("numbers as spreadsheets show them", () => {
  for (const [text, comma, value] of [
    ["1.5", false, 1.5],
    ["-2", false, -2],
    ["1,234.5", false, 1234.5],
    ["1,234,567", false, 1234567],
    ["", false, null],
    ["1,5", false, undefined],
    ["12,34.5", false, undefined],
    ["n/a", false, undefined],
    ["1e-3", false, 1e-3],
    ["1 234.5", false, 1234.5],
    ["\u22123", false, -3],
    [".5", false, 0.5],
    ["Infinity", false, undefined],
    ["1,5", true, 1.5],
    ["1.234,5", true, 1234.5],
    ["1.234", true, 1234],
    ["1.5", true, undefined],
    ["1,234,5", true, undefined],
    ["0x10", false, undefined],
    ["1\u00a0234", true, 1234],
    ["5%", false, undefined],
  ])
    assert.equal(readNumber(text, comma), value, `${text}, ${comma}`);
});

test("tables with tabs, semicolons and commas", () => {
  const expected = { headers: ["a", "b"], units: ["Huế", "Cà Mau"], columns: { a: [1.5, null], b: [2, 3] } };
  assert.deepEqual(readTable("unit\ta\tb\r\nHuế\t1.5\t2\r\nCà Mau\t\t3\r\n"), expected);
  assert.deepEqual(readTable("\ufeffunit;a;b\nHuế;1,5;2\n\nCà Mau;;3", { decimalComma: true }), expected);
  assert.deepEqual(readTable('unit,a,b\nHuế,1.5,2\n"Cà Mau",,3'), expected);
});

test("what is wrong is named, in both languages", () => {
  for (const [text, options, words] of [
    ["unit\ta\nx\tbig", {}, /x, a: "big" is no number; leave a missing one empty$/],
    ["unit\ta\nx\tbig", { vi: true }, /x, a: "big" không phải là số/],
    ["unit\ta\nx\t1\t2", {}, /Line 2 has 3 cells, the first one 2$/],
    ["unit\ta\ta\nx\t1\t2", {}, /name of its own: "a"/],
    ["unit", {}, /A first line with names/],
    ["unit\nx", {}, /first line has one cell/],
    ["unit,a\nx,1", { decimalComma: true }, /decimal point/],
  ])
    assert.throws(() => readTable(text, options), words);
});
