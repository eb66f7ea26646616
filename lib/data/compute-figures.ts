/** Figures that are computed here: what companies earn, and what that makes of the funds and indices that hold them. */
import { companyFigures } from '../market/company-figures.ts';
import type { CompanyFigures, CompanySummary } from '../market/company-figures.ts';
import { summaryOf } from '../market/company-figures.ts';
import { FactsBook } from '../market/facts-book.ts';
import type { Frame } from '../market/fundamentals.ts';
import { indexFigures } from '../market/index-math.ts';
import { indexObservations } from '../market/index-observations.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { Observation } from '../market/observation.ts';
import { portfolioOf } from '../market/portfolio.ts';
import type { JoinedLine } from './database.ts';
import type { JoinedHoldings } from './join-holdings.ts';
import type { Pace } from './pace.ts';

/** What figures are computed from. */
export interface Primary {
  readonly instruments: readonly Instrument[];
  readonly holdings: readonly JoinedHoldings[];
  /** The SEC's number of the filer, by canonical symbol. */
  readonly filers: ReadonlyMap<string, number>;
  readonly frames: readonly Frame[];
  /** The day that companies' figures are to speak for, `YYYY-MM-DD`. */
  readonly asOf: string;
}

export interface Computed {
  readonly observations: readonly Observation[];
  /** What companies earned, by each of their symbols; those of which nothing is known are left out. */
  readonly companies: ReadonlyMap<InstrumentId, CompanySummary>;
}

/** Computes in steps, company by company and fund by fund, with pauses in between. */
export async function computeFigures({ instruments, holdings, filers, frames, asOf }: Primary, pace: Pace): Promise<Computed> {
  const book = new FactsBook();
  for (const frame of frames) {
    book.add(frame);
    await pace();
  }
  const now = await figuresOfAll(book, new Set(filers.values()), asOf, pace);
  const companies = new Map<InstrumentId, CompanySummary>();
  for (const { id, kind } of instruments) {
    const figures = now.get(filers.get(id) ?? Number.NaN);
    if (kind === 'stock' && figures !== undefined && isAnythingKnown(figures)) companies.set(id, summaryOf(figures));
    await pace();
  }
  const tracked = new Map(instruments.map(({ id, tracks }) => [id, tracks]));
  const observations: Observation[] = [];
  for (const one of holdings) {
    const ciks = new Set(one.lines.flatMap(({ instrument }) => filers.get(instrument ?? '') ?? []));
    const then = await figuresOfAll(book, ciks, one.asOf, pace);
    const join = (line: JoinedLine) => ({ instrument: line.instrument, cik: filers.get(line.instrument ?? '') ?? null });
    const portfolio = portfolioOf(one, (line) => join(line as JoinedLine), (cik) => then.get(cik) ?? companyFigures(book, cik, one.asOf));
    await pace();
    observations.push(...indexObservations(indexFigures(portfolio), tracked.get(one.fund) ?? null));
    await pace();
  }
  return { observations, companies };
}

async function figuresOfAll(book: FactsBook, ciks: ReadonlySet<number>, asOf: string, pace: Pace): Promise<ReadonlyMap<number, CompanyFigures>> {
  const all = new Map<number, CompanyFigures>();
  for (const cik of ciks) {
    all.set(cik, companyFigures(book, cik, asOf));
    await pace();
  }
  return all;
}

function isAnythingKnown({ netIncome, revenue, equity }: CompanyFigures): boolean {
  return [netIncome, revenue, equity].some(({ kind }) => kind === 'known');
}
