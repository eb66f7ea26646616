/** The loopback site under finance host names; shared with the commands. */
export { startSite } from '../../tools/browser/site.ts';
export type { Answer, Page, Site } from '../../tools/browser/site.ts';
