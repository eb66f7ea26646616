import type { NoteCode, ReasonCode, Verdict, Finding } from '../check/finding.ts';
import type { Qualifier } from '../detect/detection.ts';
import type { Definition } from '../market/metric.ts';

/**
 * The present room: findings and reports to words and figures. Pure, no markup, no clock; knows nothing of pages,
 * storage or the network.
 *
 * This file is its English catalogue: every word a reader sees that this room makes. Slots stand in braces and are
 * filled by `fill`; a sentence is never put together from fragments that only English would join in that order,
 * except inside the evidence phrases below. Long as a catalogue is: whoever changes the tone wants it in one place.
 */

export const VERDICT_WORDS: Record<Verdict, string> = {
  supported: 'Holds',
  'definition-dependent': 'Depends on the definition',
  outdated: 'Outdated',
  contradicted: 'Contradicted by the data',
  unverifiable: 'Cannot be checked',
};

/** What the verdict means, for tool tips and the welcome page. */
export const VERDICT_MEANINGS: Record<Verdict, string> = {
  supported: 'A dated figure of the same kind agrees with the article.',
  'definition-dependent': 'Right under one accepted definition, not under another; the article does not say which.',
  outdated: 'Right when it was published; the latest figures differ.',
  contradicted: 'No figure on record fits, under any definition.',
  unverifiable: 'No data near enough, or not a statement that data can decide.',
};

/** Summary fragments: singular and plural, after the count. */
export const VERDICT_COUNTS: Record<Verdict, readonly [string, string]> = {
  supported: ['holds', 'hold'],
  'definition-dependent': ['depends on the definition', 'depend on the definition'],
  outdated: ['is outdated', 'are outdated'],
  contradicted: ['is contradicted by the data', 'are contradicted by the data'],
  unverifiable: ['cannot be checked', 'cannot be checked'],
};

export const SUMMARY = {
  none: 'No claims found',
  claims: ['{n} claim', '{n} claims'],
  tickers: ['{n} ticker', '{n} tickers'],
  undated: 'no date on the page',
  old: 'The article is more than a year old; its figures are judged as of {date}.',
} as const;

/** As a label: "loss-makers left out". */
export const DEFINITION_LABELS: Record<Definition, string> = {
  excl_negative: 'loss-makers left out',
  incl_negative: 'every company counted',
  trailing: 'trailing earnings',
  forward: 'forward earnings',
  operating: 'operating earnings',
  as_reported: 'reported earnings',
  total_return: 'dividends reinvested',
  price_return: 'price only',
  by_count: 'by number of companies',
  by_weight: 'by weight',
  other_basis: 'in a way that is not on record',
};

/** As an adverbial before the figure: "with loss-makers left out the figure was 17.4". */
export const DEFINITION_ADVERBIALS: Record<Definition, string> = {
  excl_negative: 'with loss-makers left out',
  incl_negative: 'counting every company',
  trailing: 'on trailing earnings',
  forward: 'on forward earnings',
  operating: 'on operating earnings',
  as_reported: 'on reported earnings',
  total_return: 'with dividends',
  price_return: 'without dividends',
  by_count: 'by number of companies',
  by_weight: 'by weight',
  other_basis: 'in a way that is not on record',
};

export const DEFINITION_NOT_STATED = 'definition not stated';
export const PERIOD_NOT_STATED = 'period not stated';
export const SUBJECT_UNCLEAR = 'subject unclear';
export const ANNUALISED = 'annualised';
export const FORECAST = 'forecast';
export const READ_AGAINST: Readonly<Record<string, string>> = {
  return_vs: 'Return against {benchmark}',
  streak: 'Streak against {benchmark}',
};
export const READ_COMPONENT = '{metric}: {component}';
export const TOP10 = 'ten largest holdings';
/** The component of a claim about several holdings or sectors added up. */
export const SEVERAL = 'several together';
export const READ_AS_OF = 'as of {date}';

export const QUALIFIED: Record<Qualifier, string> = {
  exact: '{figure}',
  about: 'about {figure}',
  nearly: 'nearly {figure}',
  over: 'more than {figure}',
  under: 'less than {figure}',
  'up to': 'up to {figure}',
  range: '{figure}',
};

