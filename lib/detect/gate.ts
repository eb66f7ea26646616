/**
 * The gate before detection: whether a text holds anything of what mentions and claims are written with. The content
 * script carries it instead of detection itself, and wakes nobody for a page that it lets go. Imports nothing.
 */

/** What is printed in capitals: explicit notations, exchanges, and names of indices. */
const NAMES = [
  String.raw`\$[A-Za-z]{1,6}\b`,
  String.raw`(?:NYSE|NASDAQ|AMEX|CBOE|OTCQ[BX]|OTCMKTS|ETFs?|IPO|EPS|MSCI|FTSE|STOXX|S ?& ?P|P/[EBS]|PE ratio)\b`,
  String.raw`\b[A-Z][\w.&'’-]* (?:Inc|Corp|Co|Plc|PLC|Ltd)\b`,
  String.raw`(?:Nasdaq|Dow|Russell (?:[123],?000|Top|Mi(?:cro|d))|Wilshire|Nikkei|Wall Street)`,
  // A symbol behind a name. "Bureau of Investigation (FBI)" is none: the last word gives the last letter.
  String.raw`\b([A-Z])[\w.&'’-]*,? \((?![A-Z]+\1\))[A-Z]{1,5}(?:[./-][A-Z])?\)`,
];

/** Words of the trade. Those with a plain sense too ("chicken stock", "she shares") only beside their company. */
const WORDS = [
  'stocks', '(?:the|its|their|whose|common|growth|value|tech|bank) stock', "\\w+['’]s? (?:stock|shares)",
  'stock (?:market|price|exchange|index|fund|split|pick|rose|fell|is|has|trades)\\w*', '(?:stock|share)(?:hold|own)ers?',
  '(?:its|their|whose|of|company|million|billion|actual) shares', 'share prices?', 'per[ -]share', '[Ss]hares (?:of|in|rose|fell|trade)\\w*',
  '(?:index|mutual|hedge|bond|equity|pension|traded) funds?', 'the fund', 'fund managers?', '[Ii]nvest(?:or|ing|ment)s?', '[Ss]ecurities',
  '[Dd]ividends?', '[Ee]arnings', 'price[ /-](?:to[ -])?(?:earnings|book|sales)', '[Mm]arket[ -](?:cap\\w*|value)', '(?:[Ss]mall|[Mm]id|[Ll]arge|[Mm]ega|[Mm]icro)[ -]?caps?',
  '[Ee]quit(?:y|ies)', '[Vv]aluations?', '(?:bull|bear) markets?', 'expense ratio', 'under management', 'basis points',
  'times (?:\\w+ )?(?:earnings|sales|revenue|book|profits?)', 'cap-weighted', 'premarket', 'holdings', 'buybacks?', 'revenues?', 'asset managers?', 'giving back',
];

const VERBS =
  '(?:rose|fell|gained|lost|added|soared|sank|slid|slipped|jumped|dropped|climbed|tumbled|surged|plunged|rallied|advanced|declined|shed|returned|yields|up|down)';

const SURE = new RegExp(`${NAMES.join('|')}|\\b(?:${WORDS.join('|')})\\b|\\b${VERBS}(?: [a-z]+){0,2} \\d[\\d.,]*(?:%| per ?cent)`);

/** A figure of the kind that is stated of securities. */
const FIGURE = /\d ?%|\bper ?cent\b|[$€£] ?\d|\d bps\b|\d points\b|standard deviation/;

/** What may be a symbol or a company, and words that mean something else without a figure. */
const HINT =
  /\b(?!(?:US|USA|UK|EU|UN|UAE|AM|PM|TV|PC|IT|ID|OK|CEO|FBI|CIA|NASA|NATO|NBA|NFL|NHL|MLB|UEFA|FIFA|MVP|CPU|GPU|RAM|API|HTML|CSS|URL|JSON|SQL|HTTPS?|PDF|FAQ)\b)[A-Z]{2,5}\b|\b(?:Inc|Corp|Holdings|Plc|[Ss]hares|profits?|quarterly|yields?|the index)\b/;

/**
 * True when the text may name a security or state a figure about one. Errs towards true: what it lets go is not looked
 * at again, what it lets through costs one message. Linear in the length of the text.
 */
export function maySayAnything(text: string): boolean {
  return SURE.test(text) || (FIGURE.test(text) && HINT.test(text));
}
