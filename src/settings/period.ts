/** A half-open interval of UTC time, `[start, end)`, by which every pack is bounded. */
export interface Period {
  /** First instant of the period, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly start: string;
  /** First instant after the period, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly end: string;
  /** Folder name of a pack over this period: `2026-10`, `2026-Q3` or `20260701-20261001`. */
  readonly label: string;
}
