import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the script of an installed package with this Node; never throws. */
export function runPackageScript(script: string, args: readonly string[], cwd = PROJECT): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, [`${PROJECT}node_modules/${script}`, ...args], { cwd, encoding: 'utf8' });
  return { status: run.status, output: `${run.stdout}${run.stderr}` };
}
