import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type * as z from 'zod/mini';

/** A problem at a line of a file; line 1 when it concerns the whole file. */
export interface Problem {
  readonly line: number;
  readonly sentence: string;
}

export function problemLine(path: string, problem: Problem): string {
  return `${path}:${problem.line}: ${problem.sentence}`;
}

/** YAML read with its line numbers, so that every complaint names a line. */
export interface YamlText {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Line of the node at a path; of its nearest parent where there is none. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  /** Line of a key itself. */
  readonly lineOfKey: (path: readonly PropertyKey[], key: string) => number;
}

/** Times a file may repeat a part of itself, where it may at all. */
const ALIASES_AT_MOST = 500;

/** Core schema (`yes` and dates are text), a key given twice is an error, anchors and aliases are refused where they are not allowed. */
export function readYaml(text: string, { aliases = false }: { readonly aliases?: boolean } = {}): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const problems = [...document.errors, ...document.warnings].map((error) => ({ line: lineAt(error.pos[0]), sentence: `The YAML cannot be read: ${error.message}` }));
  // Without these characters there is neither; a header seldom has one.
  if (!aliases && /[&*]/.test(text)) visit(document, {
    Node(_key, node) {
      if (isAlias(node) || node.anchor !== undefined) problems.push({ line: lineAt(node.range?.[0] ?? 0), sentence: 'Anchors and aliases are not allowed; write the value out.' });
    },
  });
  return {
    value: problems.length === 0 ? document.toJS({ maxAliasCount: ALIASES_AT_MOST }) : null,
    problems,
    lineOf: (path) => lineAt(offsetOf(document, path)),
    lineOfKey: (path, key) => lineAt(offsetOfKey(document, path, key)),
  };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const key = path[length - 1];
    const parent = path.slice(0, length - 1);
    const inMap = typeof key === 'string' ? offsetOfKeyIn(document, parent, key) : null;
    if (inMap !== null) return inMap;
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function offsetOfKey(document: Document, path: readonly PropertyKey[], key: string): number {
  return offsetOfKeyIn(document, path, key) ?? offsetOf(document, path);
}

function offsetOfKeyIn(document: Document, path: readonly PropertyKey[], key: string): number | null {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return null;
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
}

/** What a schema found, as sentences about the keys a person wrote. */
export function schemaProblems(yaml: YamlText, issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issues.flatMap((issue) => issueProblems(yaml, issue));
}

function issueProblems(yaml: YamlText, issue: z.core.$ZodIssue): Problem[] {
  const name = keyName(issue.path);
  const line = yaml.lineOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ line: yaml.lineOfKey(issue.path, key), sentence: `Unknown key ${keyName([...issue.path, key])}.` }));
    case 'invalid_type':
      return [{ line, sentence: valueAt(yaml.value, issue.path) === undefined ? `The key ${name} is missing.` : `${name} must be ${TYPE_WORDS[issue.expected] ?? issue.expected}.` }];
    case 'invalid_value':
      return [{ line, sentence: `${name} must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}.` }];
    case 'invalid_key':
      return [{ line, sentence: `${name}: ${issue.issues.map((inner) => (inner.code === 'invalid_value' ? `must be one of ${inner.values.map(String).join(', ')}` : inner.message)).join('; ')}.` }];
    case 'too_small':
      return [{ line, sentence: `${name} must not be empty.` }];
    default:
      return [{ line, sentence: `${name}: ${issue.message}.` }];
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = { string: 'text', array: 'a list', record: 'a map', object: 'a map', boolean: 'true or false' };

function keyName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'The document' : `\`${path.map(String).join('.')}\``;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined), value);
}
