import type { Source } from '../lib/market/observation.ts';
import { isWebAddress } from '../lib/present/web-address.ts';
import { CARD } from './strings.ts';

/** A source by its title, as a link when it has a web address. */
export function SourceLink({ source }: { source: Source }) {
  if (!isWebAddress(source.url)) return <span class="tm-source">{source.title}</span>;
  return (
    <a class="tm-source" href={source.url} target="_blank" rel="noopener noreferrer" title={CARD.newTab}>
      {source.title}
    </a>
  );
}
