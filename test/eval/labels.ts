import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Labelled text as `npm run eval` reads it: one JSON object a line. A line brings `tickers` (spans), `symbols` (the
 * document's set of symbols) or `allSymbols` (every one must be found), and `claims`; what it does not bring is not
 * scored for it.
 */
const labelValue = z.union([z.number(), z.tuple([z.number(), z.number()]), z.string(), z.boolean()]);

const tickerLabel = z.object({
  text: z.string(),
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
  occurrence: z.number().int().nonnegative().default(0),
  symbol: z.string(),
  notation: z.enum(['cashtag', 'exchange', 'paren', 'bare', 'name', 'index']),
  optional: z.boolean().default(false),
});

const claimLabel = z.object({
  text: z.string(),
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
  occurrence: z.number().int().nonnegative().default(0),
  value_text: z.string(),
  value_start: z.number().int().nonnegative().optional(),
  metric: z.string(),
  value: labelValue,
  unit: z.string().nullable(),
  qualifier: z.string().nullable().default(null),
  subject: z.string().nullable(),
  benchmark: z.string().nullable().default(null),
  period: z.string().nullable().default(null),
  method: z.string().nullable().default(null),
  component: z.string().nullable().optional(),
  annualized: z.boolean().optional(),
  forecast: z.boolean().default(false),
  optional: z.boolean().default(false),
  alt_metric: z.array(z.string()).default([]),
  alt_period: z.array(z.string().nullable()).default([]),
  alt_method: z.array(z.string().nullable()).default([]),
  alt_subject: z.array(z.string().nullable()).default([]),
  alt_benchmark: z.array(z.string().nullable()).default([]),
});

const labelledLine = z.object({
  id: z.string(),
  text: z.string(),
  title: z.string().nullable().optional(),
  published: z.string().nullable().default(null),
  tickers: z.array(tickerLabel).optional(),
  claims: z.array(claimLabel).optional(),
  symbols: z.array(z.string()).optional(),
  allSymbols: z.array(z.string()).optional(),
  optionalSymbols: z.array(z.string()).default([]),
});

export type TickerLabel = z.output<typeof tickerLabel> & { readonly start: number; readonly end: number };
export type ClaimLabel = z.output<typeof claimLabel> & {
  readonly start: number;
  readonly end: number;
  readonly value_start: number;
};
export type LabelledDocument = Omit<z.output<typeof labelledLine>, 'tickers' | 'claims'> & {
  readonly tickers?: readonly TickerLabel[];
  readonly claims?: readonly ClaimLabel[];
};

/** Reads a `.jsonl` file of labelled text. Throws an `Error` that begins with `FILE:LINE:`. */
export function readLabels(file: string): LabelledDocument[] {
  return parseLabels(readFileSync(file, 'utf8'), file);
}

/** As `readLabels`, from the text of the file; `file` is for messages. Empty lines are skipped. */
export function parseLabels(content: string, file = 'labels'): LabelledDocument[] {
  const documents: LabelledDocument[] = [];
  content.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const where = `${file}:${index + 1}`;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch (error) {
      throw new Error(`${where}: not JSON: ${String(error)}`, { cause: error });
    }
    const parsed = labelledLine.safeParse(json);
    if (!parsed.success) throw new Error(`${where}: ${z.prettifyError(parsed.error)}`);
    documents.push(placeLabels(parsed.data, where));
  });
  return documents;
}

/** Fills in offsets where a label gives only its words and which occurrence of them is meant. */
function placeLabels(line: z.output<typeof labelledLine>, where: string): LabelledDocument {
  const tickers = line.tickers?.map((label) => {
    const start = label.start ?? nthIndex(line.text, label.text, label.occurrence, where);
    return { ...label, start, end: label.end ?? start + label.text.length };
  });
  const claims = line.claims?.map((label) => {
    const start = label.start ?? nthIndex(line.text, label.text, label.occurrence, where);
    const inside = label.text.indexOf(label.value_text);
    if (label.value_start === undefined && inside < 0) {
      throw new Error(`${where}: value "${label.value_text}" is not in "${label.text}"`);
    }
    return { ...label, start, end: label.end ?? start + label.text.length, value_start: label.value_start ?? start + inside };
  });
  return { ...line, tickers, claims };
}

function nthIndex(text: string, words: string, occurrence: number, where: string): number {
  let at = text.indexOf(words);
  for (let seen = 0; seen < occurrence && at >= 0; seen += 1) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`${where}: occurrence ${occurrence} of "${words}" is not in the text`);
  return at;
}
