// Every kind of argument that the headers have, once, through the written declarations; all languages print the same.
// The folder of the example's modules is the current one.
import { pathToFileURL } from 'node:url';

const { N, load } = await import(pathToFileURL('innoscore.mjs'));
const lib = load(process.argv[2]);

const [step, name] = [new Int32Array(1), [null]]; // int32_t *, const char **
lib.inno_step_info(4, step, name, null);
console.log(`step ${step[0]} ${name[0]}`);
const fallback = new Float64Array(1); // double *
lib.inno_key_bounds(N.INNO_KEY_NORMALIZE_POINTS, null, null, fallback);
console.log(`default ${fallback[0]} ${lib.inno_key_from_name(N.INNO_STEP_NORMALIZE, 'points')}`);

const made = [null];
lib.inno_error_create(null, made);
const error = made[0];
lib.inno_scheme_create(null, N.INNO_STEP_TREAT, made, error);
const scheme = made[0];
const [buffer, needed] = [Buffer.alloc(64), new BigInt64Array(1)]; // char *, int64_t *
const key = lib.inno_key_from_name(N.INNO_STEP_TREAT, 'rules');
lib.inno_scheme_get_text(scheme, null, key, buffer, buffer.length, needed, error);
console.log(`text ${buffer.toString('utf8', 0, Number(needed[0]) - 1)} ${needed[0]}`);
const integer = new BigInt64Array(1);
lib.inno_scheme_set_i64(scheme, null, N.INNO_KEY_TREAT_LIMIT, 7, error);
lib.inno_scheme_get_i64(scheme, null, N.INNO_KEY_TREAT_LIMIT, integer, error);
console.log(`integer ${integer[0]}`);
lib.inno_scheme_destroy(scheme);

lib.inno_dataset_create(null, 2, ['Hà Nội', 'Huế'], made, error); // const char *const *, texts beyond ASCII both ways
const data = made[0];
const values = Float64Array.of(1, 2, 3, -Infinity);
let status = lib.inno_dataset_add_column(data, 'ô', values, 24, error); // ptrdiff_t
console.log(`refused ${status} ${lib.inno_error_node(error)} ${lib.inno_error_unit(error)}`);
status = lib.inno_dataset_add_column(data, 'ô', values, 8, error);
console.log(`column ${status} [${lib.inno_error_message(error)}]`);
lib.inno_dataset_destroy(data);

lib.inno_indicator_set_create(null, made, error);
const set = made[0];
lib.inno_indicator_set_add(set, 'ô', null, error);
console.log(`count ${lib.inno_indicator_set_node_count(set)} ${lib.inno_indicator_set_find(set, 'x')}`);
lib.inno_indicator_set_destroy(set);
lib.inno_error_destroy(error);
console.log(`mean ${lib.inno_flat_arithmetic_mean(Float64Array.of(1, 2, 3, 4), null, 4, NaN)}`);
