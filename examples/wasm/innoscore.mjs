/** innoscore for JavaScript: plain objects and typed arrays in and out, the numbers of the C library. README.md shows
 * how.
 *
 *   const inno = await load();
 *   const framework = inno.framework([{ code: "index" }, { code: "patents", parent: "index" }]);
 *   const result = inno.method(framework).score({ units: ["North", "South"], columns: { patents: [12, 48] } });
 *   result.scores(); // Float64Array [0, 100]
 */
import { callsOf, flatOf } from "./calls.mjs";
import { Memory, say } from "./memory.mjs";
import { Dataset, Framework, Method } from "./objects.mjs";
import { ABI, numbers } from "./signatures.mjs";

export { Handle } from "./handle.mjs";
export { Dataset, Framework, Method } from "./objects.mjs";
export { Result, Uncertainty, WhatIf } from "./results.mjs";
export { numbers };

/** What the library refused: status ("INNO_E_CODE"), code (its number), node and unit it is about, and the sentence. */
export class InnoError extends Error {
  constructor(message, status, code, node = "", unit = "") {
    super(message);
    this.name = "InnoError";
    Object.assign(this, { status, code, node, unit });
  }
}

const LANGUAGES = { en: 0, vi: 1 };

/** One instance of the module with a memory of its own. */
export class Innoscore {
  #error;

  constructor(instance) {
    this.memory = new Memory(instance.exports);
    instance.exports._initialize();
    this.call = callsOf(this.memory);
    if (this.call.inno_abi_version() !== ABI) {
      throw new Error(`innoscore.wasm has ABI ${this.call.inno_abi_version()}, and these files are for ${ABI}`);
    }
    this.#error = this.memory.scoped((scope) => {
      const out = scope.room(4);
      const status = this.call.inno_error_create(0, out);
      if (status !== 0) this.#refused(status);
      return this.memory.pointer(out);
    });
    this.flat = flatOf(this.memory, (status, where) => this.#refused(status, where));
    this.numbers = numbers;
  }

  get version() {
    return this.call.inno_version();
  }

  /** Language of the sentences of errors: "en" or "vi". */
  get language() {
    return this.memory.language;
  }

  set language(language) {
    if (!Object.hasOwn(LANGUAGES, language)) {
      throw new TypeError(
        say(
          this.language,
          `language is "en" or "vi", not ${String(language)}`,
          `ngôn ngữ là "en" hoặc "vi", không phải ${String(language)}`,
        ),
      );
    }
    this.check(this.call.inno_error_set_language(this.#error, LANGUAGES[language]));
    this.memory.language = language;
  }

  /** The tree: { code, parent, direction, weight, denominator, scale } each; the index has no parent. */
  framework(nodes) {
    return new Framework(this, nodes);
  }

  /** All choices together. steps: { step: "normalize", rule: "minmax", lower: 1, at: { CODE: { ... } }, level: { 2:
   * { ... } } } each; without steps the default method. weights: code -> number, in place of those of the framework. */
  method(framework, steps, { weights } = {}) {
    return new Method(this, framework, steps, weights);
  }

  /** { units, columns: code -> numbers, groups: name -> labels, periods }. */
  dataset(data) {
    return data instanceof Dataset ? data : new Dataset(this, data);
  }

  /** The error object, for functions of call; check() reads it. */
  get error() {
    return this.#error;
  }

  /** Throws an InnoError for a status that is not 0. */
  check(status) {
    if (status === 0) return;
    const { call } = this;
    const told = call.inno_error_status(this.#error) === status;
    if (!told) this.#refused(status);
    throw new InnoError(
      call.inno_error_message(this.#error),
      call.inno_status_name(status),
      status,
      call.inno_error_node(this.#error),
      call.inno_error_unit(this.#error),
    );
  }

  #refused(status, where) {
    const sentence = this.call.inno_status_text(status, LANGUAGES[this.language]);
    throw new InnoError(where ? `${where}(): ${sentence}` : sentence, this.call.inno_status_name(status), status);
  }
}

/** Loads the module. source: bytes, a WebAssembly.Module, a Response, a URL or path; by default the file beside this
 * one. language: of the sentences, "en" or "vi". */
export async function load(source = new URL("innoscore.wasm", import.meta.url), { language = "en" } = {}) {
  const inno = new Innoscore(await instantiate(await source));
  inno.language = language;
  return inno;
}

async function instantiate(source) {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source);
  if (ArrayBuffer.isView(source) || source instanceof ArrayBuffer)
    return (await WebAssembly.instantiate(source)).instance;
  if (typeof Response === "function" && source instanceof Response) return ofResponse(source);
  const text = String(source);
  const isFile = globalThis.process?.versions?.node && !/^(https?|data|blob):/.test(text);
  if (!isFile) return ofResponse(await fetch(source));
  const { readFile } = await import("node:fs/promises");
  const bytes = await readFile(text.startsWith("file:") ? new URL(text) : text);
  return (await WebAssembly.instantiate(bytes)).instance;
}

async function ofResponse(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  return (await WebAssembly.instantiate(await response.arrayBuffer())).instance;
}
