import type { CompanyReport, TickerSummary } from '../check/report.ts';
import type { MissingReason } from '../market/ttm.ts';

export const COMPANY_WORDS = {
  profit: 'Profit',
  loss: 'Loss',
  sales: 'Sales',
  twelveMonths: 'twelve months',
  asReported: 'trailing, as reported',
  reports: 'Company reports to the SEC',
  computed: 'Computed from a fund’s price and company reports to the SEC',
} as const;

/** Why nothing is said of a company's profit. */
export const MISSING_REPORTS: Readonly<Record<MissingReason | Extract<CompanyReport, { kind: 'missing' }>['reason'], string>> = {
  'no-reports': 'No company reports are on record; the SEC can be turned on in the options.',
  'not-filed': 'None of the company reports on record is this company’s.',
  stale: 'Its newest report is too old to speak for today.',
  'quarter-missing': 'Its reports leave a quarter out, so its profit over twelve months is not known.',
  conflicting: 'Its reports disagree, so its profit is not known.',
};

/** Why no fund or index is known to hold it. */
export const NO_MEMBERSHIP: Readonly<Record<NonNullable<TickerSummary['noMembership']>, string>> = {
  'no-holdings': 'No fund’s holdings are on record; fund issuers can be turned on in the options.',
  'not-held': 'None of the funds on record holds it.',
};
