/** Steps and their options by the names that the library lists. */
import { borrowed, whole } from "./handle.mjs";
import { say } from "./memory.mjs";

const steps = new WeakMap(); // of an instance: verb -> number of the step

function stepNumber(inno, name) {
  if (!steps.has(inno)) {
    steps.set(
      inno,
      inno.memory.scoped((scope) => {
        const out = scope.room(8);
        return new Map(
          Array.from({ length: inno.call.inno_step_count() }, (_, k) => {
            inno.check(inno.call.inno_step_info(k, out, out + 4, 0));
            return [inno.memory.text(inno.memory.pointer(out + 4)), inno.memory.integers(out, 1)[0]];
          }),
        );
      }),
    );
  }
  const found = steps.get(inno).get(name);
  if (found !== undefined) return found;
  const known = [...steps.get(inno).keys()].join(", ");
  throw new RangeError(
    say(
      inno.language,
      `There is no step ${JSON.stringify(name)}; the steps are ${known}`,
      `Không có bước ${JSON.stringify(name)}; các bước là ${known}`,
    ),
  );
}

function keysOf(inno, step) {
  return inno.memory.scoped((scope) => {
    const out = scope.room(4);
    return Array.from({ length: inno.call.inno_key_count(step) }, (_, k) => {
      inno.check(inno.call.inno_key_info(step, k, 0, out, 0, 0));
      return inno.memory.text(inno.memory.pointer(out));
    });
  });
}

/** Address of a scheme with the options, for as long as the scope. */
export function schemeOf(inno, scope, name, { at = {}, level = {}, ...all }) {
  const step = stepNumber(inno, name);
  const scheme = borrowed(inno, scope, "inno_scheme_destroy", "inno_scheme_create", 0, step);
  const set = (options, write) => {
    for (const [option, value] of Object.entries(options)) {
      if (value === null || value === undefined) continue; // keeps its default
      const key = inno.call.inno_key_from_name(step, option);
      if (key === 0) {
        const known = keysOf(inno, step).join(", ");
        throw new RangeError(
          say(
            inno.language,
            `${name} has no option ${JSON.stringify(option)}; it has ${known}`,
            `${name} không có tùy chọn ${JSON.stringify(option)}; có ${known}`,
          ),
        );
      }
      inno.check(write(key, optionText(inno, value, `${name}.${option}`)));
    }
  };
  set(all, (key, text) => inno.call.inno_scheme_set_text(scheme, null, key, text, inno.error));
  for (const [height, options] of Object.entries(level)) {
    const where = whole(inno, Number(height), `${name}: level`);
    set(options, (key, text) => inno.call.inno_scheme_set_level_text(scheme, where, key, text, inno.error));
  }
  for (const [code, options] of Object.entries(at)) {
    set(options, (key, text) => inno.call.inno_scheme_set_text(scheme, code, key, text, inno.error));
  }
  return scheme;
}

function optionText(inno, value, where) {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  if (Array.isArray(value)) return value.map((one) => optionText(inno, one, where)).join(", ");
  throw new TypeError(
    say(
      inno.language,
      `${where} is a text, number, boolean or a list of them`,
      `${where} phải là văn bản, số, boolean hoặc danh sách của chúng`,
    ),
  );
}
