import type { Pace } from './aws/retry.js';
import { loadPack } from './load-pack.js';
import type { Progress } from './progress.js';
import { artifactObstacle, uploadArtifacts } from './publish/artifact.js';
import { PublishError } from './publish/errors.js';
import { type Github, openGithub } from './publish/github.js';
import type { Published } from './publish/outputs.js';
import type { PackFacts } from './publish/pack-facts.js';
import { publishPack } from './publish/publish.js';
import { refusal } from './publish/refusals.js';
import { packReview } from './publish/review.js';
import { isFromFork, refusePublic } from './publish/visibility.js';
import type { Outcome, RunContext } from './run.js';
import { DEFAULT_DECISIONS_FILE } from './settings/parse-settings.js';
import { isOpen } from './settings/period.js';
import type { Settings } from './settings/settings.js';
import { readTemplate } from './store/template-files.js';

/** What a job knows of the place it publishes to. */
export interface PublishWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What started the workflow, as the runner wrote it down; null where it cannot be read. */
  readonly event: unknown;
  /** A secret; empty where none is given. */
  readonly token: string;
  readonly pace: Pace;
}

/** The ways out of a job, opened before any query is paid for. */
export interface Publisher {
  readonly reviewOf: (progress: Progress) => RunContext['reviewOf'];
  readonly publish: (outcome: Outcome, facts: PackFacts, context: RunContext) => Promise<Published>;
}

/** Refuses what is bound to fail, or must not be. What may still be refused later costs one place, not the pack. */
export async function openPublisher(settings: Settings, world: PublishWorld): Promise<Publisher> {
  const { to, allowPublic } = settings.publish;
  const { env, event } = world;
  const github = openGithub(world);
  const obstacle = artifactObstacle(env);
  if (github === null && to.some((destination) => destination !== 'artifact')) {
    throw new PublishError(`publish: ${to.filter((destination) => destination !== 'artifact').join(', ')} needs a token, and there is none; leave github-token out to have the job's own, or give one.`);
  }
  if (obstacle !== null && to.includes('artifact') && !to.includes('commit') && !to.includes('pull-request')) throw new PublishError(obstacle);
  if (!allowPublic) await refusePublic(event, github);
  return {
    reviewOf: (progress) => (github === null || !to.includes('pull-request') ? undefined : reviewOf(github, progress)),
    publish: (outcome, facts, context) => publish({ settings, world, github, obstacle, outcome, facts, context }),
  };
}

function reviewOf(github: Github, progress: Progress): NonNullable<RunContext['reviewOf']> {
  return async (label) => {
    try {
      return await packReview(github, label);
    } catch (error) {
      progress.warn(refusal(error, { what: "reading the previous pack's pull request", permission: 'pull-requests: read', branch: null, fromFork: false }));
      return null;
    }
  };
}

interface Going {
  readonly settings: Settings;
  readonly world: PublishWorld;
  readonly github: Github | null;
  readonly obstacle: string | null;
  readonly outcome: Outcome;
  readonly facts: PackFacts;
  readonly context: RunContext;
}

async function publish({ settings, world, github, obstacle, outcome, facts, context }: Going): Promise<Published> {
  const { env, event } = world;
  const { queries, frameworks } = await loadPack(settings);
  const [pullRequest, issue, packSummary] = await Promise.all(['pull-request', 'issue', 'pack-summary'].map((name) => readTemplate(`${name}.md.hbs`)));
  return publishPack({
    packPath: outcome.packPath,
    manifestSha256: outcome.manifestSha256,
    settings: settings.publish,
    frameworks,
    text: {
      facts,
      titles: new Map(queries.map(({ id, title, own }) => [id, own ? `${title} (own query)` : title])),
      incomplete: outcome.verdict.incomplete,
      preliminary: isOpen(settings.period, context.facts.generatedAt),
      evidenceId: outcome.evidenceId,
      decisionsFile: settings.decisions?.path ?? DEFAULT_DECISIONS_FILE,
    },
    templates: { 'pull-request': pullRequest ?? '', issue: issue ?? '', 'pack-summary': packSummary ?? '' },
    github,
    upload: obstacle === null ? () => uploadArtifacts({ packPath: outcome.packPath, reports: outcome.reports, settings: settings.publish, env }) : null,
    uploadObstacle: obstacle,
    runBranch: /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1] ?? null,
    runUrl: context.facts.runUrl,
    fromFork: isFromFork(event, env),
  });
}
