import type { Definition } from '../../market/metric.ts';
import type { Rule } from '../phrases.ts';

/** Small words that decide how a figure is to be read. */
export type Cue =
  | { readonly kind: 'forecast' | 'conditional' | 'negation' | 'versus' | 'annualized' | 'respectively' | 'example' | 'past' | 'now' }
  | { readonly kind: 'definition'; readonly definition: Definition }
  | { readonly kind: 'anaphor'; readonly refers: 'index' | 'fund' | 'stock' | 'any' | 'former' | 'latter' }
  | { readonly kind: 'members' }
  | { readonly kind: 'top' };

function rules(value: Cue, ...patterns: string[]): Rule<Cue>[] {
  return patterns.map((pattern) => ({ pattern, value }));
}

const definition = (id: Definition): Cue => ({ kind: 'definition', definition: id });

/** Companies without profits, in their many names. */
const LOSERS =
  '(loss makers|loss making companies|loss making firms|loss makers|loss making|unprofitable companies|unprofitable firms|unprofitable members|unprofitable constituents|unprofitable stocks|unprofitable|companies with negative earnings|companies with losses|companies that lose money|companies losing money|firms with negative earnings|firms that lose money|those losing money|money losers|money losing companies|money losing firms|money losing members|losers|negative earners|negative earnings|companies without profits|firms without profits|companies without earnings|non earners)';

