/** Figures that are computed here: what companies earn, and what that makes of the funds and indices that hold them. */
import { companyFigures } from '../market/company-figures.ts';
import type { Company, CompanyFigures } from '../market/company-figures.ts';
import { FactsBook } from '../market/facts-book.ts';
import type { Frame } from '../market/fundamentals.ts';
import { heldCompanies } from '../market/held-company.ts';
import type { HeldCompany } from '../market/held-company.ts';
import { indexFigures } from '../market/index-math.ts';
import { indexObservations } from '../market/index-observations.ts';
import type { Instrument, InstrumentId } from '../market/instrument.ts';
import type { Observation } from '../market/observation.ts';
import { portfolioOf } from '../market/portfolio.ts';
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
  /** The companies of each fund, with what its figures were computed from. */
  readonly heldCompanies: ReadonlyMap<InstrumentId, readonly HeldCompany[]>;
  /** What is known of companies, by each of their symbols; those of which nothing is are left out. */
  readonly companies: ReadonlyMap<InstrumentId, Company>;
}

/** Computes in steps, company by company and fund by fund, with pauses in between. */
export async function computeFigures({ instruments, holdings, filers, frames, asOf }: Primary, pace: Pace): Promise<Computed> {
  const book = new FactsBook();
  for (const frame of frames) {
    book.add(frame);
    await pace();
  }
  const tracked = new Map(instruments.map(({ id, tracks }) => [id, tracks]));
  const observations: Observation[] = [];
  const held = new Map<InstrumentId, readonly HeldCompany[]>();
  const marketValues = new Map<number, Company['marketValue']>();
  for (const one of holdings) {
    const then = companyFigures(book, one.asOf);
    const cikOf = (instrument: InstrumentId | null): number | null => filers.get(instrument ?? '') ?? null;
    // Each is computed when it is first asked for: here, with pauses, and not all at once below.
    for (const { instrument } of one.lines) {
      const cik = cikOf(instrument);
      if (cik !== null) then(cik);
      await pace();
    }
    const portfolio = portfolioOf(one, ({ instrument }) => ({ instrument, cik: cikOf(instrument) }), then);
    await pace();
    held.set(one.fund, heldCompanies(portfolio));
    await pace();
    const figures = indexFigures(portfolio);
    await pace();
    observations.push(...indexObservations(figures, tracked.get(one.fund) ?? null));
    for (const { cik, marketValue } of portfolio.companies) {
      if (cik === null || marketValue.kind === 'missing' || (marketValues.get(cik)?.asOf ?? '') >= one.asOf) continue;
      marketValues.set(cik, { usd: marketValue.usd, asOf: one.asOf });
    }
    await pace();
  }
  const now = companyFigures(book, asOf);
  const companies = new Map<InstrumentId, Company>();
  for (const { id, kind } of instruments) {
    const cik = filers.get(id);
    const figures = kind === 'stock' && cik !== undefined ? now(cik) : null;
    if (figures !== null && isAnythingKnown(figures)) companies.set(id, { figures, marketValue: marketValues.get(figures.cik) ?? null });
    await pace();
  }
  return { observations, heldCompanies: held, companies };
}

function isAnythingKnown({ netIncome, revenue, equity }: CompanyFigures): boolean {
  return [netIncome, revenue, equity].some(({ kind }) => kind === 'known');
}
