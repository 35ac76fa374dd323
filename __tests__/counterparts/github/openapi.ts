import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/**
 * GitHub's own description of its REST API (https://github.com/github/rest-api-description), against which what is asked and what is
 * answered is checked. It is 13 MB: read at the first call, and only the schemas of operations that are used are compiled.
 */
export interface Operation {
  /** `pulls/create`. */
  readonly id: string;
  /** By name, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly documentationUrl: string;
  /** What is wrong with a request, in words; none: nothing. */
  requestProblems(query: URLSearchParams, body: unknown): readonly string[];
  answerProblems(status: number, body: unknown): readonly string[];
}

export interface Description {
  /** Null: GitHub has no such operation. */
  operation(method: string, path: string): Operation | null;
}

type Schema = Readonly<Record<string, unknown>>;
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly 'x-multi-segment'?: boolean;
}
interface Described {
  readonly operationId: string;
  readonly externalDocs?: { readonly url: string };
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly parameters: Readonly<Record<string, Parameter>>; readonly responses: Readonly<Record<string, Described['responses'][string]>> };
}

/** Answers that any operation may give, whether its description lists them or not. */
const ALWAYS: ReadonlySet<number> = new Set([401, 403, 404, 429]);

let loaded: Description | undefined;
export function githubDescription(): Description {
  loaded ??= describe(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json'), 'utf8')) as Document);
  return loaded;
}

function describe(document: Document): Description {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, inlineRefs: false, validateSchema: false });
  addFormats.default(ajv);
  const compiled = new Map<string, ValidateFunction>();
  const validator = (key: string, schema: Schema): ValidateFunction => {
    const known = compiled.get(key) ?? ajv.compile(jsonSchema(schema, ajv, document));
    compiled.set(key, known);
    return known;
  };
  const problems = (key: string, schema: Schema, value: unknown): readonly string[] => {
    const validate = validator(key, schema);
    return validate(value) ? [] : words(validate.errors ?? []);
  };
  const templates = Object.keys(document.paths).map((template) => ({ template, ...patternOf(document, template) })).sort((a, b) => literals(b.template) - literals(a.template));

  return {
    operation(method, path) {
      const verb = method.toLowerCase();
      const found = templates.find(({ template, pattern }) => document.paths[template]?.[verb] !== undefined && pattern.test(path));
      const described = found === undefined ? undefined : document.paths[found.template]?.[verb];
      if (found === undefined || described === undefined) return null;
      const values = found.pattern.exec(path)?.slice(1) ?? [];
      const params = Object.fromEntries(found.names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]));
      const parameters = parametersOf(document, described);
      const id = described.operationId;
      return {
        id, params,
        documentationUrl: described.externalDocs?.url ?? 'https://docs.github.com/rest',
        requestProblems: (query, body) => [
          ...parameters.filter(({ in: where }) => where === 'path').flatMap(({ name, schema = {} }) => problems(`${id} ${name}`, schema, typed(params[name] ?? '', schema)).map((problem) => `${name}${problem}`)),
          ...[...query.keys()].filter((name) => !parameters.some((each) => each.in === 'query' && each.name === name)).map((name) => `?${name} is no parameter of ${id}`),
          ...parameters.filter(({ in: where }) => where === 'query').flatMap(({ name, required, schema = {} }) => {
            const value = query.get(name);
            return value === null ? (required === true ? [`?${name} is missing`] : []) : problems(`${id} ?${name}`, schema, typed(value, schema)).map((problem) => `?${name}${problem}`);
          }),
          ...bodyProblems(described, body, (schema) => problems(`${id} body`, schema, body)),
        ],
        answerProblems(status, body) {
          const response = described.responses[String(status)];
          if (response === undefined) return ALWAYS.has(status) ? problems('basic-error', { $ref: '#/components/schemas/basic-error' }, body) : [`${id} never answers ${status}`];
          const schema = (response.$ref === undefined ? response : document.components.responses[lastPart(response.$ref)])?.content?.['application/json']?.schema;
          return schema === undefined ? [] : problems(`${id} ${status}`, schema, body);
        },
      };
    },
  };
}

