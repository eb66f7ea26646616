/** One word, number or mark of punctuation. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'punct';
  /** Lower case, typographic apostrophes and dashes folded to `'` and `-`. */
  readonly lower: string;
  /** No white space before it. */
  readonly glued: boolean;
  /** For words: first letter upper case. */
  readonly capital: boolean;
  /** For words: every letter upper case (one letter counts). */
  readonly upper: boolean;
}

// One alternative a line, tried in this order; each is linear because no two may start at the same character and overlap.
//   2,000  17.45  1,234.5      digits with thousands commas and a decimal point
//   hasn't  we're              a word with a contraction (the possessive 's is a token of its own)
//   's ’s                      the possessive
//   everything else            one character of punctuation
const TOKEN =
  /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[A-Za-z\u00c0-\u024f]+(?:['’](?:t|re|ve|ll|d|m)(?![A-Za-z]))?|['’][sS](?![A-Za-z])|[^\s\u00ad\u200b]/g;

const DASH = /[\u2010-\u2015\u2212]/;

/** Splits `text` between two offsets into tokens; offsets stay those of `text`. White space and soft hyphens vanish. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = from;
  let previousEnd = -1;
  for (let match = TOKEN.exec(text); match !== null && match.index < to; match = TOKEN.exec(text)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const code = raw.charCodeAt(0);
    const isDigit = code >= 48 && code <= 57;
    const isLetter = !isDigit && raw.toLowerCase() !== raw.toUpperCase();
    const glued = start === previousEnd;
    previousEnd = end;
    if (isDigit) {
      tokens.push({ start, end, kind: 'number', lower: raw, glued, capital: false, upper: false });
    } else if (isLetter) {
      const lower = raw.toLowerCase().replace('’', "'");
      const first = raw[0] ?? '';
      const capital = first !== first.toLowerCase();
      const upper = capital && raw === raw.toUpperCase();
      tokens.push({ start, end, kind: 'word', lower, glued, capital, upper });
    } else {
      const lower = DASH.test(raw) ? '-' : raw === '’' || raw === '‘' ? "'" : raw === '“' || raw === '”' ? '"' : raw;
      tokens.push({ start, end, kind: 'punct', lower, glued, capital: false, upper: false });
    }
  }
  return tokens;
}
