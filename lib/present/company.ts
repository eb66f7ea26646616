/** What a company earns and is worth by its own reports, in lines of a card, and what is missing for that. */
import type { CompanyReport, TickerSummary } from '../check/report.ts';
import type { Source } from '../market/observation.ts';
import { formatDate } from './dates.ts';
import { formatFigure } from './format.ts';
import { metricName } from './metric-names.ts';
import { ENGLISH, type Language } from './language.ts';
import { wordOf } from './word-of.ts';

/** One line of a card: a figure, what it is, and where it comes from. */
export interface CardLine {
  readonly name: string;
  readonly definition: string | null;
  readonly figure: string;
  readonly asOf: string;
  readonly source: Source;
}

/** Profit or loss, sales, market value and P/E, as far as they are known. Empty for what is no company. */
export function companyLines(company: CompanyReport | null, language: Language = ENGLISH): CardLine[] {
  if (company === null || company.kind === 'missing') return [];
  const { netIncome, revenue, marketValue, cik } = company;
  const words = language.words.company;
  const url = `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${String(cik).padStart(10, '0')}&type=10-`;
  const reports: Source = { title: words.reports, url };
  const computed: Source = { title: words.computed, url };
  const dollars = (value: number): string => formatFigure(value, 'USD', { language });
  const lines: CardLine[] = [];
  const add = (name: string, definition: string | null, figure: string, day: string, source: Source): void => {
    lines.push({ name, definition, figure, asOf: formatDate(day, language), source });
  };
  if ('value' in netIncome) {
    add(netIncome.value < 0 ? words.loss : words.profit, words.twelveMonths, dollars(netIncome.value), netIncome.end, reports);
  }
  if (revenue !== null) add(words.sales, words.twelveMonths, dollars(revenue.value), revenue.end, reports);
  if (marketValue !== null) {
    add(metricName('market_cap', language), null, dollars(roundedValue(marketValue.usd)), marketValue.asOf, computed);
    if ('value' in netIncome && netIncome.value > 0) {
      const pe = marketValue.usd / netIncome.value;
      add(metricName('pe', language), words.asReported, formatFigure(pe, 'x', { language, decimals: 1 }), marketValue.asOf, computed);
    }
  }
  return lines;
}

/** A value from an average number of shares is not known to the dollar: three digits. */
function roundedValue(usd: number): number {
  return Number(usd.toPrecision(3));
}

/** Sentences on what a card would say if it were on record, and where to turn it on. */
export function missingLines(
  { instrument, company, noMembership }: Pick<TickerSummary, 'instrument' | 'company' | 'noMembership'>,
  { words }: Language = ENGLISH,
): string[] {
  if (instrument.kind !== 'stock') return [];
  const missing: string[] = [];
  if (company?.kind === 'missing') missing.push(wordOf(words.missingReports, company.reason));
  else if (company !== null && 'missing' in company.netIncome) missing.push(wordOf(words.missingReports, company.netIncome.missing));
  if (noMembership !== null) missing.push(wordOf(words.noMembership, noMembership));
  return missing;
}
