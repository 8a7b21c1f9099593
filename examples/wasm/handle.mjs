/** An object of the library with its memory in the module, and what all of them need. */
import { say, toDouble } from "./memory.mjs";

const forgotten = new FinalizationRegistry((destroy) => destroy());
/** An object in the module. dispose() gives its memory back at once; else that is done some time after the last
 * reference to it is gone. */
export class Handle {
  #inno;
  #address;
  #destroy;

  constructor(inno, address, destroyer) {
    this.#inno = inno;
    this.#address = address;
    const destroy = () => inno.memory.exports[destroyer](address);
    this.#destroy = destroy;
    forgotten.register(this, destroy, this);
  }

  get inno() {
    return this.#inno;
  }

  /** For functions of Innoscore.call. Throws after dispose(). */
  get address() {
    if (this.#address === 0) {
      const name = this.constructor.name;
      throw new TypeError(say(this.#inno.language, `This ${name} was disposed of`, `${name} này đã bị hủy`));
    }
    return this.#address;
  }

  get disposed() {
    return this.#address === 0;
  }

  dispose() {
    if (this.#address === 0) return;
    forgotten.unregister(this);
    this.#address = 0;
    this.#destroy();
  }
}
if (Symbol.dispose) Handle.prototype[Symbol.dispose] = Handle.prototype.dispose; // for "using"

/** Address of what a function creates behind its arguments. */
export function created(inno, scope, name, ...values) {
  const out = scope.room(4);
  inno.check(inno.call[name](...values, out, inno.error));
  return inno.memory.pointer(out);
}

/** An object that lives as long as the scope. */
export function borrowed(inno, scope, destroyer, name, ...values) {
  const address = created(inno, scope, name, ...values);
  scope.later(() => inno.memory.exports[destroyer](address));
  return address;
}

export function wanted(inno, value, kind, what) {
  if (value instanceof kind) {
    if (value.inno === inno) return value;
    throw new TypeError(
      say(inno.language, `${what} belongs to another instance of the module`, `${what} thuộc một bản khác của mô-đun`),
    );
  }
  throw new TypeError(say(inno.language, `${what} is a ${kind.name}`, `${what} phải là một ${kind.name}`));
}

/** Place of a code in a list; what is not there is named. */
export function placeOf(inno, list, code, english, vietnamese) {
  const place = list.indexOf(code);
  if (place >= 0) return place;
  throw new RangeError(
    say(
      inno.language,
      `No ${english} has the code ${JSON.stringify(code)}`,
      `Không có ${vietnamese} nào có mã ${JSON.stringify(code)}`,
    ),
  );
}

/** Names that are not known are refused: a slip would have no effect. */
export function onlyKnown(inno, object, known, what) {
  for (const name of Object.keys(object)) {
    if (!known.includes(name)) {
      throw new TypeError(
        say(
          inno.language,
          `${what} has no ${JSON.stringify(name)}; it has ${known.join(", ")}`,
          `${what} không có ${JSON.stringify(name)}; có ${known.join(", ")}`,
        ),
      );
    }
  }
}

export function number(inno, value, where) {
  return toDouble(value, () => where, inno.language);
}

/** An integer for C, which would otherwise be cut to one in silence. */
export function whole(inno, value, where) {
  if (Number.isSafeInteger(value)) return value;
  throw new TypeError(
    say(
      inno.language,
      `${where}: an integer is wanted, not ${String(value)}`,
      `${where}: cần một số nguyên, không phải ${String(value)}`,
    ),
  );
}

/** Row of a unit in a period; without period the latest. */
export function rowOf(inno, { units, periods }, unit, period) {
  const place = placeOf(inno, units, unit, "unit", "đơn vị");
  if (period === undefined) return ((periods?.length ?? 1) - 1) * units.length + place;
  return placeOf(inno, periods ?? [], period, "period", "kỳ") * units.length + place;
}
