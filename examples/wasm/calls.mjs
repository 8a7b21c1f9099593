/** The functions of the library by name: every one as it is in C, and those of the flat tier for cells. */
import { flat, functions } from "./signatures.mjs";
import { say, toDouble } from "./memory.mjs";

const DEFAULT = -(2 ** 31); // of an integer option

/** inno_x(...) with numbers for integers of any width, strings for texts, addresses for everything else. */
export function callsOf(memory) {
  const calls = {};
  for (const [name, [result, types]] of Object.entries(functions)) calls[name] = callOf(memory, name, result, types);
  return Object.freeze(calls);
}

function callOf(memory, name, result, types) {
  const inside = memory.exports[name];
  const plain = !/[ls]/.test(types);
  const give = givenBack(memory, result);
  return (...values) => {
    if (values.length !== types.length) {
      throw new TypeError(
        say(
          memory.language,
          `${name}() wants ${types.length} arguments, not ${values.length}`,
          `${name}() cần ${types.length} đối số, không phải ${values.length}`,
        ),
      );
    }
    if (plain) return give(inside(...values));
    return memory.scoped((scope) =>
      give(
        inside(
          ...values.map((value, k) => {
            if (types[k] === "l") return BigInt(value);
            return types[k] === "s" ? scope.text(value, `${name}(): argument ${k + 1}`) : value;
          }),
        ),
      ),
    );
  };
}

function givenBack(memory, result) {
  if (result === "p") return (value) => value >>> 0;
  if (result === "s") return (value) => memory.text(value >>> 0);
  if (result === "l") return (value) => Number(value);
  return (value) => value;
}

/** minmax({ x: [1, null, 3], direction: -1 }): arguments by their names in the headers. */
export function flatOf(memory, raise) {
  const found = {};
  for (const [name, [inside, text]] of Object.entries(flat)) {
    const parameters = text.split(" ").map((word) => {
      const [, parameter, , sizes] = /^(\w+)(\[(.*)\])?$/.exec(word);
      return { name: parameter, sizes: sizes?.split(",") };
    });
    const out = parameters.at(-1).name === "out" ? parameters.pop() : undefined;
    const [, types] = functions[inside];
    parameters.forEach((one, k) => {
      one.type = types[k];
    });
    const call = { name, inside, parameters, out };
    found[name] = (given) => memory.scoped((scope) => run(memory, scope, call, given, raise));
    found[name].parameters = Object.freeze(parameters.map((one) => one.name));
  }
  return Object.freeze(found);
}

function run(memory, scope, call, given, raise) {
  const refuse = (english, vietnamese) => {
    throw new TypeError(say(memory.language, `${call.name}(): ${english}`, `${call.name}(): ${vietnamese}`));
  };
  const known = call.parameters.map((one) => one.name);
  if (given === null || typeof given !== "object" || Array.isArray(given)) {
    refuse(`arguments by name are wanted: ${known.join(", ")}`, `cần đối số theo tên: ${known.join(", ")}`);
  }
  for (const name of Object.keys(given)) {
    if (!known.includes(name))
      refuse(`no argument ${name}; there are ${known.join(", ")}`, `không có đối số ${name}; có ${known.join(", ")}`);
  }
  const { counts, arrays } = measured(call, given, refuse);
  const values = call.parameters.map((one) => {
    if (one.sizes) return arrays[one.name] ? scope.doubles(arrays[one.name], (k) => cell(call, one, k)) : 0;
    if (one.name in counts) return counts[one.name];
    if (one.type === "d") return toDouble(given[one.name], () => `${call.name}(): ${one.name}`, memory.language);
    return integer(given[one.name] ?? DEFAULT, one.name, refuse);
  });
  const length = call.out?.sizes.reduce((product, size) => product * dimension(size, counts), 1);
  if (call.out) values.push(scope.room(8 * length));
  const answer = memory.exports[call.inside](...values);
  if (!call.out) return answer;
  if (answer !== 0) raise(answer, call.name);
  return memory.doubles(values.at(-1), length);
}

const cell = (call, one, k) => `${call.name}(): ${one.name}${k === undefined ? "" : ` [${k}]`}`;

function integer(value, name, refuse) {
  if (typeof value === "boolean") return Number(value);
  if (!Number.isInteger(value) || value < DEFAULT || value >= -DEFAULT) {
    refuse(`${name} is an integer, not ${String(value)}`, `${name} phải là số nguyên, không phải ${String(value)}`);
  }
  return value;
}

function dimension(size, counts) {
  const [, first, sign, second] = /^(\w+)(?:([+-])(\w+))?$/.exec(size);
  const more = second === undefined ? 0 : (counts[second] ?? Number(second));
  return counts[first] + (sign === "-" ? -more : more);
}

/** Sizes follow from the arrays; those that are given must agree. C reads as many numbers as it is told. */
function measured(call, given, refuse) {
  const counts = {};
  const arrays = {};
  const sized = new Set(call.parameters.flatMap((one) => one.sizes ?? []).flatMap((size) => size.match(/[a-z_]+/g)));
  for (const name of [...sized, "column_major"]) {
    if (given[name] !== undefined) counts[name] = integer(given[name], name, refuse);
  }
  for (const one of call.parameters.filter((parameter) => parameter.sizes)) {
    const array = given[one.name];
    if (array === null || array === undefined) continue;
    arrays[one.name] = one.sizes.length === 2 ? matrix(one, array, counts, refuse) : array;
    if (one.sizes.length === 1 && /^\w+$/.test(one.sizes[0])) counts[one.sizes[0]] ??= array.length;
  }
  if (call.parameters.some((one) => one.name === "column_major")) counts.column_major ??= 0;
  for (const one of call.parameters.filter((parameter) => arrays[parameter.name])) {
    const wanted = one.sizes.reduce((product, size) => product * dimension(size, counts), 1);
    if (arrays[one.name].length !== wanted) {
      refuse(
        `${one.name} has ${arrays[one.name].length} numbers where ${one.sizes.join(" x ")} = ${wanted} are wanted`,
        `${one.name} có ${arrays[one.name].length} số, cần ${one.sizes.join(" x ")} = ${wanted}`,
      );
    }
  }
  for (const size of sized) {
    if (counts[size] === undefined) refuse(`${size} is missing`, `thiếu ${size}`);
  }
  return { counts, arrays };
}

/** An array of rows becomes one array, row by row. */
function matrix(one, array, counts, refuse) {
  if (typeof array[0] !== "object" || array[0] === null) return array;
  if (counts.column_major)
    refuse(`${one.name} has rows, so column_major is 0`, `${one.name} có hàng, nên column_major là 0`);
  const width = array[0].length;
  if (Array.from(array).some((row) => row?.length !== width)) {
    refuse(`the rows of ${one.name} are not equally long`, `các hàng của ${one.name} không dài bằng nhau`);
  }
  counts[one.sizes[0]] ??= array.length;
  counts[one.sizes[1]] ??= width;
  return Array.from(array).flatMap((row) => Array.from(row));
}
