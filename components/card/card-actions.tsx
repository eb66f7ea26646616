import type { CARD } from '../strings.ts';

/** What can be done with a claim: put it with its sources on the clipboard, link to it, or have it out of sight. */
export type ClaimAction = keyof typeof CARD.claimActions;
/** What can be done with a ticker. */
export type TickerAction = keyof typeof CARD.tickerActions;

/** A row of quiet buttons, and what was just done beside them. */
export function CardActions<A extends ClaimAction | TickerAction>({ actions, said, onAct }: {
  actions: readonly { readonly action: A; readonly name: string; readonly title: string }[];
  said: string | null;
  onAct: (action: A) => void;
}) {
  return (
    <p class="tm-actions">
      {actions.map(({ action, name, title }) => (
        <button key={action} type="button" title={title} onClick={() => onAct(action)}>
          {name}
        </button>
      ))}
      <span role="status">{said}</span>
    </p>
  );
}

/** The buttons of a catalogue, in its order. */
export function actionsOf<A extends string>(names: Readonly<Record<A, readonly [string, string]>>): { action: A; name: string; title: string }[] {
  return (Object.keys(names) as A[]).map((action) => ({ action, name: names[action][0], title: names[action][1] }));
}
