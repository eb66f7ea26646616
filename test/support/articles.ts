import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './run.ts';

export interface SampleArticle {
  readonly name: string;
  readonly html: string;
  /** Finance host under which a test shows it. */
  readonly host: string;
}

/** Real articles may lie beside the project; they are no part of it. */
const REAL_ARTICLES = join(PROJECT, '..', 'shared', 'seeds');
const HOSTS = ['247wallst.com', 'www.gate.com', 'fintechzoom.com', 'www.investing.com'];

/**
 * The bundled sample article and, where they lie beside the project, real ones. Says which on standard output, so that
 * nobody takes a run without them for one with them.
 */
export function sampleArticles(): SampleArticle[] {
  const bundled = { name: 'sample article', html: readFileSync(join(PROJECT, 'public/sample/article.html'), 'utf8'), host: 'www.gate.com' };
  if (!existsSync(REAL_ARTICLES)) {
    process.stdout.write(`No real articles in ${REAL_ARTICLES}: the bundled sample article alone is used.\n`);
    return [bundled];
  }
  const files = readdirSync(REAL_ARTICLES).filter((file) => file.endsWith('.html')).toSorted();
  process.stdout.write(`${files.length} real articles from ${REAL_ARTICLES} are used beside the bundled one.\n`);
  return [
    bundled,
    ...files.map((file, index) => ({
      name: file.replace(/\.html$/, ''),
      html: readFileSync(join(REAL_ARTICLES, file), 'utf8'),
      host: HOSTS[index % HOSTS.length]!,
    })),
  ];
}