/** Rules state floors and ceilings, which are exact. */
export const QUALIFIED_RULE: Record<Qualifier, string> = {
  ...QUALIFIED,
  over: 'at least {figure}',
  under: 'at most {figure}',
};

export const FIGURES = {
  range: '{low} to {high}',
  above: 'over {figure}',
  below: 'under {figure}',
  gain: 'a gain of {figure}',
  fall: 'a fall of {figure}',
  lead: 'a lead of {figure}',
  lag: 'a lag of {figure}',
  up: 'up {figure}',
  down: 'down {figure}',
  ahead: '{figure} ahead',
  behind: '{figure} behind',
  percentagePoint: '{n} percentage point',
  percentagePoints: '{n} percentage points',
  pp: '{n} pp',
  points: '{n} points',
  thousandScales: [
    [1e12, '{n} trillion'],
    [1e9, '{n} billion'],
    [1e6, '{n} million'],
  ],
  yes: 'yes',
  no: 'no',
  unknown: 'not on record',
} as const;

/** Frequencies as written in schedules (`annual:June`). */
export const SCHEDULES: Readonly<Record<string, string>> = {
  annual: 'once a year',
  'semi-annual': 'twice a year',
  semiannual: 'twice a year',
  quarterly: 'every quarter',
  monthly: 'every month',
  continuous: 'continuously, as needed',
  'as-needed': 'continuously, as needed',
  'rank day': 'rank day',
};

export const SCHEDULE_IN = '{frequency}, in {months}';
export const AND = ' and ';

export const DATES = {
  on: 'on {date}',
  in: 'in {date}',
  between: 'between {from} and {to}',
  span: '{from} to {to}',
  fromTo: 'from {from} to {to}',
  to: 'to {date}',
  since: 'since {date}',
  quarter: 'the {ordinal} quarter of {year}',
  ordinals: ['first', 'second', 'third', 'fourth'],
} as const;

/** Streaks and records, by the forms of `market/streak.ts`. */
export const STREAKS = {
  units: {
    year: ['calendar year', 'calendar years'],
    quarter: ['quarter', 'quarters'],
    month: ['month', 'months'],
    week: ['week', 'weeks'],
    day: ['day', 'days'],
  },
  directions: { up: 'up', down: 'down', ahead: 'ahead', behind: 'behind' },
  run: '{n} {units} {direction} in a row',
  notSince: 'no {unit} {direction} since {since}',
  best: 'the best {unit} since {since}',
  worst: 'the worst {unit} since {since}',
  bestEver: 'the best {unit} on record',
  worstEver: 'the worst {unit} on record',
} as const;

export const PERIODS = {
  ytd: 'this year to {until}',
  ytdOpen: 'this year so far',
  mtd: 'this month to {until}',
  mtdOpen: 'this month so far',
  qtd: 'this quarter to {until}',
  qtdOpen: 'this quarter so far',
  day: 'on the day',
  dayOf: 'on {until}',
  week: 'over the week',
  n: { D: ['1 day', '{n} days'], W: ['1 week', '{n} weeks'], M: ['1 month', '{n} months'], Y: ['1 year', '{n} years'] },
  since: 'since {date}',
  sinceTo: 'since {date}, to {until}',
  calendar: 'calendar year {year}',
  range: '{from} to {to}',
  average: '{n}-year average',
  inception: 'since launch',
} as const;

/** Nouns before "was" in evidence phrases. */
export const EVIDENCE_NOUNS = {
  figure: 'the figure',
  return: 'the return',
  difference: 'the difference',
  rule: 'the rule',
} as const;

/** Evidence phrases. `tail` is the date and the source, left out where the phrase before said the same. */
export const EVIDENCE = {
  plain: '{noun} was {figure}{tail}',
  standing: '{noun} has been {figure}{tail}',
  defined: '{definition} {noun} was {figure}{tail}',
  further: '{definition} it was {figure}{tail}',
  furtherPlain: 'it was {figure}{tail}',
  party: '{name} {figure}{tail}',
  source: '({source})',
  year: '{figure} {when}',
  latest: '{figure}{tail}',
  latestDefined: '{definition} {figure}{tail}',
  rule: 'the rule on record is {figure} ({source})',
  partial: 'partial: {coverage}',
  partialShort: 'partial',
} as const;

