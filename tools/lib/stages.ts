import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../browser/folders.ts';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
}

/** One stage of `npm test`: says what it does, and counts. Must not throw for a mere failure. */
export interface Stage {
  readonly name: string;
  readonly what: string;
  run(): Promise<Outcome> | Outcome;
}

const PASSED: Outcome = { passed: 1, failed: 0 };
const FAILED: Outcome = { passed: 0, failed: 1 };

export function outcomeOf(ok: boolean): Outcome {
  return ok ? PASSED : FAILED;
}

/** Runs the script of an installed package with this Node and shows what it prints. */
export function runScript(script: string, ...args: string[]): boolean {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return spawnSync(process.execPath, [join(PROJECT, 'node_modules', script), ...args], { cwd: PROJECT, env, stdio: 'inherit' }).status === 0;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Runs one group of `vitest.config.ts`. A file that cannot be loaded counts as one failure. */
export function runVitest(project: string): Outcome {
  const folder = join(PROJECT, '.cache');
  mkdirSync(folder, { recursive: true });
  const temporary = mkdtempSync(join(folder, 'vitest-'));
  const file = join(temporary, 'report.json');
  try {
    const ok = runScript('vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    const unloaded = report.testResults.filter((r) => r.status === 'failed' && r.assertionResults.length === 0).length;
    const failed = report.numFailedTests + unloaded;
    // Vitest also fails for what no test caught, such as a rejected promise that nobody awaited.
    return { passed: report.numPassedTests, failed: ok ? failed : Math.max(1, failed), skipped: report.numPendingTests };
  } catch (error) {
    process.stdout.write(`${project}: vitest left no report: ${String(error)}\n`);
    return FAILED;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Runs stages in order, whatever the earlier ones did, and sums up. */
export async function runStages(stages: readonly Stage[]): Promise<Outcome> {
  const rows: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const stage of stages) {
    process.stdout.write(`\n== ${stage.name}: ${stage.what}\n`);
    const started = Date.now();
    let outcome: Outcome;
    try {
      outcome = await stage.run();
    } catch (error) {
      process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
      outcome = FAILED;
    }
    passed += outcome.passed;
    failed += outcome.failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const skipped = outcome.skipped ? `, ${outcome.skipped} skipped` : '';
    rows.push(`${stage.name.padEnd(10)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(4)} failed${skipped}  (${seconds} s)`);
  }
  process.stdout.write(`\n${rows.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
  return { passed, failed };
}
