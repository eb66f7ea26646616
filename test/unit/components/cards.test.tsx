import type { CompanyReport, TickerSummary } from '../../../lib/check/report.ts';
import { describe, expect, it, vi } from 'vitest';
import { ClaimCard } from '../../../components/card/claim-card.tsx';
import { TickerCard } from '../../../components/card/ticker-card.tsx';
import { claimView } from '../../../lib/present/claim-view.ts';
import { reasonSentence } from '../../../lib/present/reasons.ts';
import { tickerView } from '../../../lib/present/ticker-view.ts';
import { ENGLISH } from '../../../lib/present/language.ts';
import { verdictName } from '../../../lib/present/summary.ts';
import { makeClaim, makeEvidence, makeFinding, makeTicker, SAMPLE_FINDINGS, STOCK_TICKER } from '../../support/fixtures.ts';
import { press, rendered, textOf } from './render.ts';

const WORDS = ENGLISH.words.card;

const nothing = (): void => undefined;

describe('the claim card', () => {
  it.each(SAMPLE_FINDINGS.map((finding) => [finding.verdict, finding] as const))('%s: verdict, figures, reason, sources', (verdict, finding) => {
    const card = rendered(<ClaimCard words={WORDS} claims={[claimView(finding)]} onClose={nothing} />);
    expect(textOf(card.querySelector('h2'))).toBe(verdictName(verdict));
    expect(card.querySelector('h2 svg path')?.getAttribute('d')).toBeTruthy();
    expect(textOf(card)).toContain(reasonSentence(finding));
    for (const { source } of finding.evidence) expect(textOf(card)).toContain(source.title);
    expect(textOf(card)).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('shows the claim as a band and each figure as a point', () => {
    const [dependent] = SAMPLE_FINDINGS;
    const card = rendered(<ClaimCard words={WORDS} claims={[claimView(dependent ?? makeFinding())]} onClose={nothing} />);
    expect(card.querySelectorAll('.tm-band')).toHaveLength(2);
    expect(card.querySelectorAll('circle.tm-point')).toHaveLength(2);
    expect(card.querySelectorAll('circle.tm-fits')).toHaveLength(1);
    for (const figure of card.querySelectorAll('svg')) expect(figure.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('shows two lines for a comparison', () => {
    const comparison = SAMPLE_FINDINGS.find((finding) => finding.claim.metric === 'return_vs') ?? makeFinding();
    const card = rendered(<ClaimCard words={WORDS} claims={[claimView(comparison)]} onClose={nothing} />);
    expect(card.querySelectorAll('path.tm-line')).toHaveLength(2);
    expect(textOf(card.querySelector('.tm-legend'))).toContain('Russell 2000 107.9');
  });

  it('stacks several claims', () => {
    const card = rendered(<ClaimCard words={WORDS} claims={SAMPLE_FINDINGS.slice(0, 2).map((finding) => claimView(finding))} onClose={nothing} />);
    expect(card.querySelectorAll('section')).toHaveLength(2);
    expect(card.querySelectorAll('.tm-close')).toHaveLength(1);
  });

  it('links only to web addresses, and safely', () => {
    const evidence = [makeEvidence(), makeEvidence({ source: { title: 'Evil', url: 'javascript:alert(1)' }, asOf: { from: '2025-01-01', to: '2025-01-01' } })];
    const links = rendered(<ClaimCard words={WORDS} claims={[claimView(makeFinding({ evidence }))]} onClose={nothing} />).querySelectorAll('a');
    expect(Array.from(links, (link) => [link.getAttribute('href'), link.getAttribute('rel'), link.getAttribute('target')])).toEqual([
      ['https://www.ishares.com/us/products/239710/', 'noopener noreferrer', '_blank'],
    ]);
  });

  it('shows page text as text', () => {
    const finding = makeFinding({ subjectName: '<img src=x onerror=alert(1)>', claim: makeClaim({ subject: 'X' }) });
    expect(rendered(<ClaimCard words={WORDS} claims={[claimView(finding)]} onClose={nothing} />).querySelector('img')).toBeNull();
  });

  it('closes, and says which of its buttons was pressed and what came of it', () => {
    const close = vi.fn();
    const act = vi.fn();
    const claim = claimView(makeFinding());
    const card = rendered(<ClaimCard words={WORDS} claims={[claim]} onClose={close} onAct={act} />);
    press(card.querySelector('.tm-close'));
    expect(close).toHaveBeenCalledOnce();
    for (const button of card.querySelectorAll('.tm-actions button')) press(button);
    expect(act.mock.calls).toEqual(['copy', 'link', 'data', 'muted', 'wrong-match'].map((action) => [action, claim]));
    const after = rendered(<ClaimCard words={WORDS} claims={[claim]} said={{ claimId: 0, words: 'Copied' }} onClose={close} onAct={act} />);
    expect(textOf(after.querySelector('.tm-actions [role=status]'))).toBe('Copied');
  });

  it('has no way to data of a subject that is in doubt', () => {
    const doubtful = claimView(makeFinding({ claim: makeClaim({ subject: null }) }));
    const card = rendered(<ClaimCard words={WORDS} claims={[doubtful]} onClose={nothing} onAct={nothing} />);
    expect(Array.from(card.querySelectorAll('.tm-actions button'), textOf)).not.toContain('Data');
  });
});

describe('the ticker card', () => {
  it('names the instrument, what it tracks, its figures and its return', () => {
    const text = textOf(rendered(<TickerCard words={WORDS} ticker={tickerView(makeTicker(), '2026-10-07')} claims={SAMPLE_FINDINGS.slice(0, 1).map((finding) => claimView(finding))} onClose={nothing} />));
    for (const part of ['Vanguard Russell 2000 ETF', 'VTWO · Nasdaq · Fund', 'Tracks Russell 2000', '+3.4%', '+8.1%', 'loss-makers left out', '32.1', 'Data to 7 October 2026', 'Depends on the definition']) {
      expect(text).toContain(part);
    }
  });

  it('shows what a company earned and is worth', () => {
    const company: CompanyReport = { kind: 'known', cik: 1664703, netIncome: { value: -12_300_000, end: '2026-06-30' }, revenue: { value: 1_600_000_000, end: '2026-06-30' }, marketValue: { usd: 24_512_345_678, asOf: '2026-07-14' } };
    const of = (over: Partial<TickerSummary>) => textOf(rendered(<TickerCard words={WORDS} ticker={tickerView({ ...STOCK_TICKER, ...over }, '2026-10-07')} claims={[]} onClose={nothing} />));
    const text = of({ company });
    for (const part of ['Loss, twelve months−$12.3 million', '30 June 2026', 'Sales, twelve months$1.6 billion', '$24.5 billion', '14 July 2026']) expect(text).toContain(part);
    expect(text).not.toContain('P/E');
    expect(text).not.toContain('No valuation figure');
    expect(of({ company: { ...company, netIncome: { value: 1_000_000_000, end: '2026-06-30' } } })).toContain('P/E ratio, trailing, as reported24.5');
    expect(of({ company: { ...company, netIncome: { missing: 'quarter-missing' } } })).toContain('leave a quarter out');
  });

  it('says what is missing', () => {
    const text = textOf(rendered(<TickerCard words={WORDS} ticker={tickerView(STOCK_TICKER, '2026-10-07')} claims={[]} onClose={nothing} />));
    expect(text).toContain('No valuation figure is on record.');
    expect(text).toContain('No price series is on record');
    expect(text).toContain('Russell 2000');
    expect(text).toContain('0.64%');
    const bare: TickerSummary = { ...STOCK_TICKER, memberships: [], noMembership: 'no-holdings', company: { kind: 'missing', reason: 'no-reports' } };
    const bareText = textOf(rendered(<TickerCard words={WORDS} ticker={tickerView(bare, '2026-10-07')} claims={[]} onClose={nothing} />));
    expect(bareText).toContain('No fund’s holdings are on record; fund issuers can be turned on in the options.');
    expect(bareText).toContain('No company reports are on record; the SEC can be turned on in the options.');
  });

  it('jumps to a claim', () => {
    const show = vi.fn();
    const card = rendered(<TickerCard words={WORDS} ticker={tickerView(makeTicker(), '2026-10-07')} claims={SAMPLE_FINDINGS.slice(2, 3).map((finding) => claimView(finding))} onClose={nothing} onShow={show} />);
    press(card.querySelector('.tm-jump'));
    expect(show).toHaveBeenCalledWith(2);
  });
});
