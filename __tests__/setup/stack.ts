import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { productRoot } from '../../src/pack/product-files.js';

export const TEMPLATE = join(productRoot(), 'setup', 'cloudformation.yml');

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export interface Stack {
  /** Properties of each resource that is made. */
  readonly resources: Readonly<Record<string, Value>>;
  readonly outputs: Readonly<Record<string, Value>>;
}

const PSEUDO: Readonly<Record<string, Value>> = { 'AWS::Partition': 'aws', 'AWS::Region': 'eu-central-1', 'AWS::AccountId': '111122223333', 'AWS::StackName': 'evidence' };
const NOTHING = Symbol('AWS::NoValue');

/**
 * The template with parameters put in and functions worked out, as CloudFormation would
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html): the ones in short form that
 * the template uses. A reference to a resource is its name in angle brackets.
 */
export function deployed(given: Readonly<Record<string, string>>): Stack {
  const root = parseDocument(readFileSync(TEMPLATE, 'utf8'), { logLevel: 'silent' }).contents as YAMLMap<Node, Node>;
  const section = (name: string): readonly (readonly [string, Node])[] => entries(root.get(name, true) as unknown as Node);
  const parameters = new Map(section('Parameters').map(([name, node]) => [name, given[name] ?? (plain(node) as { readonly Default?: Value }).Default ?? missing(name)]));
  const conditions = new Map(section('Conditions'));
  const names = new Set(section('Resources').map(([name]) => name));

  const valueOf = (node: Node, locals: Readonly<Record<string, Value>> = {}): Value | typeof NOTHING => {
    const tag = node.tag ?? '';
    if (tag === '!Ref') return refer(text(node), locals);
    if (tag === '!GetAtt') return `<${text(node)}>`;
    if (tag === '!Condition') return holds(text(node));
    if (tag === '!Sub') return substituted(node);
    if (isSeq(node)) {
      const items = node.items as Node[];
      switch (tag) {
        case '!If': return valueOf((holds(text(items[0] as Node)) ? items[1] : items[2]) as Node, locals);
        case '!Equals': return valueOf(items[0] as Node) === valueOf(items[1] as Node);
        case '!Not': return valueOf(items[0] as Node) !== true;
        case '!And': return items.every((item) => valueOf(item) === true);
        case '!Or': return items.some((item) => valueOf(item) === true);
        default: return items.map((item) => valueOf(item, locals)).filter((value) => value !== NOTHING);
      }
    }
    if (isMap(node)) return Object.fromEntries(entries(node).map(([name, child]) => [name, valueOf(child, locals)]).filter(([, value]) => value !== NOTHING)) as Value;
    return isScalar(node) ? (node.value as Value) : null;
  };
  const refer = (name: string, locals: Readonly<Record<string, Value>>): Value | typeof NOTHING => {
    if (name === 'AWS::NoValue') return NOTHING;
    if (name.includes('.') && names.has(name.split('.')[0] ?? '')) return `<${name}>`;
    return locals[name] ?? parameters.get(name) ?? PSEUDO[name] ?? (names.has(name) ? `<${name}>` : missing(name));
  };
  const substituted = (node: Node): string => {
    const [pattern, variables] = isSeq(node) ? [text(node.items[0] as Node), valueOf(node.items[1] as Node) as Record<string, Value>] : [text(node), {}];
    return pattern.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => (literal === '!' ? `\${${name}}` : (refer(name, variables) as string)));
  };
  const holds = (name: string): boolean => valueOf(conditions.get(name) ?? missing(name)) === true;

  const made = section('Resources').filter(([, node]) => {
    const { Condition: condition } = plain(node) as { readonly Condition?: string };
    return condition === undefined || holds(condition);
  });
  return {
    resources: Object.fromEntries(made.map(([name, node]) => [name, valueOf((node as unknown as YAMLMap).get('Properties', true) as unknown as Node) as Value])),
    outputs: Object.fromEntries(section('Outputs').map(([name, node]) => [name, valueOf((node as unknown as YAMLMap).get('Value', true) as unknown as Node) as Value])),
  };
}

/** What is at a path of names and indexes. */
export function at(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  return path.reduce<Value | undefined>((found, name) => (found as Record<string | number, Value> | undefined)?.[name], value);
}

function entries(node: Node): readonly (readonly [string, Node])[] {
  return (node as YAMLMap<Node, Node>).items.map(({ key, value }) => [text(key), value as Node]);
}

function plain(node: Node): unknown {
  return (node as unknown as YAMLMap).toJSON();
}

function text(node: Node): string {
  return String(isScalar(node) ? node.value : '');
}

function missing(name: string): never {
  throw new Error(`The template has no ${name}, or it has no default and was not given.`);
}
