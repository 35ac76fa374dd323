/** How well a query serves a criterion: direct evidence, a population to sample from, or corroboration. */
export type Strength = 'direct' | 'population' | 'corroborates';
export const STRENGTHS: readonly Strength[] = ['direct', 'population', 'corroborates'];

export interface Criterion {
  /** `CC6.1`, `Art. 32(1)(b)`. */
  readonly id: string;
  /** Heading it stands under: "Logical and physical access". */
  readonly category: string;
  /** Our own words, at most twelve. */
  readonly paraphrase: string;
  /** What CloudTrail can show for it; null: nothing. */
  readonly shows: string | null;
  /** What CloudTrail cannot show; always said. */
  readonly cannotShow: string;
  readonly queries: readonly { readonly id: string; readonly strength: Strength }[];
}

/** Ids of the user's own queries that none of the frameworks names. */
export function unmapped(queries: readonly { readonly id: string; readonly own: boolean }[], frameworks: readonly Framework[]): readonly string[] {
  const named = new Set(frameworks.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.queries.map(({ id }) => id))));
  return queries.filter(({ id, own }) => own && !named.has(id)).map(({ id }) => id);
}

/** `frameworks/<name>.yml`. */
export interface Framework {
  /** `soc2`, `gdpr`: the file's name. */
  readonly name: string;
  /** "SOC 2 evidence from CloudTrail". */
  readonly title: string;
  /** "SOC 2": for sentences. */
  readonly shortTitle: string;
  /** What its parts are called: "criterion" / "criteria", "provision" / "provisions". */
  readonly noun: { readonly one: string; readonly many: string };
  /** Edition and notices printed with it (copyright, affiliation). */
  readonly edition: string;
  readonly notice: string;
  readonly criteria: readonly Criterion[];
  readonly sha256: string;
  /** True for a framework from the user's own folder. */
  readonly own: boolean;
}
