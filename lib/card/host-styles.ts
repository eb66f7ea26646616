/**
 * Styles of the host itself: nothing of the page comes in (`all: initial`, also on the first element inside, since
 * inherited properties cross the border), nothing takes room in the page's layout. Sizes are in px: `rem` would follow
 * the page's root font.
 */
export const HOST_STYLES = `
:host { all: initial !important; }
.card {
  all: initial;
  box-sizing: border-box;
  position: fixed;
  inset: auto;
  left: 0;
  top: 0;
  margin: 0;
  padding: 0;
  border: 0;
  width: max-content;
  max-width: min(420px, var(--available-width, 100vw), calc(100vw - 16px));
  max-height: calc(100vh - 16px);
  overflow: auto;
  overscroll-behavior: contain;
  background: transparent;
  color-scheme: light dark;
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.card:not(:popover-open) { display: none; }
.card[data-theme="light"] { color-scheme: light; }
.card[data-theme="dark"] { color-scheme: dark; }
.card:focus { outline: none; }
.live { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;
