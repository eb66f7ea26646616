import { describe, expect, it } from 'vitest';
import { terminalReport } from '../../../lib/present/terminal.ts';
import { printable, wrap } from '../../../lib/present/wrap.ts';
import { makeClaim, makeFinding, makeReport, SAMPLE_FINDINGS } from '../../support/fixtures.ts';

const ESCAPE = '\u001b';

describe('the terminal report', () => {
  it.each([80, 100, 119, 120, 160, 200])('keeps to %d columns', (width) => {
    for (const line of terminalReport(makeReport(), { width }).split('\n')) {
      expect(Array.from(line).length).toBeLessThanOrEqual(width);
    }
  });

  it('keeps the width between 80 and 200', () => {
    const longest = (width: number): number =>
      Math.max(...terminalReport(makeReport(), { width }).split('\n').map((line) => Array.from(line).length));
    expect(longest(20)).toBe(80);
    expect(longest(4000)).toBe(200);
  });

  it('holds every claim with its verdict, reading, data, date and source', () => {
    const text = terminalReport(makeReport(), { width: 200 }).replace(/\s+/g, ' ');
    expect(text).toContain('6 claims: 2 hold, 1 depends on the definition, 1 is outdated, 1 is contradicted by the data, 1 cannot be checked');
    for (const finding of SAMPLE_FINDINGS) {
      for (const item of finding.evidence) expect(text).toContain(item.source.title.split(' ')[0]);
    }
    expect(text).toContain('Contradicted by the data');
    expect(text).toContain('published 20 January 2026 · read on 20 November 2026 · data to 7 October 2026 · 1,234 words');
    expect(text).toContain('+3.4% to 7 October 2026; S&P 500 +8.1%');
    expect(text).toContain('NYSE');
  });

  it('colours only when asked', () => {
    expect(terminalReport(makeReport())).not.toContain(ESCAPE);
    const coloured = terminalReport(makeReport(), { color: true });
    expect(coloured).toContain(`${ESCAPE}[31m`);
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '').split('\n').map((line) => line.trimEnd()).join('\n')).toBe(terminalReport(makeReport()));
  });

  it('lets no escape sequence of a page through', () => {
    const finding = makeFinding({ claim: makeClaim({ quote: `P/E ${ESCAPE}[2J of\u0007 17\u202e` }) });
    const text = terminalReport(makeReport({ title: `A${ESCAPE}]0;x\u0007B`, findings: [finding] }));
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
    expect(text).toContain('P/E [2J of 17');
  });

  it('says so when nothing was found', () => {
    const text = terminalReport(makeReport({ title: null, published: null, findings: [], tickers: [] }));
    expect(text).toContain('Untitled page');
    expect(text).toContain('no publication date');
    expect(text).toContain('No claims found');
  });
});

describe('wrapping', () => {
  it('cuts a word that is longer than the line', () => {
    expect(wrap('ab abcdefgh c', 4)).toEqual(['ab', 'abcd', 'efgh', 'c']);
    expect(wrap('', 4)).toEqual(['']);
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  });

  it('folds white space and drops what does not print', () => {
    expect(printable(' a\n\tb\u00ad c\u200b ')).toBe('a b c');
  });
});
