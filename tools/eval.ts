import { existsSync } from 'node:fs';
import { printDifferences, printReport } from '../test/eval/print.ts';
import { readLabels } from '../test/eval/labels.ts';
import { Scorer } from '../test/eval/score.ts';
import { loadReader } from './lib/reader.ts';
import { readCommandLine, runTool, UserError } from './lib/command.ts';

const HELP = `
Measures detection on labelled text.

  npm run --silent eval -- --set FILE.jsonl [--directory FILE …] [--json | --verbose] [--id ID …]

  --set FILE.jsonl   labelled text, one JSON object a line: id, text, published, and any of tickers, symbols,
                     allSymbols, optionalSymbols, claims (may be given several times: added up)
  --directory FILE   a symbol directory in SEC (company_tickers_exchange.json) or exchange-list format
                     (nasdaqlisted.txt, otherlisted.txt), added to the bundled directory; may be repeated
  --json             one JSON object on standard output, nothing else
  --verbose          every document that differs from its labels, with its text:
                       −  missed     ~  found, but not right in every field     +  not in the labels
  --id ID            only these documents; with --verbose shows them even when nothing differs

A claim is "found" when metric and value are right and the figure is the same one, "strict" when subject, benchmark,
unit, period and definition are right too.
`;

await runTool(() => {
  const { values } = readCommandLine(HELP, {
    set: { type: 'string', multiple: true },
    directory: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    verbose: { type: 'boolean', short: 'v' },
    id: { type: 'string', multiple: true },
  });
  if (!values.set) throw new UserError(`--set is missing\n\n${HELP.trim()}`);
  for (const file of [...values.set, ...(values.directory ?? [])]) {
    if (!existsSync(file)) throw new UserError(`${file}: no such file`);
  }
  const documents = values.set.flatMap((file) => readLabels(file)).filter((d) => values.id?.includes(d.id) ?? true);
  const reader = loadReader(values.directory ?? []);
  const scorer = new Scorer(reader.directory.byId.bind(reader.directory));
  for (const document of documents) {
    const reading = reader.read(document.text, { published: document.published, title: document.title ?? null });
    const differences = scorer.add(document, reading);
    const differs = differences.misses.length + differences.falseAlarms.length > 0;
    if (values.verbose && !values.json && (differs || values.id)) process.stdout.write(`${printDifferences(document, differences)}\n`);
  }
  const report = scorer.report(values.set.join(', '));
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${values.verbose ? '\n' : ''}${printReport(report)}\n`);
});
