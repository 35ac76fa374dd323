import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { DERIVED_LISTS, type QuerySetting } from '../pack/query.js';
import { LIST_NAMES } from '../settings/settings.js';
import { type Problem, readYaml, schemaProblems, type YamlText } from '../settings/yaml-document.js';

/** As in a settings file; with them the lists that a run derives: `accounts`, `production-accounts`, `incident`. */
export type CaseLists = Readonly<Partial<Record<QuerySetting, readonly unknown[]>>>;

/** What a record has other than the file's base: values by dotted path, `a[0].b` for what stands in a list. */
export interface Change {
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  readonly unset?: readonly string[] | undefined;
}

/** An event the query must return. */
export interface MustCase extends Change {
  readonly name: string;
  /** Records beside it. */
  readonly given?: readonly Change[] | undefined;
  readonly settings?: CaseLists | undefined;
  /** Values the returned rows hold. */
  readonly rows?: readonly Readonly<Record<string, string | number | null>>[] | undefined;
}

/** An event it must pass over: a must with one thing changed. */
export interface MustNotCase extends Change {
  readonly name: string;
  /** The name of that must. */
  readonly unlike: string;
  /** Indexes of `given` left out. */
  readonly drop_given?: readonly number[] | undefined;
  readonly settings?: CaseLists | undefined;
}

/** `cases/<ID>.yml`. */
export interface CaseFile {
  readonly query: string;
  readonly settings?: CaseLists | undefined;
  readonly base: Readonly<Record<string, unknown>>;
  readonly given?: readonly Change[] | undefined;
  readonly must: readonly MustCase[];
  readonly must_not: readonly MustNotCase[];
}

/** A case file, and where in it things stand. */
export interface CaseDocument {
  readonly file: CaseFile;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly lineOf: YamlText['lineOf'];
}

/** Forty cases take a tenth of this. */
const MAXIMUM_BYTES = 1_000_000;

const changing = { set: z.optional(z.record(z.string(), z.unknown())), unset: z.optional(z.array(z.string())) };
const lists = z.optional(z.strictObject(Object.fromEntries([...LIST_NAMES, ...DERIVED_LISTS].map((name) => [name, z.optional(z.array(z.unknown()))]))));
const given = z.optional(z.array(z.strictObject(changing)));
const name = z.string().check(z.minLength(1), z.maxLength(300, 'is longer than 300 characters'));
const cell = z.union([z.string(), z.int(), z.null()], 'is neither text nor a whole number');
const shape = z.strictObject({
  query: z.string(),
  settings: lists,
  base: z.record(z.string(), z.unknown()),
  given,
  must: z.array(z.strictObject({ name, ...changing, given, settings: lists, rows: z.optional(z.array(z.record(z.string(), cell))) })).check(z.minLength(1)),
  must_not: z.array(z.strictObject({ name, unlike: z.string(), ...changing, drop_given: z.optional(z.array(z.int().check(z.minimum(0, 'counts from 0')))), settings: lists })).check(z.minLength(1)),
});

/** Reads a case file that anybody may have written: all problems with their lines, or the file. */
export function parseCaseFile(bytes: Uint8Array): CaseDocument | readonly Problem[] {
  if (bytes.length > MAXIMUM_BYTES) return [{ line: 1, sentence: `The file has ${bytes.length} bytes; at most ${MAXIMUM_BYTES} are read.` }];
  const yaml = yamlOf(bytes);
  if ('sentence' in yaml) return [yaml];
  if (yaml.problems.length > 0) return yaml.problems;
  const checked = shape.safeParse(yaml.value);
  if (!checked.success) return schemaProblems(yaml, checked.error.issues);
  const file = checked.data as CaseFile;
  const problems = [...pathProblems(file, yaml.lineOf), ...caseProblems(file, yaml.lineOf)];
  return problems.length > 0 ? problems : { file, sha256: createHash('sha256').update(bytes).digest('hex'), lineOf: yaml.lineOf };
}

