/** The files that Excel reads: metadata by the rules of its documentation, manifest, pictures, module. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addin, file, metadata, sourceOf, textOf } from "./support.mjs";

const table = JSON.parse(sourceOf("examples/spreadsheet/functions.json"));
const vietnamese = JSON.parse(textOf("functions-vi.json"));

function checkParameter(parameter, where) {
  const known = ["name", "description", "type", "dimensionality", "optional", "repeating"];
  assert.deepEqual(
    Object.keys(parameter).filter((key) => !known.includes(key)),
    [],
    where,
  );
  assert.match(parameter.name, /^\p{L}[\p{L}\p{N}_]*$/u, where);
  assert.ok(parameter.description.length > 0 && parameter.description.length <= 255, where);
  assert.equal(parameter.type, "any", where); // else Excel itself refuses errors, and blanks are 0
  assert.match(parameter.dimensionality, /^(scalar|matrix)$/, where);
}

function checkFunction(one) {
  assert.deepEqual(Object.keys(one), ["id", "name", "description", "result", "parameters"], one.id);
  assert.match(one.id, /^[A-Z][A-Z0-9_.]{2,127}$/); // three characters or more, as Excel asks
  assert.equal(one.name, one.id); // workbooks hold the name: it is the same in every language
  assert.ok(one.description.length > 0 && one.description.length <= 255, one.id);
  assert.deepEqual(Object.keys(one.result), ["type", "dimensionality"]);
  const names = one.parameters.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, one.id);
  one.parameters.forEach((parameter) => checkParameter(parameter, `${one.id}: ${parameter.name}`));
  const may = one.parameters.map(({ optional, repeating }) => Boolean(optional || repeating));
  assert.deepEqual(may, [...may].sort(), `${one.id}: what is optional comes last`);
  const repeats = one.parameters.findIndex(({ repeating }) => repeating);
  assert.ok(repeats === -1 || repeats === one.parameters.length - 1, one.id);
}

for (const [language, { functions, ...top }] of Object.entries({ en: metadata, vi: vietnamese })) {
  test(`metadata, ${language}`, () => {
    assert.equal(top.allowErrorForDataTypeAny, true);
    assert.equal(new Set(functions.map(({ id }) => id.toUpperCase())).size, functions.length);
    functions.forEach(checkFunction);
  });
}

test("the metadata have every function of the table with its arguments, in both languages", () => {
  assert.deepEqual(
    metadata.functions.map(({ id }) => id),
    table.functions.map(({ name }) => name),
  );
  table.functions.forEach(({ args, help }, k) => {
    const given = args.split(", ").filter((one) => one !== "");
    for (const [language, { functions }] of [metadata, vietnamese].entries()) {
      assert.equal(functions[k].parameters.length, given.length);
      assert.equal(functions[k].description, help[language]);
      const needed = functions[k].parameters.filter(({ optional, repeating }) => !optional && !repeating);
      assert.equal(needed.length, given.filter((one) => !/[?.]$/.test(one)).length);
    }
  });
});

const manifest = textOf("manifest.xml");

test("the manifest names files that are there, below the address that was given", () => {
  const addresses = [...manifest.matchAll(/(?:DefaultValue|Value)="(https:[^"]*)"/g)].map((found) => found[1]);
  assert.ok(addresses.length >= 10);
  for (const address of addresses) {
    assert.ok(address.startsWith("https://example.org/innoscore/"), address);
    assert.ok(file(address.slice("https://example.org/innoscore/".length)).length > 0);
  }
});

test("the manifest's references are resources, each used and within Excel's lengths", () => {
  const ids = [...manifest.matchAll(/<bt:(?:Image|Url|String) id="([^"]+)" DefaultValue="/g)].map((found) => found[1]);
  assert.equal(new Set(ids).size, ids.length);
  const used = new Set([...manifest.matchAll(/resid="([^"]+)"/g)].map((found) => found[1]));
  assert.deepEqual([...used].sort(), [...ids].sort());
  ids.forEach((id) => assert.ok(id.length <= 32, id));
  for (const [size, most] of Object.entries({ Short: 125, Long: 250 })) {
    const strings = new RegExp(`<bt:${size}Strings>(.*?)</bt:${size}Strings>`, "s").exec(manifest)[1];
    for (const [, value] of strings.matchAll(/Value="([^"]+)"/g)) assert.ok(value.length <= most, value);
  }
  assert.match(manifest, /id="Namespace" DefaultValue="INNO"/);
});

test("the manifest has the version of the library", () => {
  const { version } = JSON.parse(sourceOf("examples/wasm/package.json"));
  assert.ok(manifest.includes(`<Version>${version}.0</Version>`));
});

test("pictures have the size of their name", () => {
  for (const size of [16, 32, 64, 80]) {
    const picture = file(`icon-${size}.png`);
    assert.equal(picture.toString("latin1", 1, 4), "PNG");
    assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [size, size]);
  }
});

test("the module exports what cells.h declares, malloc and free, and imports nothing", () => {
  const bytes = file("innoscore-cells.wasm");
  const compiled = new WebAssembly.Module(bytes);
  const header = sourceOf("examples/spreadsheet/cells/cells.h");
  const declared = [...header.matchAll(/^CELLS_API .*?(cells_\w+)\(/gm)].map((found) => found[1]);
  assert.ok(declared.length >= 16);
  const exported = WebAssembly.Module.exports(compiled).map(({ name }) => name);
  assert.deepEqual(exported.sort(), [...declared, "_initialize", "free", "malloc", "memory"].sort());
  assert.deepEqual(WebAssembly.Module.imports(compiled), []);
  console.log(`measured innoscore-cells.wasm: ${bytes.length} bytes`);
});

test("the page runs: it associates, and lists the functions in Excel's language", async () => {
  const nodes = { h1: {}, dl: { replaceChildren: (...rows) => (nodes.dl.rows = rows) } };
  const associated = [];
  Object.assign(globalThis, {
    CustomFunctions: { associate: (id) => associated.push(id), Error: class {}, ErrorCode: {} },
    Office: { context: { displayLanguage: "vi-VN" }, onReady: async () => {} },
    document: { documentElement: {}, querySelector: (name) => nodes[name], createElement: (name) => ({ name }) },
    fetch: async (url) => {
      const bytes = file(new URL(url).pathname.split("/").at(-1));
      return { ok: true, json: async () => JSON.parse(bytes), arrayBuffer: async () => bytes };
    },
  });
  await addin("start.mjs");
  assert.equal(associated.length, table.functions.length);
  assert.equal(nodes.h1.textContent, `Các hàm: ${table.functions.length}`);
  assert.equal(globalThis.document.documentElement.lang, "vi");
  assert.equal(nodes.dl.rows.length, 2 * table.functions.length);
  const minmax = nodes.dl.rows.findIndex(({ textContent }) => textContent.startsWith("INNO.MINMAX("));
  assert.match(nodes.dl.rows[minmax].textContent, /^INNO[.]MINMAX\(giá_trị; \[chiều\];/);
  assert.match(nodes.dl.rows[minmax + 1].textContent, /^Min-max/);
});

test("licences are there", () => {
  assert.match(textOf("LICENSE"), /MIT License/);
  assert.match(textOf("LICENSE.wasi-libc"), /musl/);
});
