import type { ReportInput } from './input.js';
import type { Section } from './blocks.js';
import { criteriaSection } from './sections/criteria.js';
import { glossary, limits, runRecord, sqlAppendix } from './sections/appendices.js';
import { changesSection } from './sections/changes.js';
import { contextOf } from './sections/context.js';
import { type Cover, cover } from './sections/cover.js';
import { exceptionsSection } from './sections/exceptions.js';
import { integrityAppendix } from './sections/integrity.js';
import { matrixSection } from './sections/matrix.js';
import { ownAppendix } from './sections/own-queries.js';
import { queriesSection } from './sections/queries.js';
import { reliabilitySection } from './sections/reliability.js';
import { scopeSection } from './sections/scope.js';
import { selfTestAppendix } from './sections/self-test.js';
import { signOffSection } from './sections/sign-off.js';
import { summarySection } from './sections/summary.js';
import { useSection } from './sections/use.js';

/** A framework's report before it is set in Markdown or HTML. Both print these sections with these numbers. */
export interface ReportView {
  /** Title of the document, with the whole evidence id, for a file's own metadata. */
  readonly documentTitle: string;
  readonly cover: Cover;
  /** What runs along every page but the cover. */
  readonly running: { readonly left: string; readonly right: string; readonly foot: string };
  readonly sections: readonly Section[];
  /** Instant the report bears, ISO 8601 UTC. */
  readonly generatedAt: string;
}

export function buildReport(input: ReportInput): ReportView {
  const context = contextOf(input);
  const { period, report } = input.settings;
  return {
    documentTitle: `${input.framework.title}, ${context.entity}, ${period.label}, evidence id ${input.evidenceId}`,
    cover: cover(context),
    running: {
      left: `${input.framework.title} · ${context.entity}${input.preliminary ? ' · Preliminary' : ''}`,
      right: report.classification,
      foot: `Evidence ${input.evidenceId.slice(0, 12)} · ${period.start} to ${period.end}`,
    },
    sections: [
      useSection(context),
      summarySection(context),
      scopeSection(context),
      reliabilitySection(context),
      matrixSection(context),
      criteriaSection(context),
      queriesSection(context),
      exceptionsSection(context),
      changesSection(context),
      signOffSection(context),
      runRecord(context),
      limits(context),
      sqlAppendix(context),
      integrityAppendix(context),
      glossary(),
      selfTestAppendix(context),
      ...ownAppendix(context),
    ],
    generatedAt: input.facts.generatedAt,
  };
}
