/** What a control owner can say of an exception: the closed list. An exception nobody has decided is undecided, which is no disposition. */
export const DISPOSITIONS = ['expected-authorised', 'expected-break-glass', 'false-positive-query', 'control-failure-remediated', 'control-failure-open'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** The dispositions as reports print them. */
export const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  'expected-authorised': 'Expected, authorised',
  'expected-break-glass': 'Expected, break-glass use',
  'false-positive-query': 'False positive of the query',
  'control-failure-remediated': 'Control failure, remediated',
  'control-failure-open': 'Control failure, open',
};

/** Stands in a stub where a person has to write; a decisions file that still holds it is refused. */
export const FILL_IN = 'FILL-IN';

/** `ROOT-01-0123456789ab`: the id of the query, then twelve hex digits. */
export const EXCEPTION_ID_FORM = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+-[0-9a-f]{12}$/;
export const QUERY_ID_FORM = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/;

export function queryOfException(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}

/** Exceptions of one query that are alike. At least one condition stands beside the query; all that stand must hold. */
export interface DecisionMatch {
  readonly query: string;
  readonly actor: string | null;
  readonly resource: string | null;
  /** Twelve digits. */
  readonly account: string | null;
  readonly eventNames: readonly string[] | null;
  /** First instant, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly from: string | null;
  /** First instant no longer meant. */
  readonly to: string | null;
}

interface Said {
  readonly disposition: Disposition;
  readonly reason: string;
  readonly ticket: string | null;
  readonly owner: string;
  readonly approver: string;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  /** Last day on which it counts, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** A decision of the decisions file: about one exception by its id, or about those that fit a match. */
export type Decision = Said & ({ readonly exception: string; readonly match: null } | { readonly exception: null; readonly match: DecisionMatch });

/** The decisions of a decisions file, in its order. */
export interface DecisionsFile {
  /** As it was given. */
  readonly path: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly decisions: readonly Decision[];
}