function yamlOf(bytes: Uint8Array): YamlText | Problem {
  try {
    // Records repeat each other, so a part that is written once may be named again.
    return readYaml(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { aliases: true });
  } catch (error) {
    const { name } = error as Error;
    // The parser calls itself for each level of nesting, and counts what repeats what.
    return { line: 1, sentence: name === 'RangeError' ? 'The YAML is nested too deeply.' : name === 'ReferenceError' ? 'The YAML repeats parts of itself too often, or names one that is not there.' : 'The file is not UTF-8.' };
  }
}

type Where = readonly PropertyKey[];

/** Every path that something is set or removed at. */
function pathProblems(file: CaseFile, lineOf: YamlText['lineOf']): Problem[] {
  const changes: readonly (readonly [Where, Change])[] = [
    ...(file.given ?? []).map((change, index) => [['given', index], change] as const),
    ...file.must.flatMap((must, index) => [[['must', index], must] as const, ...(must.given ?? []).map((change, beside) => [['must', index, 'given', beside], change] as const)]),
    ...file.must_not.map((mustNot, index) => [['must_not', index], mustNot] as const),
  ];
  return changes.flatMap(([where, { set, unset }]) => [
    ...Object.keys(set ?? {}).map((path) => ({ path, at: [...where, 'set', path] })),
    ...(unset ?? []).map((path, index) => ({ path, at: [...where, 'unset', index] })),
  ]).flatMap(({ path, at }) => (pathParts(path) === null ? [{ line: lineOf(at), sentence: `${JSON.stringify(path)} is no path in a record; write a.b, or a[0].b for what stands in a list.` }] : []));
}

/** `a[0].b` → `a`, 0, `b`; null for what is no path. Lists in records are short, and a long gap would only take memory. */
export function pathParts(path: string): readonly (string | number)[] | null {
  const parts = path.split('.').flatMap((part): (string | number | null)[] => {
    const found = /^([^[\]]+)((?:\[\d{1,3}\])*)$/.exec(part);
    return found === null ? [null] : [found[1] ?? '', ...[...(found[2] ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits))];
  });
  return parts.includes(null) || parts.includes('__proto__') ? null : (parts as (string | number)[]);
}

/** What a shape cannot say: names that occur once, and near misses that are near. */
function caseProblems(file: CaseFile, lineOf: YamlText['lineOf']): Problem[] {
  const all = [...file.must.map(({ name }, index) => ({ name, at: ['must', index, 'name'] })), ...file.must_not.map(({ name }, index) => ({ name, at: ['must_not', index, 'name'] }))];
  const twice = all.filter(({ name }, index) => all.findIndex((other) => other.name === name) < index);
  return [
    ...twice.map(({ name, at }) => ({ line: lineOf(at), sentence: `Two cases are named ${JSON.stringify(name)}; a name tells which one went wrong.` })),
    ...file.must_not.flatMap((mustNot, index) => nearnessProblems(file, mustNot).map((sentence) => ({ line: lineOf(['must_not', index, 'name']), sentence }))),
  ];
}

function nearnessProblems(file: CaseFile, { name, unlike, set, unset, drop_given: dropped, settings }: MustNotCase): readonly string[] {
  const must = file.must.find((each) => each.name === unlike);
  if (must === undefined) return [`${JSON.stringify(name)} is unlike ${JSON.stringify(unlike)}, which is no must of this file.`];
  const things = Object.keys(set ?? {}).length + (unset ?? []).length + (dropped ?? []).length + (settings === undefined ? 0 : 1);
  const beside = (must.given ?? file.given ?? []).length;
  return [
    ...(things === 1 ? [] : [`${JSON.stringify(name)} differs from its must in ${things} things; it must be one.`]),
    ...(dropped ?? []).filter((index) => index >= beside).map((index) => `${JSON.stringify(name)} drops number ${index} of ${beside} given; they are counted from 0.`),
  ];
}
