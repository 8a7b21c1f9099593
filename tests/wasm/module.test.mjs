/** The file itself: what it exports and imports, and the ways to load it. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { loadFrom, load, textOf, wasm } from "./support.mjs";

const bytes = await readFile(wasm);
const compiled = new WebAssembly.Module(bytes);

test("it exports the public functions, malloc and free, and nothing else", async () => {
  const map = await textOf("cmake/innoscore.map");
  const listed = [...map.matchAll(/^\s+(inno_\w+);$/gm)].map((found) => found[1]);
  assert.ok(listed.length > 300);
  const exported = WebAssembly.Module.exports(compiled);
  assert.deepEqual(
    exported
      .filter(({ kind }) => kind === "function")
      .map(({ name }) => name)
      .sort(),
    [...listed, "_initialize", "free", "malloc"].sort(),
  );
  assert.deepEqual(
    exported.filter(({ kind }) => kind !== "function").map(({ name }) => name),
    ["memory"],
  );
});

test("it imports nothing", () => {
  assert.deepEqual(WebAssembly.Module.imports(compiled), []);
});

test("it is loaded from bytes, a module, a path, a file URL, a Response and a data URL", async () => {
  const type = { headers: { "content-type": "application/wasm" } };
  const sources = [
    bytes,
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    compiled,
    wasm,
    pathToFileURL(wasm),
    String(pathToFileURL(wasm)),
    new Response(bytes, type),
    Promise.resolve(new Response(bytes, type)),
    `data:application/wasm;base64,${bytes.toString("base64")}`,
  ];
  for (const source of sources) {
    const inno = await loadFrom(source);
    assert.match(inno.version, /^\d+\.\d+\.\d+$/);
    assert.deepEqual([...inno.flat.minmax({ x: [1, 2, 3] })], [0, 50, 100]);
  }
  await assert.rejects(loadFrom(new Response("", { status: 404, statusText: "Not Found" })), /404 Not Found/);
  await assert.rejects(loadFrom("/no/such/file.wasm"), /ENOENT/);
});

test("the package has the version of the library", async () => {
  const inno = await load();
  assert.equal(JSON.parse(await textOf("examples/wasm/package.json")).version, inno.version);
});

test("two instances share nothing", async () => {
  const [one, other] = [await load(), await load({ language: "vi" })];
  assert.notEqual(one.memory.exports.memory, other.memory.exports.memory);
  assert.deepEqual([one.language, other.language], ["en", "vi"]);
  const framework = one.framework([{ code: "index" }, { code: "a", parent: "index" }]);
  assert.throws(() => other.method(framework), /thuộc một bản khác/);
});

test("functions of C: integers of 64 bits are numbers, texts are strings, addresses are not negative", async () => {
  const { call } = await load();
  assert.equal(call.inno_status_name(1), call.inno_status_name(1));
  assert.equal(call.inno_status_name(0), "INNO_OK");
  assert.equal(call.inno_indicator_set_node_count(0), 0);
  assert.equal(call.inno_indicator_set_code(0, 5), null);
  assert.equal(call.inno_key_from_name(500, "rule") > 0, true);
  assert.throws(() => call.inno_key_from_name(500), /wants 2 arguments, not 1/);
  assert.throws(() => call.inno_key_from_name(500, 7), /argument 2 is a text, not 7/);
});
