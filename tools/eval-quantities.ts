import { existsSync } from 'node:fs';
import { readQuantulum, readRecognizers, scoreQuantulum, scoreRecognizers } from '../test/eval/quantity-sets.ts';
import { readCommandLine, runTool, UserError } from './lib/command.ts';

const HELP = `
Measures how figures are read, on cases of other projects.

  npm run --silent eval:quantities -- --set FILE.json --as FORM [--json | --verbose]

  --set FILE.json    cases in the form of quantulum3 or of Recognizers-Text
  --as FORM          quantulum3                values, with whatever unit: precision, recall, F1
                     number, range, percent    models of Recognizers-Text: share of cases read wholly right, of those
                                               that have a meaning in prose on markets; the others are counted by class
  --json             one JSON object on standard output, nothing else
  --verbose          every case that differs
`;

const FORMS = ['quantulum3', 'number', 'range', 'percent'] as const;

await runTool(() => {
  const { values } = readCommandLine(HELP, {
    set: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
    verbose: { type: 'boolean', short: 'v' },
  });
  const form = FORMS.find((one) => one === values.as);
  if (!values.set || !form) throw new UserError(`--set and --as are needed\n\n${HELP.trim()}`);
  if (!existsSync(values.set)) throw new UserError(`${values.set}: no such file`);
  const result = form === 'quantulum3' ? scoreQuantulum(read(readQuantulum, values.set)) : scoreRecognizers(form, read(readRecognizers, values.set));
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ set: values.set, form, ...result })}\n`);
    return;
  }
  if (values.verbose) process.stdout.write(`${result.differences.join('\n')}\n\n`);
  process.stdout.write(`${values.set}: ${'f1' in result ? valuesLine(result) : casesLines(result)}\n`);
});

/** Reads the file, or says in one line what it is not. */
function read<T>(reader: (file: string) => T, file: string): T {
  try {
    return reader(file);
  } catch (error) {
    throw new UserError(`${file}: not a file of such cases (${error instanceof Error ? error.message.split('\n').slice(0, 4).join(' ') : String(error)})`);
  }
}

function valuesLine({ tp, fp, fn, f1 }: ReturnType<typeof scoreQuantulum>): string {
  return `${percent(f1)} F1 (${tp} values right, ${fp} read besides, ${fn} missed)`;
}

function casesLines({ right, inside, outside }: ReturnType<typeof scoreRecognizers>): string {
  const reasons = Object.entries(outside).map(([name, count]) => `\n  ${String(count).padStart(4)}  ${name}`);
  const head = `${right} of ${inside} cases right (${percent(inside === 0 ? 1 : right / inside)})`;
  return reasons.length === 0 ? head : `${head}; no meaning in prose on markets:${reasons.join('')}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
