import { wordOf, type NameOf } from '../../lib/present/word-of.ts';

/** What can be done with a claim: put it with its sources on the clipboard, link to it, or have it out of sight. */
export const CLAIM_ACTIONS = ['copy', 'link', 'data', 'muted', 'wrong-match'] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];
/** What can be done with a ticker. */
export const TICKER_ACTIONS = ['data', 'muted', 'wrong-match'] as const;
export type TickerAction = (typeof TICKER_ACTIONS)[number];

/** A row of quiet buttons, and what was just done beside them. */
export function CardActions<A extends ClaimAction | TickerAction>({ actions, words, said, onAct }: {
  actions: readonly A[];
  words: Readonly<Record<NameOf<A>, { readonly name: string; readonly title: string }>>;
  said: string | null;
  onAct: (action: A) => void;
}) {
  return (
    <p class="tm-actions">
      {actions.map((action) => {
        const { name, title } = wordOf(words, action);
        return (
          <button key={action} type="button" title={title} onClick={() => onAct(action)}>
            {name}
          </button>
        );
      })}
      <span role="status">{said}</span>
    </p>
  );
}
