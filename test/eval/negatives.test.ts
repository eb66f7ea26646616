import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resolve } from '../../lib/check/resolve.ts';
import type { Directory } from '../../lib/check/finding.ts';
import { createDirectory } from '../../lib/data/snapshot.ts';
import { detect } from '../../lib/detect/detect.ts';
import type { Instrument } from '../../lib/market/instrument.ts';
import { articleFromPlainText } from '../../lib/text/document.ts';
import { loadReader } from '../../tools/lib/reader.ts';
import { loadBundledSnapshot } from '../support/bundled.ts';
import { PROJECT } from '../support/run.ts';

/**
 * Text that is not about markets: whatever would be marked in it is marked falsely. Own texts (recipes, law, sport,
 * forums, code and more, with capitals and the names of companies as everyday words throughout), and the read-mes,
 * licences and change logs of the installed packages, read where they lie.
 */
const OWN = join(PROJECT, 'test', 'corpus', 'negatives');
const PACKAGES = join(PROJECT, 'node_modules');
const LISTS = join(PROJECT, '..', 'shared', 'wire-samples');
const LIST_FILES = ['sec/company_tickers_exchange_2025-12.json', 'sec/company_tickers_2024-08.json', 'sec/company_tickers_mf_2024-08.json', 'nasdaqtrader/nasdaqlisted_2025-07-21.txt', 'nasdaqtrader/otherlisted_2025-07-21.txt'];

const MARKS_PER_50K = 1;
const LEAST_WORDS = 300_000;

interface Text {
  readonly name: string;
  readonly text: string;
}

const lines: string[] = [];
afterAll(() => process.stdout.write(`${lines.join('\n')}\n`));

function ownTexts(): Text[] {
  return readdirSync(OWN).map((name) => ({ name, text: readFileSync(join(OWN, name), 'utf8') }));
}

/** Each text once: packages repeat each other's licences. */
function packageTexts(): Text[] {
  const found = new Map<string, Text>();
  for (const entry of readdirSync(PACKAGES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/^(?:readme|changelog|licen[sc]e)/i.test(entry.name)) continue;
    // Node's own change log, which not every installation has, speaks of IBM's machines by IBM's name.
    if (entry.parentPath.includes(join('node_modules', 'node'))) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    if (!found.has(text)) found.set(text, { name: join(entry.parentPath, entry.name).slice(PACKAGES.length + 1), text });
  }
  return [...found.values()];
}

function countWords(texts: readonly Text[]): number {
  return texts.reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => word !== '').length, 0);
}

/** What would be marked: mentions whose instrument is certain, and claims that become findings. */
function marksIn({ name, text }: Text, directory: Directory): string[] {
  const { mentions, claims } = resolve(detect(articleFromPlainText(text)), directory);
  return [
    ...mentions.map(({ mention, instrument }) => `${name}: ${mention.notation} "${mention.text}" as ${instrument.id}, "${text.slice(Math.max(0, mention.span.start - 40), mention.span.end + 40).replace(/\s+/g, ' ')}"`),
    ...claims.map((claim) => `${name}: ${claim.metric} of ${claim.subject ?? claim.group}, "${claim.quote}"`),
  ];
}

function measure(what: string, texts: readonly Text[], directory: Directory): { marks: string[]; words: number } {
  const words = countWords(texts);
  const marks = texts.flatMap((text) => marksIn(text, directory));
  lines.push(`negatives, ${what}: ${words} words, ${marks.length} marks, ${((marks.length / words) * 50_000).toFixed(2)} in 50,000 words`);
  return { marks, words };
}

/** The bundled directory, and in it every upper-case word of the text as a symbol and every capitalised one as a company. */
function directoryOfEverything(texts: readonly Text[]): Directory {
  const instruments = new Map(loadBundledSnapshot().instruments.map((instrument) => [instrument.id, instrument]));
  const list = (symbol: string, name: string): void => {
    if (instruments.has(symbol)) return;
    const listed: Instrument = { id: symbol, kind: 'stock', symbol, name, aliases: [], exchange: 'XNAS', sector: null, tracks: null, formerSymbols: [], commonWord: false };
    instruments.set(symbol, listed);
  };
  for (const { text } of texts) {
    for (const [word] of text.matchAll(/\b[A-Z]{2,5}\b/g)) list(word, `${word} Holdings Inc.`);
    for (const [word] of text.matchAll(/\b[A-Z][a-z]{2,}\b/g)) list(`X${word.toUpperCase()}`, `${word} Inc.`);
  }
  return createDirectory([...instruments.values()]);
}

const own = ownTexts();
const all = [...own, ...packageTexts()];
const full = LIST_FILES.map((file) => join(LISTS, file)).filter((file) => existsSync(file));

describe('text that is not about markets', () => {
  it(`is at least ${LEAST_WORDS} words`, () => {
    expect(countWords(all)).toBeGreaterThanOrEqual(LEAST_WORDS);
  });

  const directories: [string, () => Directory][] = [
    ['with the bundled directory', () => loadReader().directory],
    ['with a directory in which every word is listed', () => directoryOfEverything(all)],
  ];
  if (full.length > 0) directories.push(['with the full symbol lists', () => loadReader(full).directory]);
  else lines.push(`No symbol lists in ${LISTS}: nothing was measured with them.`);

  it.each(directories)(`has at most ${MARKS_PER_50K} mark in 50,000 words %s`, (what, directory) => {
    const { marks, words } = measure(what, all, directory());
    expect((marks.length / words) * 50_000, marks.join('\n')).toBeLessThanOrEqual(MARKS_PER_50K);
  });

  it.each(directories)('has no more than one mark in the own texts %s', (what, directory) => {
    const { marks } = measure(`own texts ${what}`, own, directory());
    expect(marks.length, marks.join('\n')).toBeLessThanOrEqual(1);
  });
});