export const THE_INSTRUMENT = 'the instrument';
export const THE = 'the {name}';

export const SAYS = 'The article says {figure}';
export const BEYOND = { above: 'well above', below: 'well below', past: 'well past' } as const;

/**
 * One sentence for each reason. `full` is used when every slot of it can be filled from the finding, else `bare`, whose
 * slots (`says`, `metric`, `subject`) every finding can fill.
 */
export const REASONS: Record<ReasonCode, { readonly full: string; readonly bare: string }> = {
  fits: { full: '{says}; {fitting}.', bare: '{says}; the data on record agree.' },
  'fits-stated-definition': {
    full: '{says}, {definition}; on that definition {fittingPlain}.',
    bare: '{says}; the data on record agree on the definition it states.',
  },
  'fits-one-definition': {
    full: '{says} but not how it was counted; {fitting}, {contrary}.',
    bare: '{says} but not how it was counted; it fits one accepted definition and not another.',
  },
  'fits-understated': {
    full: '{says}; the data are {direction} that: {fitting}.',
    bare: '{says}; the data on record agree and go well past it.',
  },
  'fits-price-return': {
    full: '{says}; {fitting}.',
    bare: '{says}; the return without dividends agrees.',
  },
  'fits-total-return': {
    full: '{says}; {fitting}.',
    bare: '{says}; the return with dividends agrees.',
  },
  'fits-rule': { full: '{says}; {rule}.', bare: '{says}; the rule on record agrees.' },
  'fits-streak': {
    full: 'Every period on record that the claim covers agrees: {then}.',
    bare: 'Every period on record that the claim covers agrees.',
  },
  'order-depends-on-definition': {
    full: '{says}; whether that holds turns on the definition: {then}.',
    bare: '{says}; whether that holds turns on the definition.',
  },
  'changed-since': {
    full: '{says}, which was right then: {fitting}. The latest on record: {now}.',
    bare: '{says}, which was right then; the latest figures on record differ.',
  },
  'rule-changed-since': {
    full: '{says}, which was the rule then. Today {nowRule}.',
    bare: '{says}, which was the rule then; another is in force today.',
  },
  'outside-every-definition': {
    full: '{says}; no figure on record near that date fits: {then}.',
    bare: '{says}; no figure on record near that date fits, under any definition.',
  },
  'outside-stated-definition': {
    full: '{says}, {definition}; on that definition {contraryPlain}.',
    bare: '{says}; the figure on record for the definition it states is another.',
  },
  'outside-return': {
    full: '{says}; {then}.',
    bare: '{says}; the return computed from closing levels is another, with dividends or without.',
  },
  'outside-rule': { full: '{says}; {rule}.', bare: '{says}; the rule on record is another.' },
  'streak-broken': {
    full: 'The record holds a counterexample: {counterexample}.',
    bare: 'The record holds a counterexample to the claim.',
  },
  forecast: {
    full: 'This is a forecast, a target or a condition; data cannot decide it today.',
    bare: 'This is a forecast, a target or a condition; data cannot decide it today.',
  },
  'no-subject': {
    full: 'The text does not say clearly whose {metric} this is.',
    bare: 'The text does not say clearly whose {metric} this is.',
  },
  'ambiguous-subject': {
    full: 'This {metric} could belong to more than one instrument that the text names.',
    bare: 'This {metric} could belong to more than one instrument that the text names.',
  },
  'not-plainly-said': {
    full: 'The figure on record is another ({then}), but the text leaves open whom or which time it means.',
    bare: 'The text leaves open whom or which time this {metric} means.',
  },
  'no-date': {
    full: 'The page has no date, so it is not known which day’s figure to compare; on record: {then}.',
    bare: 'The page has no date, so it is not known which day’s figure to compare.',
  },
  'no-data': {
    full: 'No {metric} is on record for {subject}.',
    bare: 'No {metric} is on record for {subject}.',
  },
  'no-data-near': {
    full: 'The nearest figure on record is too far from the date in question to decide: {then}.',
    bare: 'No {metric} of {subject} is on record near the date in question.',
  },
  'only-partial-data': {
    full: '{says}; what could be computed leaves out too much of {subject} to decide: {then}.',
    bare: '{says}; what could be computed leaves out too much of {subject} to decide.',
  },
  'data-too-coarse': {
    full: 'The levels on record have no close for the very days this turns on; the nearest: {then}.',
    bare: 'The levels on record have no close for the very days this turns on.',
  },
  'definition-not-on-record': {
    full: 'No figure {definition} is on record near that date; on record: {then}.',
    bare: 'No figure under the definition it states is on record near that date.',
  },
  'only-other-definition': {
    full: '{says}; only another definition is on record near that date: {then}.',
    bare: '{says}; only figures under another definition are on record near that date.',
  },
  'only-other-basis': {
    full: '{says}; only the other kind of return is on record, and it leaves the question open: {then}.',
    bare: '{says}; only the other kind of return, with or without dividends, is on record and leaves the question open.',
  },
  'period-unclear': {
    full: 'The text does not say clearly over which period this {metric} is meant.',
    bare: 'The text does not say clearly over which period this {metric} is meant.',
  },
  'too-close-to-call': {
    full: '{says}; the data neither fit that nor clearly rule it out: {then}.',
    bare: '{says}; the data on record neither fit that nor clearly rule it out.',
  },
  'sources-disagree': {
    full: '{says}; sources disagree: {then}.',
    bare: '{says}; the sources on record disagree.',
  },
  'not-checkable': {
    full: 'No data are kept for this kind of figure ({metric}).',
    bare: 'No data are kept for this kind of figure ({metric}).',
  },
};

