import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detect } from '../../lib/detect/detect.ts';
import { articleFromPlainText } from '../../lib/text/document.ts';
import { PROJECT } from '../support/run.ts';

/** What is a cashtag by its letters alone. The project's own cases always run, those of twitter-text where they lie. */
const TWITTER_TEXT = join(PROJECT, '..', 'shared', 'corpus', 'external', 'twitter-text', 'extract.yml');

/** Cashtags of a text without their dollar sign, with their offsets. */
function cashtags(text: string): { cashtag: string; indices: [number, number] }[] {
  return detect(articleFromPlainText(text))
    .mentions.filter(({ notation }) => notation === 'cashtag')
    .map(({ text: words, span }) => ({ cashtag: words.slice(1), indices: [span.start, span.end] }));
}

describe('cashtags', () => {
  it.each<[string, readonly string[]]>([
    ['long $IWM, short $QQQ', ['IWM', 'QQQ']],
    ['$iwm and $Iwm', ['iwm', 'Iwm']],
    ['class shares $BRK.B $BF-B $HEI/A $LEN_B', ['BRK.B', 'BF-B', 'HEI/A', 'LEN_B']],
    ['the end is $IWM.', ['IWM']],
    ['is it $IWM? $SPY! ($DIA), "$MDY" and “$RSP”', ['IWM', 'SPY', 'DIA', 'MDY', 'RSP']],
    ['**$PATH** and _$SNAP_ in bold', ['PATH', 'SNAP']],
    ['$AAPL/$MSFT pair', ['AAPL', 'MSFT']],
    ['$AAPL,$MSFT;$GOOG', ['AAPL', 'MSFT', 'GOOG']],
    ['it cost $12, $3.5B or $1K', []],
    ['$A1 $1A $12AB $AB12', []],
    ['$ABCDEFG is too long', []],
    ['US$AAPL a$AAPL 5$AAPL .$AAPL $$AAPL #$AAPL', []],
    ['$ AAPL', []],
    ['${HOME} $(ls) $_GET $é', []],
    ['$BRK.', ['BRK']],
    ['$BRK.ABC', ['BRK']],
  ])('%s', (text, expected) => {
    expect(cashtags(text).map(({ cashtag }) => cashtag)).toEqual(expected);
  });
});

interface Case {
  description: string;
  text: string;
  cashtags: string[];
  indices: [number, number][];
}

/** The file is YAML of one shape: strings and lists of strings as in JSON, one key a line. */
function casesOf(yaml: string, section: string): Case[] {
  const start = yaml.indexOf(`\n  ${section}:\n`);
  if (start < 0) throw new Error(`there is no section ${section}`);
  const cases: Case[] = [];
  for (const line of yaml.slice(start + section.length + 4).split('\n')) {
    const [, key = '', value = ''] = /^\s*(?:- )?(\w+):\s*(.*)$/.exec(line) ?? [];
    if (/^ {2}\w/.test(line)) break;
    const last = cases.at(-1);
    if (key === 'description') cases.push({ description: JSON.parse(value) as string, text: '', cashtags: [], indices: [] });
    else if (last === undefined || value === '') continue;
    else if (key === 'text') last.text = JSON.parse(value) as string;
    else if (key === 'expected') last.cashtags = JSON.parse(value) as string[];
    else if (key === 'cashtag') last.cashtags.push(JSON.parse(value) as string);
    else if (key === 'indices') last.indices.push(JSON.parse(value) as [number, number]);
  }
  return cases;
}

describe('cashtags of twitter-text', () => {
  if (!existsSync(TWITTER_TEXT)) {
    it('are not there, so only the own cases were read', () => {
      process.stdout.write(`No ${TWITTER_TEXT}: only the project's own cashtags were read.\n`);
      expect(existsSync(TWITTER_TEXT)).toBe(false);
    });
    return;
  }
  const yaml = readFileSync(TWITTER_TEXT, 'utf8');
  const plain = casesOf(yaml, 'cashtags');
  const placed = casesOf(yaml, 'cashtags_with_indices');

  it('are read from the file', () => {
    expect([plain.length, placed.length]).toEqual([8, 2]);
  });

  it.each(plain)('$description: $text', ({ text, cashtags: expected }) => {
    expect(cashtags(text).map(({ cashtag }) => cashtag)).toEqual(expected);
  });

  it.each(placed)('$description with indices: $text', ({ text, cashtags: expected, indices }) => {
    expect(cashtags(text)).toEqual(expected.map((cashtag, at) => ({ cashtag, indices: indices[at] })));
  });
});
