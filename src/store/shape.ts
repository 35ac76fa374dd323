import type * as z from 'zod';

/**
 * Reading documents anybody may have written. Errors are fragments that follow a file's name. Lists are checked an item at a
 * time, stopping at the first fault: a million faults would otherwise be a million error objects.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('is not JSON');
  }
}

export function parseShape<T>(shape: z.ZodType<T>, value: unknown, where: string): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [...(where === '' ? [] : [where]), ...(issue?.path ?? []).map(String)].slice(0, 6).join('.').slice(0, 120);
  throw new Error(`has not the shape it should have: ${path === '' ? '' : `at ${path}, `}${(issue?.message ?? 'unknown fault').slice(0, 200)}`);
}

export function parseItems<T>(shape: z.ZodType<T>, items: readonly unknown[], where: string): T[] {
  return items.map((item, index) => parseShape(shape, item, `${where}.${index}`));
}