/** Remarks; `full` and `bare` as above. */
export const NOTES: Record<NoteCode, { readonly full: string; readonly bare: string }> = {
  'points-not-percent': {
    full: 'The difference of two percentages is meant: percentage points.',
    bare: 'The difference of two percentages is meant: percentage points.',
  },
  'fund-for-index': {
    full: 'Figures of {dataName} stand for {subject}, which that fund tracks.',
    bare: 'Figures of a fund stand for the index that it tracks.',
  },
  'index-for-fund': {
    full: 'Figures of {dataName} stand for {subject}, which tracks that index.',
    bare: 'Figures of the index stand for the fund that tracks it.',
  },
  'proxy-for-small-caps': {
    full: 'No index is named; the words were read as {readAs}, and other index families can differ.',
    bare: 'No index is named; a usual index was taken for the words, and other index families can differ.',
  },
  'leaves-out-loss-makers': {
    full: 'That figure leaves out companies that lose money; counting every company it was {inclusive}.',
    bare: 'The fitting figure leaves out companies that lose money.',
  },
  'carried-by-price': {
    full: 'The figure on record is older and was carried to that date by the change of the price.',
    bare: 'The figure on record is older and was carried to that date by the change of the price.',
  },
  'latest-differs': { full: 'The latest on record: {now}.', bare: 'The latest figure on record differs.' },
  'undated-article': {
    full: 'The page has no date; the claim is compared with the data of {asOf}.',
    bare: 'The page has no date; the claim is compared with the data as they stand.',
  },
  'nominal-count': {
    full: 'The number is the index’s nominal size; the exact count changes from day to day.',
    bare: 'The number is the index’s nominal size; the exact count changes from day to day.',
  },
  'partial-coverage': {
    full: 'The figure is partial: it was computed from {coverage}.',
    bare: 'The figure is partial: part of the companies could not be counted.',
  },
  'range-covers': {
    full: 'The article gives a range, and the figures on record lie inside it.',
    bare: 'The article gives a range, and the figures on record lie inside it.',
  },
};

/** What would settle a claim that cannot be checked. */
export const WANTED: Record<NonNullable<Finding['wanted']>, string> = {
  date: 'It could be settled if the text gave the date of the figure.',
  source: 'It could be settled with a dated figure from a source for {subject}.',
  definition: 'It could be settled if the text said how the figure was counted.',
  subject: 'It could be settled if the text named the instrument.',
  'daily-data': 'It could be settled with daily closing levels for the days in question.',
  time: 'It can be checked once the time it speaks of has passed.',
};

