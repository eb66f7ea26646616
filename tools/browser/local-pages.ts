import { readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../lib/command.ts';
import { PROJECT } from './folders.ts';
import { startPlainSite } from './site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.htm': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.svg': 'image/svg+xml', '.webp': 'image/webp',
  '.woff2': 'font/woff2', '.json': 'application/json',
};

/** The content type of a file by its ending with the dot; undefined for what a page does not need. */
export function contentTypeOf(extension: string): string | undefined {
  return TYPES[extension.toLowerCase()];
}

export const SAMPLE_ARTICLE = join(PROJECT, 'public', 'sample', 'article.html');

export interface PageToRead {
  /** As the caller named it. */
  readonly name: string;
  /** Where the browser finds it. */
  readonly address: string;
}

export interface PagesToRead {
  readonly pages: readonly PageToRead[];
  /** Match patterns under which all of them lie. */
  readonly matches: readonly string[];
  close(): Promise<void>;
}

/**
 * Makes files and addresses into pages that a browser can open: files are served on loopback together with what lies
 * beside them.
 *
 * @throws {UserError} for a file that is not there or an address that is not http or https.
 */
export async function preparePages(names: readonly string[]): Promise<PagesToRead> {
  const folders: string[] = [];
  const site = await startPlainSite((url) => {
    const [, number = '', ...rest] = url.pathname.split('/');
    const folder = folders[Number(number)];
    const path = folder === undefined ? null : resolve(folder, rest.map(decodeURIComponent).join('/'));
    if (folder === undefined || path === null || !path.startsWith(folder + sep)) return null;
    const type = contentTypeOf(extname(path));
    if (type === undefined) return null;
    try {
      return { body: readFileSync(path), type };
    } catch {
      return null; // an image that a saved page refers to and that was not saved with it
    }
  });
  try {
    const pages = names.map((name): PageToRead => {
      if (/^https?:\/\//i.test(name)) return { name, address: new URL(name).href };
      if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name) && !name.startsWith('file://')) throw new UserError(`${name}: only http and https addresses, or files`);
      const file = name.startsWith('file://') ? new URL(name) : pathToFileURL(resolve(name));
      const path = decodeURIComponent(file.pathname).replace(/^\/([A-Za-z]:)/, '$1');
      if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UserError(`${name}: no such file`);
      if (!/\.html?$/i.test(path)) throw new UserError(`${name}: not an HTML file`);
      folders.push(resolve(path, '..'));
      return { name, address: `${site.origin}/${folders.length - 1}/${encodeURIComponent(basename(path))}` };
    });
    const hosts = pages.map(({ address }) => `${new URL(address).protocol}//${new URL(address).hostname}/*`);
    return { pages, matches: [...new Set(hosts)], close: () => site.close() };
  } catch (error) {
    await site.close();
    throw error;
  }
}
