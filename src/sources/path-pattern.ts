/** A pattern such as `logs/**\/*.json.gz`, split into the folder to walk and the test a path must pass. */
export interface PathPattern {
  /** The folders before the first wildcard; empty: the working folder. */
  readonly base: string;
  /** True where the pattern matches the path itself. */
  readonly matches: (path: string) => boolean;
  /** True where the pattern matches the path or a folder above it. */
  readonly matchesBelow: (path: string) => boolean;
  /** The pattern ends in an ending of its own (`*.log`): it names files, not folders. */
  readonly namesEnding: boolean;
}

const WILDCARD = /[*?{]/;

export function isPattern(given: string): boolean {
  return WILDCARD.test(given);
}

/** `*` and `?` stay within one folder name, `**` spans folders, `{a,b}` is a choice; anything else stands for itself. */
export function parsePattern(pattern: string): PathPattern {
  const segments = pattern.split('/');
  const firstWild = segments.findIndex((segment) => WILDCARD.test(segment));
  const fixed = segments.slice(0, firstWild === -1 ? segments.length - 1 : firstWild);
  const expressions = choices(pattern).map((choice) => choice.split('/').map(segmentExpression).join('/').replaceAll(`${ANY_FOLDERS}/`, ANY_FOLDERS));
  const itself = new RegExp(`^(?:${expressions.join('|')})$`, 's');
  const below = new RegExp(`^(?:${expressions.join('|')})(?:/.*)?$`, 's');
  return {
    base: fixed.length === 1 && fixed[0] === '' ? '/' : fixed.join('/'),
    matches: (path) => itself.test(path),
    matchesBelow: (path) => below.test(path),
    namesEnding: /\.[^/*?.]+$/.test(pattern),
  };
}

const ANY_FOLDERS = '(?:[^/]+/)*';

function segmentExpression(segment: string, index: number, all: readonly string[]): string {
  if (segment === '**') return index === all.length - 1 ? '.*' : ANY_FOLDERS;
  return segment.replace(/[.+^$()|[\]{}\\]/g, '\\$&').replace(/\*+/g, '[^/]*').replace(/\?/g, '[^/]');
}

/** Writes out `{a,b}`, innermost last, into one pattern a choice. An unclosed brace stands for itself. */
function choices(pattern: string): string[] {
  const brace = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (brace === null) return [pattern];
  const before = pattern.slice(0, brace.index);
  const after = pattern.slice(brace.index + brace[0].length);
  return (brace[1] ?? '').split(',').flatMap((choice) => choices(`${before}${choice}${after}`));
}
