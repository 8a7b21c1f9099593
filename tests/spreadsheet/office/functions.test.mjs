/** What Excel's cells mean, what is given back, and what happens when the module is not there. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addin, customFunctions, Excel, excel, file, LEFT_OUT, metadata, sourceOf } from "./support.mjs";

const sheet = await excel();
const error = (name) => ({ error: name });

test("every function of the metadata is associated, and no other", () => {
  assert.deepEqual(
    [...sheet.host.functions.keys()],
    metadata.functions.map(({ id }) => id),
  );
});

test("blanks, empty texts, marks and #N/A are missing, in every form that Excel has for an error", () => {
  const NA = new sheet.host.Error("#N/A", undefined);
  const forms = [null, "", "  ", "NA", "N/A", "n/a", "..", error("#N/A"), "#N/A"];
  forms.push({ type: "Error", basicType: "Error", basicValue: "#N/A" });
  for (const missing of forms)
    assert.deepEqual(sheet.call("MINMAX", [1, missing, 3]), [[0], [NA], [100]], JSON.stringify(missing));
});

test("numbers, booleans, texts, and data types by their basic value", () => {
  assert.deepEqual(sheet.call("MINMAX", [[false, 0.5, true]]), [[0, 50, 100]]);
  const euros = { type: "FormattedNumber", basicType: "Double", basicValue: 2, numberFormat: "0 €" };
  assert.deepEqual(sheet.call("MINMAX", [1, euros, 3]), [[0], [50], [100]]);
  assert.deepEqual(sheet.call("RANK", [3, 1, 2], ["Huế", "Huế", "Hà Nội"]), [[1], [2], [1]]);
});

test("the shape of the answer is that of the values; a table has headers", () => {
  assert.deepEqual(sheet.call("MINMAX", [[1, 2, 3]]), [[0, 50, 100]]);
  assert.deepEqual(sheet.call("ARITHMETIC_MEAN", [1, null, 4]), [[2.5]]);
  const data = [["unit", "A", "B"], ["Hà Nội", 1, 10], ["Huế", 2, null], ["Cần Thơ", 4, 30]];
  const framework = [["code", "parent"], ["I", null], ["A", "I"], ["B", "I"]];
  const found = sheet.call("SCORE_RANK", data, framework);
  assert.deepEqual(
    found.map((row) => row[0]),
    ["unit", "Hà Nội", "Huế", "Cần Thơ"],
  );
  assert.deepEqual(sheet.call("SCORE_RANK", data, framework, LEFT_OUT, "I", false), [[3], [2], [1]]);
});

test("what is left out may come as null, undefined or a matrix of it", () => {
  const minmax = sheet.host.functions.get("MINMAX");
  const given = [[1], [2], [3]];
  for (const nothing of [null, undefined, [[null]]])
    assert.deepEqual(minmax(given, nothing, nothing, nothing, nothing, {}), [[0], [50], [100]]);
  assert.deepEqual(minmax(given, {}), [[0], [50], [100]]);
  assert.deepEqual(sheet.call("MINMAX", given, LEFT_OUT, 1), [[1], [50.5], [100]]);
  assert.equal(sheet.shown("MINMAX"), "#VALUE!: values is left out; MINMAX needs it");
});

test("faults are Excel's errors; #VALUE! and #N/A have the sentence", () => {
  const text = "there is the text 'abc' in row 3, column 1 of values; put a number there or leave the cell empty";
  assert.equal(sheet.shown("MINMAX", [1, 2, "abc"]), `#VALUE!: ${text}`);
  assert.deepEqual(sheet.call("WHY", "MINMAX", [1, 2, "abc"]), [[text]]);
  assert.equal(sheet.shown("MINMAX", [5, 5]), "#NUM!");
  assert.match(sheet.call("WHY", "inno.minmax", [5, 5])[0][0], /\w+ \w+/);
  assert.match(sheet.shown("MINMAX", [null, null]), /^#N\/A: ./);
  assert.equal(sheet.shown("ARITHMETIC_MEAN", [1, null, 4], LEFT_OUT, 0.9), "#N/A"); // missing, not wrong
});

test("errors of cells pass through; what Excel cannot be given back is #VALUE! with its place", () => {
  const place = "there is an error in row 2, column 1 of values; correct that cell first";
  for (const name of ["#DIV/0!", "#NUM!", "#NULL!"]) assert.equal(sheet.shown("MINMAX", [1, error(name), 3]), name);
  for (const name of ["#VALUE!", "#REF!", "#NAME?"])
    assert.equal(sheet.shown("MINMAX", [1, error(name), 3]), `#VALUE!: ${place}`);
  assert.equal(sheet.shown("MINMAX", [1, "#SPILL!", 3]), `#VALUE!: ${place}`);
  assert.equal(sheet.shown("MINMAX", [1, 2, 3], error("#DIV/0!")), "#DIV/0!");
  assert.deepEqual(sheet.call("WHY", "MINMAX", [1, error("#DIV/0!"), 3]), [[place]]);
});

test("WHY takes arguments as they come", () => {
  assert.deepEqual(sheet.call("WHY", "MINMAX", [1, 2]), [[""]]);
  assert.deepEqual(sheet.call("WHY", "MINMAX", [1, 2], LEFT_OUT, "low"), [["lower is the text 'low'; give a number"]]);
  assert.deepEqual(sheet.call("WHY", "VERSION"), [[""]]);
  assert.equal(sheet.host.functions.get("WHY")("VERSION", null, {}), "");
  assert.match(sheet.shown("WHY", "MINMAXX"), /^#VALUE!: there is no function 'MINMAXX'/);
});

test("sentences are Vietnamese where Excel is", async () => {
  const vi = await excel("vi");
  const said = "có chữ 'x' ở hàng 1, cột 2 của giá trị; hãy nhập số hoặc để ô trống";
  assert.equal(vi.shown("MINMAX", [[1, "x"]]), `#VALUE!: ${said}`);
  assert.match(vi.shown("MINMAX", [[1, "\ud800"]]), /^#VALUE!: .*nửa ký tự/);
});

test("VERSION is that of the library", () => {
  const header = sourceOf("include/innoscore/version.h");
  const parts = ["MAJOR", "MINOR", "PATCH"].map((part) => new RegExp(`INNO_VERSION_${part} (\\d+)`).exec(header)[1]);
  assert.deepEqual(sheet.call("VERSION"), [[parts.join(".")]]);
});

test("calls before the module is there wait for it", async () => {
  const { associate } = await addin("functions.mjs");
  const host = customFunctions();
  let arrive;
  const bytes = new Promise((resolve) => (arrive = resolve));
  const ready = associate(
    host,
    () => bytes,
    () => "en",
  );
  const early = new Excel(host);
  const calls = [early.later("MINMAX", [1, 2, 3]), early.later("ARITHMETIC_MEAN", [1, 2])];
  const refused = assert.rejects(
    early.later("MINMAX", [1, "x"]),
    (fault) => fault.code === "#VALUE!" && /'x'/.test(fault.message),
  );
  arrive(file("innoscore-cells.wasm"));
  assert.deepEqual(await Promise.all(calls), [[[0], [50], [100]], [[1.5]]]);
  await refused;
  await ready;
  assert.deepEqual(early.call("MINMAX", [1, 2, 3]), [[0], [50], [100]]); // and then at once
});

test("a module that does not come is said, and fetched again by the next call", async () => {
  const { associate } = await addin("functions.mjs");
  const host = customFunctions();
  let attempts = 0;
  const load = async () => {
    attempts += 1;
    if (attempts < 3) throw new Error("innoscore-cells.wasm: 404 Not Found");
    return file("innoscore-cells.wasm");
  };
  await assert.rejects(
    associate(host, load, () => "en"),
    /404/,
  );
  const late = new Excel(host);
  await assert.rejects(
    late.later("MINMAX", [1, 2]),
    (fault) => fault instanceof host.Error && /404/.test(fault.message),
  );
  assert.deepEqual(await late.later("MINMAX", [1, 2]), [[0], [100]]);
});

test("a module of another version is refused, and one that breaks off is replaced", async () => {
  const { associate } = await addin("functions.mjs");
  const other = customFunctions();
  const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  await assert.rejects(associate(other, async () => empty, () => "en"));
  const host = customFunctions();
  await associate(
    host,
    async () => file("innoscore-cells.wasm"),
    () => "vi",
  );
  const small = new Excel(host);
  const { Cells } = await addin("cells.mjs");
  const whole = Cells.prototype.call;
  Cells.prototype.call = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  assert.match(small.shown("MINMAX", [1, 2]), /^#VALUE!: phép tính bị ngắt \(unreachable\)/);
  Cells.prototype.call = whole;
  assert.deepEqual(await small.later("MINMAX", [1, 2]), [[0], [100]]);
});

test("nothing is left behind: thousands of calls later the answer is the same", () => {
  const values = Array.from({ length: 63 }, (_, i) => (i % 9 === 4 ? null : Math.sqrt(i + 2)));
  const first = sheet.call("MINMAX", values);
  const begin = performance.now();
  for (let k = 0; k < 3000; k++) sheet.call("MINMAX", values);
  console.log(`measured MINMAX of 63 cells: ${((performance.now() - begin) / 3).toFixed(1)} us`);
  for (let k = 0; k < 1000; k++) sheet.shown("MINMAX", [1, "abc"]);
  assert.deepEqual(sheet.call("MINMAX", values), first);
});
