/**
 * The gate before detection: whether a text holds anything of what mentions and claims are written with. The content
 * script carries it instead of detection itself, and wakes nobody for a page that it lets go. Imports nothing.
 *
 * Every repetition that may start anywhere is bounded, so that no text takes more than linear time.
 */

/** Explicit notations, and what is printed in capitals: exchanges, indices, companies with their legal form. */
const NAMES = [
  // "$IWM"; small letters only before more words, since code writes "$name = 1".
  String.raw`\$[A-Z]{1,6}\b|\$[a-z]{1,6}[,.!?]?\s{1,3}[A-Za-z]`,
  String.raw`\b(?:NYSE|NASDAQ|AMEX|CBOE|OTCQ[BX]|OTCMKTS|ETFs?|IPO|EPS|EBITDA|PEG|CAPE|MSCI|FTSE|STOXX|S ?& ?P|P/[EBS]|PE ratio)\b`,
  String.raw`\b(?:Nasdaq|Dow|Russell (?:[123],?000|Top|Micro|Mid)|Wilshire|Nikkei|Wall Street)\b`,
  String.raw`[\w.&'’-] (?:Inc|Corp|Co|Plc|PLC|Ltd)\b`,
  String.raw`\w['’]s? (?:stock|shares)\b`,
];

/** Words of the trade. Those with a plain sense too ("chicken stock", "she shares") only in its company. */
const WORDS = [
  'stocks', '(?:[Tt]he|[Ii]ts|their|whose|common|growth|value|tech|bank) stock',
  'stock (?:market|price|exchange|index|fund|split|pick|rose|fell|gained|lost|closed|opened|traded|is|has|trades)s?', '(?:stock|share)(?:hold|own)ers?',
  '(?:its|their|whose|of|company|million|billion|actual) shares', '[Ss]hares (?:of|in|are|were|have|rose|fell|gained|lost|sank|jumped|closed|traded?)', 'share prices?', 'per[ -]share',
  '(?:index|mutual|hedge|bond|equity|pension|traded) funds?', '[Tt]he fund', 'fund managers?', 'asset managers?', 'under management',
  '[Ii]nvest(?:or|ing|ment)s?', '[Ss]ecurities', '[Ee]quit(?:y|ies)', '[Hh]oldings', '[Dd]ividends?', '[Ee]arnings', '[Rr]evenues?', '[Bb]uybacks?',
  '[Vv]aluations?', '[Mm]arket[ -](?:cap|capitali[sz]ation|value)', '(?:[Ss]mall|[Mm]id|[Ll]arge|[Mm]ega|[Mm]icro)[ -]?caps?', 'cap-weighted',
  '[Pp]rice[ /-](?:to[ -])?(?:earnings|book|sales)', 'times (?:\\w{1,20} )?(?:earnings|sales|revenue|book|profits?)',
  '[Ee]xpense ratio', '[Pp]ayout ratio', '52-week (?:high|low)', '[Bb]eta (?:of|is) \\d', 'basis points', '(?:bull|bear) markets?', 'premarket', 'giving back',
];

/** "rose by nearly 4%": what prices do, with how much. */
const MOVES =
  String.raw`(?:rose|fell|gained|lost|added|soared|sank|slid|slipped|jumped|dropped|climbed|tumbled|surged|plunged|rallied|advanced|declined|shed|returned|yields|up|down)` +
  String.raw`(?: [a-z]{1,12}){0,2} \d[\d.,]{0,9}(?:%| per ?cent)`;

const SURE = new RegExp(`${NAMES.join('|')}|\\b(?:${WORDS.join('|')})\\b|\\b${MOVES}`);

/** "Tesla (TSLA)", "Berkshire Hathaway (BRK.B)": the bracket is looked for first, since there are far more capitals. */
const BRACKETED = /,? \(([A-Z]{1,5})([./-][A-Z])?\)/g;

/** "Boeing stock", and not what is cooked or rolled. */
const COMPANYS_STOCK = /\b([A-Z]\w{0,30}) stock\b/g;
const OTHER_STOCK: ReadonlySet<string> = new Set(['Chicken', 'Beef', 'Fish', 'Vegetable', 'Bone', 'Veal', 'Turkey', 'Rolling', 'In']);

function namesStock(text: string): boolean {
  for (const [, word] of text.matchAll(COMPANYS_STOCK)) if (!OTHER_STOCK.has(word!)) return true;
  return false;
}

function namesSymbol(text: string): boolean {
  for (const { index, 1: letters = '', 2: shareClass } of text.matchAll(BRACKETED)) {
    const word = /[\w.&'’-]{1,31}$/.exec(text.slice(Math.max(0, index - 31), index))?.[0] ?? '';
    const initials = word.match(/\b[A-Z]/g) ?? [];
    // "Bureau of Investigation (FBI)": the last word gives the last letter.
    const mayAbbreviate = letters.length > 1 && shareClass === undefined;
    if (initials.some((initial) => !mayAbbreviate || initial !== letters.at(-1))) return true;
  }
  return false;
}

/** A figure of the kind that is stated of securities; says something only beside a hint. */
const FIGURE = /\d ?%|\bper ?cent\b|[$€£] ?\d|\d bps\b|\d points\b|standard deviation/;

/** Capitals that may be a symbol and are none of the best-known abbreviations; words with a plain sense too. */
const HINT =
  /\b(?!(?:US|USA|UK|EU|UN|UAE|AM|PM|TV|PC|IT|ID|OK|CEO|FBI|CIA|NASA|NATO|NBA|NFL|NHL|MLB|UEFA|FIFA|MVP|CPU|GPU|RAM|API|HTML|CSS|URL|JSON|SQL|HTTPS?|PDF|FAQ)\b)[A-Z]{2,5}\b|\b(?:[Ss]hares|[Pp]rofits?|quarterly|[Yy]ields?|the index)\b/;

/**
 * True when the text may name a security or state a figure about one. Errs towards true: what it lets go is not looked
 * at again, what it lets through costs one message. Linear in the length of the text.
 */
export function maySayAnything(text: string): boolean {
  return SURE.test(text) || namesStock(text) || namesSymbol(text) || (FIGURE.test(text) && HINT.test(text));
}
