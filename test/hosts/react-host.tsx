/** @jsxImportSource react */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * A page that React renders and renders again: figures change in place, a paragraph goes, another comes. React writes
 * into the text nodes that it made; whoever replaced one of them would leave the old figure standing beside the new.
 */
function Story() {
  const [pe, setPe] = useState('17');
  const [tail, setTail] = useState(true);
  return (
    <article>
      <h1>Small caps after the rally</h1>
      <p id="figure">
        The Russell 2000 index trades at a P/E ratio of {pe} today, and nobody expected so wide a gap between small and large companies.
      </p>
      {tail ? (
        <p id="tail">The Vanguard Russell 2000 ETF (NASDAQ: VTWO) holds about 2,000 companies, and roughly 40% of them are unprofitable.</p>
      ) : (
        <p id="tail">Nothing more was known when this page was last changed.</p>
      )}
      <p>
        What comes next depends on interest rates, on earnings and on the patience of those who hold such funds. There is more than one
        way to read the figures, and most of them are in use somewhere.
      </p>
      <button
        id="update"
        type="button"
        onClick={() => {
          setPe('18.4');
          setTail(false);
        }}
      >
        Update
      </button>
    </article>
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Story />);