/** GitHub ignores names it does not know; a client that sends them means something else than it says. */
function bodyProblems({ operationId, requestBody }: Described, body: unknown, check: (schema: Schema) => readonly string[]): readonly string[] {
  const schema = requestBody?.content['application/json']?.schema;
  if (body === undefined) return requestBody?.required === true ? ['the body is missing'] : [];
  if (schema === undefined) return [`${operationId} takes no body`];
  const known = schema['properties'] as Schema | undefined;
  const unknown = known === undefined || typeof body !== 'object' || body === null || Array.isArray(body) ? [] : Object.keys(body).filter((name) => !(name in known));
  return [...unknown.map((name) => `${operationId} takes no "${name}"`), ...check(schema)];
}

function parametersOf(document: Document, { parameters = [] }: Described): readonly Parameter[] {
  return parameters.flatMap((each) => ('$ref' in each ? (document.components.parameters[lastPart(each.$ref)] ?? []) : [each]));
}

function patternOf(document: Document, template: string): { readonly pattern: RegExp; readonly names: readonly string[] } {
  const long = new Set(Object.values(document.paths[template] ?? {}).flatMap((each) => parametersOf(document, each)).filter((each) => each['x-multi-segment'] === true).map(({ name }) => name));
  const parts = template.split(/\{([^}]+)\}/);
  const pattern = parts.map((part, at) => (at % 2 === 0 ? part.replace(/[.*+?^$()|[\]\\]/g, '\\$&') : long.has(part) ? '(.*)' : '([^/]+)')).join('');
  return { pattern: new RegExp(`^${pattern}$`), names: parts.filter((_part, at) => at % 2 === 1) };
}

function literals(template: string): number {
  return template.split('/').filter((part) => part !== '' && !part.startsWith('{')).length;
}

/** What a path or a query says, as the type its schema names. */
function typed(value: string, { type }: Schema): unknown {
  if (type === 'integer' || type === 'number') return /^-?\d+$/.test(value) ? Number(value) : value;
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  if (type === 'array') return value.split(',');
  return value;
}

/** OpenAPI 3.0's dialect as JSON Schema: `nullable`, and references, whose targets are added as they are met. */
function jsonSchema(schema: Schema, ajv: Ajv, document: Document): Schema {
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== 'object' || value === null) return value;
    const { nullable, $ref, ...rest } = value as Schema;
    if (typeof $ref === 'string') {
      const id = `github:${lastPart($ref)}`;
      if (!pending(ajv).has(id)) {
        pending(ajv).add(id);
        ajv.addSchema(convert(document.components.schemas[lastPart($ref)]) as Schema, id);
      }
      return { $ref: id };
    }
    const plain = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'example' && key !== 'examples' && key !== 'description').map(([key, each]) => [key, key === 'enum' || key === 'default' || key === 'required' ? each : key === 'properties' ? mapped(each as Schema, convert) : convert(each)]));
    return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
  };
  return convert(schema) as Schema;
}

/** A property may be called "description" or "enum": names are no keywords. */
function mapped(properties: Schema, convert: (value: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, convert(each)]));
}

const added = new WeakMap<Ajv, Set<string>>();
function pending(ajv: Ajv): Set<string> {
  const known = added.get(ajv) ?? new Set<string>();
  added.set(ajv, known);
  return known;
}

function words(errors: readonly ErrorObject[]): readonly string[] {
  return errors.map(({ instancePath, message, params }) => `${instancePath} ${message ?? 'is wrong'}${'allowedValues' in params ? ` (${(params as { allowedValues: unknown[] }).allowedValues.join(', ')})` : ''}`);
}

function lastPart(reference: string): string {
  return reference.split('/').at(-1) ?? '';
}
