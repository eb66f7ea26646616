import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../lib/market/calendar.ts';
import { FactsBook } from '../../../lib/market/facts-book.ts';
import type { FundamentalTag } from '../../../lib/market/fundamentals.ts';
import { trailingTwelveMonths } from '../../../lib/market/ttm.ts';
import { frameWith } from '../../support/filings.ts';

/**
 * Twelve months from the SEC's frames beside the same from what a company states for the year so far, which no frame has:
 * year + so far − so far a year before. Marvell's fiscal years end on a Saturday around the end of January; one has 53 weeks.
 */
const FILE = new URL('../../../../shared/wire-samples/sec/companyfacts_MRVL.json', import.meta.url);

interface Fact {
  readonly start?: string;
  readonly end: string;
  readonly val: number;
  readonly accn: string;
  readonly filed: string;
  /** Set on the one fact that the SEC takes into a frame. */
  readonly frame?: string;
}

interface Company {
  readonly cik: number;
  readonly facts: { readonly 'us-gaap': Readonly<Record<string, { readonly units: Readonly<Record<string, readonly Fact[]>> }>> };
}

const daysOf = ({ start, end }: { start?: string; end: string }): number => dayNumber(end) - dayNumber(start ?? end);

describe.runIf(existsSync(FILE))('twelve months of a real company', () => {
  it.each(['NetIncomeLoss', 'RevenueFromContractWithCustomerExcludingAssessedTax'] as const satisfies readonly FundamentalTag[])('%s', (tag) => {
    const body = JSON.parse(readFileSync(FILE, 'utf8')) as Company;
    const facts = body.facts['us-gaap'][tag]?.units.USD ?? [];
    const framed = facts.filter(({ frame }) => frame !== undefined);
    const rows = framed.map(({ start = null, end, val, accn }) => ({ cik: body.cik, start, end, value: val, accession: accn }));
    const book = new FactsBook([frameWith(tag, rows)]);
    // The newest filing of each span.
    const stated = new Map(facts.toSorted((a, b) => (a.filed < b.filed ? -1 : 1)).map((fact) => [`${fact.start} ${fact.end}`, fact]));
    const all = [...stated.values()];
    const soFar = all.filter((fact) => daysOf(fact) > 80 && daysOf(fact) < 290);
    const years = all.filter((fact) => daysOf(fact) > 350);
    let compared = 0;
    for (const now of soFar) {
      const year = years.find(({ end }) => dayNumber(now.start ?? '') - dayNumber(end) === 1);
      const before = soFar.find((one) => one.start === year?.start && Math.abs(daysOf(one) - daysOf(now)) <= 7);
      if (year === undefined || before === undefined) continue;
      const end = dayNumber(now.end);
      const figure = trailingTwelveMonths(book.factsOf(body.cik, tag), { from: end, to: end });
      // Quarters are rounded one by one, to hundreds of thousands.
      expect(figure.kind === 'known' && Math.abs(figure.value - (year.val + now.val - before.val)), `to ${now.end}`).toBeLessThanOrEqual(400_000);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(14);
  });
});

if (!existsSync(FILE)) console.info("No company's facts are beside the project: twelve months were not compared with what a company states for the year so far.");
