import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it, vi } from 'vitest';
import { PROJECT } from '../../support/run.ts';

/**
 * Every text is hostile, so every pattern has to match in linear time. `recheck` proves it by automata, or finds the text
 * that takes longer. It runs without Java here, which is slower and as good.
 */
vi.stubEnv('RECHECK_BACKEND', 'pure');
const { check } = await import('recheck');

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

interface Found {
  readonly literals: readonly Pattern[];
  /** Calls of the constructor, whose patterns are known when the file has been run. */
  readonly built: number;
}

interface SyntaxNode {
  readonly type?: unknown;
  readonly regex?: { readonly pattern: string; readonly flags: string } | null;
  readonly callee?: { readonly name?: string };
}

/** The patterns in a file's syntax tree, whatever it stands in: comments and strings are none. */
function patternsOf(file: string, source: string): Found {
  const { program, errors } = parseSync(file, source);
  expect(errors, file).toEqual([]);
  const literals: Pattern[] = [];
  let built = 0;
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, regex, callee }: SyntaxNode = value;
    if (regex) literals.push({ source: regex.pattern, flags: regex.flags });
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') built += 1;
    for (const part of Object.values(value)) walk(part);
  };
  walk(program);
  return { literals, built };
}

/** The patterns that a file makes with the constructor while it is loaded. */
async function builtPatterns(file: string): Promise<Pattern[]> {
  const built: Pattern[] = [];
  class Recorded extends RegExp {
    constructor(source: RegExp | string, flags?: string) {
      super(source, flags);
      built.push({ source: this.source, flags: this.flags });
    }
  }
  vi.resetModules();
  vi.stubGlobal('RegExp', Recorded);
  try {
    await import(join(PROJECT, file));
  } finally {
    vi.unstubAllGlobals();
  }
  return built;
}

/** Without repetition a pattern looks at so many characters from each place and no more. */
const repeats = ({ source }: Pattern): boolean => /[*+{]/.test(source);

/**
 * Only what the proof cannot settle is searched for a bad text instead (always the same search): long counted repetitions,
 * which are linear, look to that search as if they were not.
 */
async function verdictOn({ source, flags }: Pattern): Promise<string> {
  const proof = await check(source, flags, { checker: 'automaton', maxNFASize: 1_000_000, timeout: 5_000 });
  const diagnostics = proof.status === 'unknown' ? await check(source, flags, { checker: 'fuzz', randomSeed: 1, timeout: 60_000 }) : proof;
  if (diagnostics.status === 'safe') return 'safe';
  if (diagnostics.status === 'unknown') return `unknown: ${diagnostics.error.kind}`;
  return `${diagnostics.complexity.summary} on ${diagnostics.attack.pattern}`;
}

const files = globSync('{lib,entrypoints,components}/**/*.{ts,tsx}', { cwd: PROJECT }).toSorted();
const found = new Map(files.map((file) => [file, patternsOf(file, readFileSync(join(PROJECT, file), 'utf8'))]));
const repeating = [...found].flatMap(([file, { literals }]) => literals.filter(repeats).map((pattern) => ({ file, ...pattern })));

describe('every pattern matches in linear time', () => {
  it('finds patterns where there are any', () => {
    const sample = 'const a: RegExp = /a+/giu; // /b*/\n const b = "/c/"; const c = (d: string) => new RegExp(`x${d}`);';
    expect(patternsOf('sample.ts', sample)).toEqual({ literals: [{ source: 'a+', flags: 'giu' }], built: 1 });
    expect(repeating.length).toBeGreaterThan(50);
  });

  it.each([
    [String.raw`(?:a+)+$`, 'exponential'],
    [String.raw`[\s,-]+class [a-z]$`, '2nd degree polynomial'],
    [String.raw`^(?:a|b)+$`, 'safe'],
  ])('tells what %s costs', async (source, expected) => {
    expect(await verdictOn({ source, flags: '' })).toMatch(new RegExp(`^${expected}`));
  });

  it.each(repeating)('$file: $source', { timeout: 120_000 }, async (pattern) => {
    expect(await verdictOn(pattern)).toBe('safe');
  });

  it.each(files.filter((file) => found.get(file)!.built > 0))('%s builds its patterns when it is loaded, and they are so too', { timeout: 120_000 }, async (file) => {
    const patterns = await builtPatterns(file);
    expect(patterns).toHaveLength(found.get(file)!.built);
    for (const pattern of patterns) expect(await verdictOn(pattern), pattern.source).toBe('safe');
  });
});
