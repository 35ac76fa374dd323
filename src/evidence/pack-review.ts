/** The pull request by which a pack was taken into the repository: who approved and who merged it, as GitHub tells. */
export interface PackReview {
  readonly pullRequest: number;
  readonly url: string;
  /** Login; null where GitHub names nobody. */
  readonly mergedBy: string | null;
  /** ISO 8601 UTC. */
  readonly mergedAt: string;
  /** Approvals that stood when it was merged, in order of time. */
  readonly approvals: readonly { readonly login: string; readonly at: string }[];
}
