import { describe, expect, it } from 'vitest';
import { useBy } from '../../../tools/lib/profile.ts';

const frame = (functionName: string, url = '') => ({ functionName, url });

describe('the main thread used by the extension', () => {
  const nodes = [
    { id: 1, callFrame: frame('(root)'), children: [2, 4, 5] },
    { id: 2, callFrame: frame('read', 'chrome-extension://abc/content.js'), children: [3] },
    { id: 3, callFrame: frame('getClientRects') },
    { id: 4, callFrame: frame('render', 'https://example.org/app.js') },
    { id: 5, callFrame: frame('(garbage collector)') },
  ];

  it('is the time in which its functions, and what they call, are on the stack', () => {
    const profile = { nodes, startTime: 0, samples: [2, 3, 4, 2, 1], timeDeltas: [0, 1000, 2000, 4000, 8000] };
    expect(useBy(profile, 'chrome-extension://abc/')).toEqual({ totalMs: 11, longestMs: 8 });
    expect(useBy(profile, 'https://example.org/')).toEqual({ totalMs: 4, longestMs: 4 });
    expect(useBy(profile, 'chrome-extension://other/')).toEqual({ totalMs: 0, longestMs: 0 });
  });

  it('is one slice although garbage was collected in between', () => {
    const profile = { nodes, startTime: 0, samples: [2, 5, 2, 1], timeDeltas: [0, 1000, 500, 1000] };
    expect(useBy(profile, 'chrome-extension://abc/')).toEqual({ totalMs: 2, longestMs: 2 });
  });
});
