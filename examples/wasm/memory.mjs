/** Text and numbers in the memory of a module. Views are made anew at every use: an allocation may put the memory
 * elsewhere, and a view of before is then empty. What is read is copied. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const LONE_SURROGATE = /\p{Surrogate}/u;

/** A sentence in the language of the one who reads it. */
export function say(language, english, vietnamese) {
  return language === "vi" ? vietnamese : english;
}

/** A cell as a double: null and undefined are missing. */
export function toDouble(value, where, language) {
  if (typeof value === "number") return value;
  if (value === null || value === undefined) return NaN;
  const shown = typeof value === "string" ? JSON.stringify(value) : String(value);
  throw new TypeError(
    say(
      language,
      `${where()}: a number or null is wanted, not ${shown}`,
      `${where()}: cần một số hoặc null, không phải ${shown}`,
    ),
  );
}

export class Memory {
  constructor(exports) {
    this.exports = exports;
    this.language = "en";
  }

  /** Runs work with a scope; what it took is given back afterwards, whatever happens. */
  scoped(work) {
    const scope = new Scope(this);
    try {
      return work(scope);
    } finally {
      scope.release();
    }
  }

  doubles(address, count) {
    return new Float64Array(this.exports.memory.buffer, address, count).slice();
  }

  integers(address, count) {
    return new Int32Array(this.exports.memory.buffer, address, count).slice();
  }

  pointer(address) {
    return new Uint32Array(this.exports.memory.buffer, address, 1)[0];
  }

  /** Text that ends at its NUL; address 0 is null. */
  text(address) {
    if (address === 0) return null;
    const bytes = new Uint8Array(this.exports.memory.buffer);
    return decoder.decode(bytes.slice(address, bytes.indexOf(0, address)));
  }
}

/** Memory and objects that are needed for one call. */
class Scope {
  #taken = [];
  #later = [];

  constructor(memory) {
    this.memory = memory;
  }

  release() {
    for (const work of this.#later.reverse()) work();
    for (const address of this.#taken) this.memory.exports.free(address);
  }

  /** Destroys an object before the memory is given back. */
  later(work) {
    this.#later.push(work);
  }

  /** Bytes aligned for any type. */
  room(bytes) {
    const address = bytes < 2 ** 32 ? this.memory.exports.malloc(Math.max(bytes, 16)) >>> 0 : 0; // signed for wasm
    if (address === 0) {
      throw new RangeError(
        say(this.memory.language, `No memory for ${bytes} bytes`, `Không đủ bộ nhớ cho ${bytes} byte`),
      );
    }
    this.#taken.push(address);
    return address;
  }

  text(value, what) {
    if (value === null || value === undefined) return 0;
    const language = this.memory.language;
    if (typeof value !== "string") {
      throw new TypeError(
        say(
          language,
          `${what} is a text, not ${String(value)}`,
          `${what} phải là văn bản, không phải ${String(value)}`,
        ),
      );
    }
    if (value.includes("\0") || LONE_SURROGATE.test(value)) {
      throw new TypeError(
        say(
          language,
          `${what} has a NUL or half a character: ${JSON.stringify(value)}`,
          `${what} có ký tự NUL hoặc nửa ký tự: ${JSON.stringify(value)}`,
        ),
      );
    }
    const bytes = encoder.encode(value);
    const address = this.room(bytes.length + 1);
    const view = new Uint8Array(this.memory.exports.memory.buffer, address, bytes.length + 1);
    view.set(bytes);
    view[bytes.length] = 0;
    return address;
  }

  texts(values, what) {
    return this.pointers(Array.from(values, (value) => this.text(value, what)));
  }

  pointers(addresses) {
    const address = this.room(4 * addresses.length);
    new Uint32Array(this.memory.exports.memory.buffer, address, addresses.length).set(addresses);
    return address;
  }

  /** where(k) names the cell k for a sentence. */
  doubles(values, where) {
    let given = values;
    if (!(values instanceof Float64Array)) {
      if (typeof values === "string" || values === null || typeof values?.length !== "number") {
        throw new TypeError(
          say(this.memory.language, `${where()}: an array of numbers is wanted`, `${where()}: cần một mảng số`),
        );
      }
      given = Float64Array.from({ length: values.length }, (_, k) =>
        toDouble(values[k], () => where(k), this.memory.language),
      );
    }
    const address = this.room(8 * given.length);
    new Float64Array(this.memory.exports.memory.buffer, address, given.length).set(given);
    return address;
  }

  longs(values) {
    const address = this.room(8 * values.length);
    new BigInt64Array(this.memory.exports.memory.buffer, address, values.length).set(values.map(BigInt));
    return address;
  }
}
