import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** A mistake of the caller or of a file, to be told in one line without a stack. */
export class UserError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the command line of a tool. `--help` prints `help` and ends the process; an unknown option throws `UserError`.
 */
export function readCommandLine<const O extends Options>(help: string, options: O, allowPositionals = false) {
  const all = { ...options, help: { type: 'boolean', short: 'h' } } as const;
  let parsed;
  try {
    parsed = parseArgs({ options: all, allowPositionals, strict: true });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
  if ((parsed.values as { help?: boolean }).help === true) {
    process.stdout.write(`${help.trim()}\n`);
    process.exit(0);
  }
  return parsed;
}

/** Runs a tool: mistakes are told in one line on standard error with exit code 1, defects with their stack. */
export async function runTool(main: () => Promise<void> | void): Promise<void> {
  // `… | head`: the reader has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    process.exitCode = 1;
  }
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Faults of files that people gave: the data room's own errors, and messages that begin with file and line.
  const isTold = error instanceof UserError || /^(SourceFormat|Snapshot)Error$/.test(error.name) || /^[^\n]*:\d+: /.test(error.message);
  return isTold ? error.message : (error.stack ?? error.message);
}

/** Splits words over lines of at most `width`, each with `indent`. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width - indent.length) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(indent + line);
  return lines.join('\n');
}