export const CUES: readonly Rule<Cue>[] = [
  ...rules({ kind: 'forecast' },
    'will', "'ll", 'expects|expect|expected|expecting', 'forecast|forecasts|forecasting|forecasted', 'predicts|predict|predicted|predicting', 'projects|projected|projecting',
    'target|targets|targeting', 'guidance', 'guided|guides|guiding', 'estimates|estimate|estimated', 'consensus', 'outlook', 'anticipates|anticipate|anticipated', 'sees|see', 'could', 'would', 'may', 'might', 'should',
    'is|are likely to', 'set to', 'poised to', 'on track to|for', 'price target', 'reckons|reckon', 'going to', 'upside to', 'over the next', 'in the next', 'over the coming', 'in the coming', 'next year', 'next twelve|12 months', 'by christmas',
    'plans to', 'hopes', 'looks for', 'calls|called for', 'warned|warns of', 'braced for', 'feared', 'fears of', 'bet on', 'betting on', 'penciled in', 'had expected', 'hoped for', 'calling for', 'pencil in', 'pencils in', 'potential upside', 'moving to', 'transition to', 'implied', 'implies', 'eyes', 'eyeing', 'worst case', 'best case', 'base case', 'bull case', 'bear case', 'scenario', 'model|models|modeled|modelled|modeling|modelling', 'look|looks|looking|looked for', 'foresee|foresees|foreseen', 'on course for|to', 'implying', 'fair value', 'think|thinks|believe|believes', 'by year end', 'expectation|expectations', 'analysts expect', 'earnings estimates|forecasts'),
  ...rules({ kind: 'conditional' }, 'if', 'were to', 'should the', 'suppose', 'assuming', 'assume', 'imagine', 'say ,', 'hypothetically', 'in case', 'unless', 'needs to', 'would have', "wouldn't", 'were the'),
  ...rules({ kind: 'negation' }, 'not', "doesn't", "don't", "didn't", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", 'never', "won't", "can't", 'cannot', 'neither', 'nor', 'no longer', 'without'),
  ...rules({ kind: 'versus' },
    'versus', 'vs [.]', 'v', 'compared with|to', 'against', 'compares with|to', 'relative to', 'while', 'whereas', 'next to', 'as against', 'in contrast to', 'than', 'outpaced by', 'outperformed by', 'beaten by', 'by comparison', 'as opposed to', 'but'),
  ...rules({ kind: 'annualized' },
    'annualized|annualised', 'a year', 'per year', 'per annum', 'annually', 'average annual', 'ann', 'ann .', 'p . a .', 'each year', 'every year', 'compounded', 'compounding', 'cagr', 'annual return|returns', 'compound annual', 'yearly', 'average yearly', 'annual average'),
  ...rules({ kind: 'respectively' }, 'respectively', 'in that order'),
  ...rules({ kind: 'example' }, 'for example', 'for instance', 'e.g.', 'a stock with', 'a company with', 'a company trading at', 'a stock trading at', 'a fund with', 'an etf with', 'suppose', 'let us say', "let's say", 'imagine', 'a hypothetical', 'rule of thumb', 'typical stock', 'any stock'),
  ...rules({ kind: 'past' }, 'was', 'were', 'had', 'ended', 'closed', 'stood', 'went for', 'finished', 'years ago', 'year ago', 'at the time', 'back then', 'used to'),
  ...rules({ kind: 'now' }, 'is', 'are', 'now', 'today', 'currently', 'stands', 'trades', 'remain', 'remains', 'at present', 'current'),
  ...rules(definition('excl_negative'),
    'excl [.] neg|negative [.]', 'ex neg|negative', `excluding|excludes|exclude|excluded|ignoring|ignores|ignore|omitting|omits|dropping|drops|without|removing|removes [out] [the] ${LOSERS}`, `leaving|leaves|left|stripping|strips|taking|takes out [the] ${LOSERS}`, `not counting [the] ${LOSERS}`, `stripped of [the] ${LOSERS}`,
    `${LOSERS} [are|were|is|being] excluded|omitted|ignored|removed|dropped`, `${LOSERS} [are|were|being] left|taken|stripped out`, 'they are|were left out|excluded|removed|ignored', 'left out', 'without them', 'excluding them', 'leaving them out', 'stripping them out', 'only profitable companies|firms|members', 'profitable companies|firms|members only',
    'ignores|ignoring companies|firms without|with no profits|earnings', 'ignores|ignoring|drops|excludes|omits them|those', 'throw|throws|threw|drop|drops|leave|leaves|left out everything|everyone|anything|those|companies|firms that loses|lose money', 'drops|drop|dropping [the] losers', 'leaves|leave|leaving out companies|firms|those with losses|that lose money', 'ex losers', 'without profits', 'excluding non earners'),
  ...rules(definition('incl_negative'),
    'incl [.] neg|negative [.]', `including|includes|include|counting|counts|count|adding|with [back|in] [the] ${LOSERS}`, `${LOSERS} [are|were|is|being] included|counted`, `${LOSERS} and all`, 'including losses', 'count|counting [the|every] losses|loss', 'losses included|counted', 'losses and all', 'with losses counted|included', 'when|once losses are counted|included', 'including them', 'counting them', 'with them', 'they are|were included|counted',
    'count|counting|counts|including|include|includes every|all [the] companies|company|constituents|members|stocks', 'count|counting everyone|everybody|them', 'all companies|constituents counted', 'put|add|adding|putting them|those back [in]', `adjusting for [the] ${LOSERS}`, `add|adds|adding back [the] ${LOSERS}`, 'add|adds|adding back [the] losses|loss'),
  ...rules(definition('trailing'),
    'trailing', 'ttm', 'trailing twelve|12 month|months', 'last twelve|12 months', 'past twelve|12 months', 'trailing four|4 quarter|quarters', 'last four|4 quarters', 'past four|4 quarters', 'twelve|12 month trailing', 'over the last|past twelve|12 months', 'last year earnings', 'historical earnings'),
  ...rules(definition('forward'),
    'forward', 'next twelve|12 month|months', 'ntm', 'projected', 'estimated', 'expected', 'consensus', 'forecast', 'on next year', 'next year', 'forward looking', 'coming four quarters|year', 'analysts expect', 'earnings estimates', 'earnings forecasts'),
  ...rules(definition('total_return'),
    'total return|returns', 'with dividends [reinvested]', 'dividends reinvested', 'dividends included', 'including dividends', 'with distributions [reinvested|put back in|included]', 'distributions included', 'reinvesting dividends', 'after dividends', 'once dividends are counted', 'counting dividends', 'distributions put back in', 'with dividends counted', 'including reinvested dividends', 'including distributions', 'dividends counted', 'on a total return basis', 'with reinvested dividends|distributions'),
  ...rules(definition('price_return'),
    'price return', 'excluding dividends', 'without dividends', 'before dividends', 'leaving dividends aside', 'dividends aside', 'not counting dividends', 'not including dividends', 'in price terms', 'price only', 'on a price basis', 'ex dividends', 'price index', 'on price alone', 'dividends excluded', 'price terms', 'ignoring dividends', 'excluding distributions'),
  ...rules(definition('other_basis'),
    'in euros|yen|sterling|pounds|francs|yuan', 'in euro|yen|sterling|dollar terms', 'in local currency', 'in real terms', 'adjusted for inflation', 'inflation adjusted', 'after inflation', 'adjusting for inflation', 'currency hedged', 'after fees|taxes|tax', 'net of fees',
    'on an equal weighted basis', 'risk adjusted', 'leveraged', 'excluding tech|technology|nvidia|apple|tesla|energy|financials', 'ex tech|energy|nvidia|financials', 'without the magnificent', 'excluding the magnificent',
    'at one point|stage|time', 'intraday', 'at its|their worst|low|lowest|peak|best', 'peak to trough', 'from its|their|the|a|an [all time|record|recent|{month}|{month} {year}|52 week] high|highs|low|lows|peak|bottom|trough|record', 'from peak', 'off its|the [{month}] high|highs|low|lows|peak', 'below its|their|the [record|all time|{month}|{month} {year}] high|peak|record',
    'since its|the|their [{month}|{month} {year}|march|april|bear market] low|lows|bottom|peak|trough|high|highs', 'before rebounding|recovering|paring|bouncing', 'as much as', 'from the [{month}] low|lows|bottom|peak'),
  ...rules(definition('by_weight'), 'by weight', 'by market value', 'by market cap', 'by market capitalization', 'of market value', 'of its market value', 'of the market value', 'weighted by'),
  ...rules(definition('by_count'), 'by number', 'by count'),
  ...rules(definition('as_reported'), 'as reported', 'gaap'),
  ...rules(definition('operating'), 'operating earnings', 'on operating'),
  ...rules({ kind: 'anaphor', refers: 'index' }, 'the|this|that|its index', 'the|this benchmark', 'the|this gauge', 'the blue chip index|gauge|average', 'the tech heavy index|gauge', 'the broad|broader index|gauge'),
  ...rules({ kind: 'anaphor', refers: 'fund' }, 'the|this|that fund', 'the|this|that etf', 'the|its portfolio', 'the|this trust', 'the exchange traded fund', 'the index fund'),
  ...rules({ kind: 'anaphor', refers: 'stock' }, 'the|this|its stock', 'the|its shares', 'shares', 'the company', 'the firm', 'the chipmaker', 'the retailer', 'the bank', 'the lender', 'the drugmaker', 'the automaker', 'the company stock', 'stock', 'the carmaker', 'the company shares', 'the share price', 'its share price', 'the equity'),
  ...rules({ kind: 'anaphor', refers: 'any' }, 'it', 'its', 'they', 'their', 'both', 'each', 'them', 'which', 'that', 'who'),
  ...rules({ kind: 'anaphor', refers: 'former' }, 'the former'),
  ...rules({ kind: 'anaphor', refers: 'latter' }, 'the latter'),
  ...rules({ kind: 'members' }, 'companies|company', 'stocks|stock', 'holdings|holding', 'names|name', 'members|member', 'constituents|constituent', 'securities|security', 'issues', 'components|component', 'firms', 'equities', 'positions', 'issuers'),
  ...rules({ kind: 'top' }, 'top ten|10 [holdings|stocks|names|companies|positions]', 'ten|10 largest|biggest [holdings|stocks|names|companies|positions]', 'ten|10 stocks|holdings|names|companies', 'the ten|10', 'largest ten|10', 'ten|10 heaviest', 'ten largest lines|positions'),
];
