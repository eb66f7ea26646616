/** What a company earns and is worth by its own reports, in lines of a card, and what is missing for that. */
import type { CompanyReport, TickerSummary } from '../check/report.ts';
import type { Source } from '../market/observation.ts';
import { DEFAULT_LOCALE, formatDate } from './dates.ts';
import { formatFigure } from './format.ts';
import { metricName } from './metric-names.ts';
import { COMPANY_WORDS, MISSING_REPORTS, NO_MEMBERSHIP } from './company-words.ts';

/** One line of a card: a figure, what it is, and where it comes from. */
export interface CardLine {
  readonly name: string;
  readonly definition: string | null;
  readonly figure: string;
  readonly asOf: string;
  readonly source: Source;
}

/** Profit or loss, sales, market value and P/E, as far as they are known. Empty for what is no company. */
export function companyLines(company: CompanyReport | null, locale: string = DEFAULT_LOCALE): CardLine[] {
  if (company === null || company.kind === 'missing') return [];
  const { netIncome, revenue, marketValue, cik } = company;
  const url = `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${String(cik).padStart(10, '0')}&type=10-`;
  const reports: Source = { title: COMPANY_WORDS.reports, url };
  const computed: Source = { title: COMPANY_WORDS.computed, url };
  const dollars = (value: number): string => formatFigure(value, 'USD', { locale });
  const lines: CardLine[] = [];
  const add = (name: string, definition: string | null, figure: string, day: string, source: Source): void => {
    lines.push({ name, definition, figure, asOf: formatDate(day, locale), source });
  };
  if ('value' in netIncome) {
    add(netIncome.value < 0 ? COMPANY_WORDS.loss : COMPANY_WORDS.profit, COMPANY_WORDS.twelveMonths, dollars(netIncome.value), netIncome.end, reports);
  }
  if (revenue !== null) add(COMPANY_WORDS.sales, COMPANY_WORDS.twelveMonths, dollars(revenue.value), revenue.end, reports);
  if (marketValue !== null) {
    add(metricName('market_cap'), null, dollars(roundedValue(marketValue.usd)), marketValue.asOf, computed);
    if ('value' in netIncome && netIncome.value > 0) {
      const pe = marketValue.usd / netIncome.value;
      add(metricName('pe'), COMPANY_WORDS.asReported, formatFigure(pe, 'x', { locale, decimals: 1 }), marketValue.asOf, computed);
    }
  }
  return lines;
}

/** A value from an average number of shares is not known to the dollar: three digits. */
function roundedValue(usd: number): number {
  return Number(usd.toPrecision(3));
}

/** Sentences on what a card would say if it were on record, and where to turn it on. */
export function missingLines({ instrument, company, noMembership }: Pick<TickerSummary, 'instrument' | 'company' | 'noMembership'>): string[] {
  if (instrument.kind !== 'stock') return [];
  const missing: string[] = [];
  if (company?.kind === 'missing') missing.push(MISSING_REPORTS[company.reason]);
  else if (company !== null && 'missing' in company.netIncome) missing.push(MISSING_REPORTS[company.netIncome.missing]);
  if (noMembership !== null) missing.push(NO_MEMBERSHIP[noMembership]);
  return missing;
}
