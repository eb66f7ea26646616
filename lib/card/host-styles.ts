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
  flex-direction: column;
  gap: 6px;
  width: max-content;
  max-width: calc(100vw - 16px);
  max-height: calc(100vh - 16px);
  overflow: visible;
  background: transparent;
}
.card:popover-open { display: flex; }
.card:focus { outline: none; }
/* Two cards under one point share the height, and the first one's button closes both. */
.card > * + * { flex: 0 1 auto; min-height: 96px; }
.card > :not(:only-child) { max-height: min(320px, 48vh) !important; }
.card > * + * .tm-close { display: none; }
.live { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;
