/** innoscore for JavaScript. README.md shows how; the handbook has every step, option and formula. */
import type { Column, Flat } from "./flat.mjs";
export type { Column, Flat, Matrix } from "./flat.mjs";

/** Numbers of choices, steps, marks, records and fields, without INNO_: numbers.TIES_DENSE. */
export const numbers: Readonly<Record<string, number>>;

export interface Node {
  code: string;
  /** Without it the node is the index. */
  parent?: string | null;
  /** 1 = more is better, -1 = less is better; of indicators. */
  direction?: 1 | -1;
  weight?: number;
  /** Column that scales the indicator: value / (denominator / scale). */
  denominator?: string;
  scale?: number;
  name?: string;
  name_vi?: string;
  unit_of_measure?: string;
  source?: string;
  note?: string;
}

export type OptionValue = string | number | bigint | boolean | null | undefined | readonly (string | number)[];

/** A step with its options by the names of the handbook; null and undefined keep the default. */
export interface Step {
  /** "denominate", "screen", "impute", "treat", "normalize", "weigh", "aggregate" or "rank". */
  step: string;
  /** Options of single nodes (or units) by their codes. */
  at?: Record<string, Record<string, OptionValue>>;
  /** Options of a level, 2 or more: the one that is produced. */
  level?: Record<number, Record<string, OptionValue>>;
  [option: string]: unknown;
}

export interface Data {
  units: string[];
  /** One number a row for every code; a row is a unit, or with periods period * units + unit. */
  columns: Record<string, Column>;
  /** One label a row for every grouping; null = in no group. */
  groups?: Record<string, ArrayLike<string | null | undefined>>;
  /** Ascending numbers, for instance years. */
  periods?: number[];
}

/** What the library refused. */
export class InnoError extends Error {
  /** For instance "INNO_E_CODE". */
  readonly status: string;
  /** The status as a number. */
  readonly code: number;
  /** Codes of what it is about, "" where there is none. */
  readonly node: string;
  readonly unit: string;
}

/** An object with memory in the module until dispose(), or until some time after nobody holds it any more. */
export abstract class Handle {
  readonly inno: Innoscore;
  /** For functions of Innoscore.call. Throws after dispose(). */
  readonly address: number;
  readonly disposed: boolean;
  dispose(): void;
}

export class Framework extends Handle {
  /** Indicators first, then the aggregates level by level, the index last. */
  readonly codes: readonly string[];
  readonly indicators: readonly string[];
  readonly index: string;
  /** 1 = indicators, highest = the index. */
  level(code: string): number;
  levelsOfSiblings(): number[];
}

export class Dataset extends Handle {
  readonly units: readonly string[];
  readonly columns: readonly string[];
  readonly periods?: readonly number[];
  readonly rows: number;
  row(unit: string, period?: number): number;
}

export class Method extends Handle {
  readonly framework: Framework;
  /** SHA-256 of every choice. */
  readonly fingerprint: string;
  score(data: Data | Dataset, options?: { keep?: "scores" | "coverage" | "steps" | "all" }): Result;
  /** options: hold_treatment, hold_normalization, hold_imputation. */
  whatIf(data: Data | Dataset, options?: Record<string, OptionValue>): WhatIf;
  /** noise: level -> share. Other options: seed, confidence, top, ... */
  uncertainty(data: Data | Dataset, options?: { noise?: Record<number, number>; [option: string]: unknown }): Uncertainty;
}

export interface Weight {
  node: string;
  weight: number;
  /** Among siblings. */
  share: number;
  /** Of the index. */
  effective: number;
}

interface Reader extends Handle {
  readonly nodes: readonly string[];
  readonly index: string;
  readonly units: readonly string[];
  readonly periods?: readonly number[];
  /** One number a row; NaN = missing or left out. By default of the index. */
  scores(node?: string): Float64Array;
  /** 1 = best. group: a grouping of the data. */
  ranks(node?: string, options?: { group?: string | null }): Float64Array;
  coverage(node?: string): Float64Array;
  weights(): Weight[];
}

export class Result extends Handle {}
export interface Result extends Reader {}

export interface Edit {
  unit: string;
  column: string;
  /** null = missing. */
  value: number | null;
  /** By default the latest. */
  period?: number;
}

/** A result that follows edits. */
export class WhatIf extends Handle {
  /** Edits that were made and not undone. */
  readonly edits: number;
  setValue(unit: string, column: string, value: number | null, period?: number): void;
  setWeight(node: string, weight: number): void;
  undo(count?: number): void;
  reset(): void;
  /** Each alone on the present state: score and rank of the edited unit; NaN where status is not "INNO_OK". */
  tryValues(edits: Edit[], node?: string): { score: number; rank: number; status: string }[];
}
export interface WhatIf extends Reader {}

/** Ranks over replicates, one number a unit. */
export interface Summary {
  nominal: Float64Array;
  median: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  mean: Float64Array;
  sd: Float64Array;
  error: Float64Array;
  best: Float64Array;
  worst: Float64Array;
  unranked: Float64Array;
  top: Float64Array;
}

export class Uncertainty extends Handle {
  readonly units: readonly string[];
  readonly replicates: number;
  /** Runs count replicates; by default those after the last. */
  run(count: number, first?: number): this;
  summary(): Summary;
}

/** Memory in the module for the time of one call. Every method gives an address. */
export interface Scope {
  room(bytes: number): number;
  /** what: named in the sentence of an error. null and undefined are the address 0. */
  text(value: string | null | undefined, what: string): number;
  texts(values: Iterable<string | null | undefined>, what: string): number;
  pointers(addresses: readonly number[]): number;
  /** where(k) names the number k in the sentence of an error, where() all of them. */
  doubles(values: Column, where: (k?: number) => string): number;
  longs(values: readonly (number | bigint)[]): number;
  /** Runs before the memory is given back. */
  later(work: () => void): void;
}

/** Text and numbers in the module; what is read is copied. */
export interface Memory {
  scoped<T>(work: (scope: Scope) => T): T;
  doubles(address: number, count: number): Float64Array;
  integers(address: number, count: number): Int32Array;
  pointer(address: number): number;
  text(address: number): string | null;
}

export class Innoscore {
  constructor(instance: WebAssembly.Instance);
  readonly version: string;
  /** Language of the sentences of errors. */
  language: "en" | "vi";
  readonly flat: Flat;
  /** For functions of call. */
  readonly memory: Memory;
  readonly numbers: typeof numbers;
  /** Every function as it is in C: numbers for integers of any width, strings for texts, addresses for the rest. */
  readonly call: Readonly<Record<string, (...values: (number | string | null)[]) => any>>;
  /** Address of the error object, for functions of call. */
  readonly error: number;
  /** Throws an InnoError for a status that is not 0. */
  check(status: number): void;
  framework(nodes: Iterable<Node>): Framework;
  method(framework: Framework, steps?: Step[], options?: { weights?: Record<string, number> }): Method;
  dataset(data: Data | Dataset): Dataset;
}

export type Source = string | URL | BufferSource | WebAssembly.Module | Response;

/** Loads the module; by default the file innoscore.wasm beside this one. */
export function load(source?: Source | Promise<Source>, options?: { language?: "en" | "vi" }): Promise<Innoscore>;