/** Headings and labels of the terminal report and the exports. */
export const REPORT = {
  untitled: 'Untitled page',
  published: 'published {date}',
  undated: 'no publication date',
  read: 'read on {date}',
  data: 'data to {date}',
  words: ['{n} word', '{n} words'],
  claims: 'Claims',
  tickers: 'Tickers',
  quote: 'As quoted',
  readAs: 'Read as',
  verdict: 'Verdict',
  reason: 'Reason',
  dataUsed: 'Data used',
  settle: 'To settle it',
  symbol: 'Symbol',
  name: 'Name',
  onRecord: 'On record',
  thisYear: 'This year',
  sources: 'Sources',
  noData: 'none on record',
  copies: ['also in {n} other place', 'also in {n} other places'],
  today: 'latest',
  asOf: 'as of {date}',
  returnLine: '{own} to {date}',
  returnAgainst: '{own} to {date}; {benchmark} {other}',
  tracks: 'tracks {index}',
  footer: 'Information about statements and their sources, not advice.',
} as const;

/** The S&P 500 is what returns are set against. */
export const BENCHMARK_ID = 'INDEX:SP500';
export const BENCHMARK_NAME = 'S&P 500';

/** Exchange names by operating market identifier (ISO 10383). */
export const EXCHANGES: Readonly<Record<string, string>> = {
  XNAS: 'Nasdaq',
  XNYS: 'NYSE',
  ARCX: 'NYSE Arca',
  XASE: 'NYSE American',
  BATS: 'Cboe BZX',
  IEXG: 'IEX',
  OTCM: 'OTC Markets',
};

export const KINDS = { stock: 'Company', fund: 'Fund', index: 'Index', group: 'Group of companies' } as const;

/** Words of copied text and exports. */
export const EXPORT = {
  copied: '“{quote}”: {verdict}. {reason}',
  source: '{title}, {asOf}',
  linked: '{title}, {asOf}: {url}',
  checked: 'Checked with Tickmark on {today}; data to {dataEnd}.',
  summary: 'Summary',
  evidence: 'Data',
} as const;

/** Charts of level series. */
export const CHART = {
  label: 'Levels from {from} to {to}, set to 100 at the start: {lines}',
  definitions: '{metric} on record from {from} to {to}, by definition; the last of each: {lines}',
} as const;

/** The table of returns of one instrument. */
export const RETURNS = {
  yearToDate: '{year} so far',
  sinceArticle: 'since the article',
  oneYear: '1 year',
  years: '{years} years, a year',
  days: '{from} – {to}',
  points: '{points} points',
  atLeast: 'at least {count}',
  runs: {
    up: 'Up in {count} calendar years in a row, {from} to {to}.',
    down: 'Down in {count} calendar years in a row, {from} to {to}.',
    ahead: 'Ahead of the {name} in {count} calendar years in a row, {from} to {to}.',
    behind: 'Behind the {name} in {count} calendar years in a row, {from} to {to}.',
  },
  fall: 'Deepest fall since {year}, by the closes on record: {percent}, {from} to {to}; not made up since.',
  fallRecovered: 'Deepest fall since {year}, by the closes on record: {percent}, {from} to {to}; made up by {recovered}.',
} as const;

/** The table of a fund's companies and its CSV. */
export const CONSTITUENTS = {
  csvColumns: ['rank', 'symbol', 'name', 'sector', 'weight_percent', 'net_income_usd', 'income_to', 'market_value_usd', 'pe', 'missing'],
  missing: {
    'not-filed': 'nothing filed with the SEC',
    stale: 'last filing too old',
    'quarter-missing': 'a quarter is missing',
    conflicting: 'filings disagree',
    'no-filer': 'on no list of filers',
    'no-price': 'no price in the file',
    'classes-differ': 'classes of share differ',
    'shares-implausible': 'number of shares cannot be',
  },
} as const;

/** The evidence page's table and its CSV. */
export const RECORD = {
  top10Companies: 'ten largest companies',
  csvColumns: [
    'instrument', 'metric', 'component', 'definitions', 'low', 'high', 'text', 'unit',
    'as_of_from', 'as_of_to', 'method', 'source', 'address',
  ],
} as const;
