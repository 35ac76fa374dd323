/**
 * How Athena makes up a partition key's values from table properties
 * (https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html).
 */
export type Projection =
  | { readonly type: 'date'; readonly format: string; readonly range: readonly [string, string]; readonly interval: number; readonly unit: string | null }
  | { readonly type: 'enum'; readonly values: readonly string[] }
  | { readonly type: 'integer'; readonly digits: number | null; readonly range: readonly [number, number]; readonly interval: number }
  | { readonly type: 'injected' }
  | { readonly type: 'unreadable'; readonly why: string };

/** A key's projection, from properties with lower-case names; null where the table gives it no type. */
export function projectionOf(key: string, properties: ReadonlyMap<string, string>): Projection | null {
  const property = (name: string): string | undefined => properties.get(`projection.${key}.${name}`);
  const type = property('type')?.trim().toLowerCase();
  if (type === undefined) return null;
  const interval = Number(property('interval')?.trim() ?? '1');
  const [from, to] = (property('range') ?? '').split(',').map((end) => end.trim());
  switch (type) {
    case 'enum':
      // A blank in a value is part of it.
      return { type, values: (property('values') ?? '').split(',') };
    case 'injected':
      return { type };
    case 'integer':
      return { type, digits: property('digits') === undefined ? null : Number(property('digits')), range: [Number(from), Number(to)], interval };
    case 'date': {
      const format = property('format');
      if (format === undefined || !from || !to) return { type: 'unreadable', why: `projection.${key}.format or projection.${key}.range is missing` };
      return { type, format, range: [from, to], interval, unit: property('interval.unit')?.trim().toUpperCase() ?? null };
    }
    default:
      return { type: 'unreadable', why: `projection.${key}.type is ${type}` };
  }
}
