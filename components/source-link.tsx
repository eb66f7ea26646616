import type { Source } from '../lib/market/observation.ts';
import { isWebAddress } from '../lib/present/web-address.ts';

/**
 * A source by its title, as a link when it has a web address.
 *
 * @param newTab says that it opens in a new tab
 */
export function SourceLink({ source, newTab }: { source: Source; newTab: string }) {
  if (!isWebAddress(source.url)) return <span class="tm-source">{source.title}</span>;
  return (
    <a class="tm-source" href={source.url} target="_blank" rel="noopener noreferrer" title={newTab}>
      {source.title}
    </a>
  );
}
