import { defineContentScript } from 'wxt/utils/define-content-script';
import { FINANCE_SITES } from '../../lib/page/finance-sites.ts';
import { extensionApi } from './extension-api.ts';
import { startReader } from './start.ts';

/**
 * Reads the article of a page. Runs by itself on finance sites, and by injection wherever the reader asks for it. A
 * second injection ends the first (its `signal` aborts before `main` runs), so nothing is ever doubled.
 */
export default defineContentScript({
  matches: [...FINANCE_SITES],
  runAt: 'document_idle',
  // The same news also goes out as a document event, which is enough and is not seen by every message listener.
  noScriptStartedPostMessage: true,
  main(context) {
    if (document.contentType !== 'text/html' && document.contentType !== 'application/xhtml+xml') return;
    void startReader(extensionApi(), context.signal);
  },
});
