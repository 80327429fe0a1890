import { expect, it } from 'vitest';
import { UNSEEN } from '#lib/unseen.ts';
import { isAhead, isSeen } from './pages.ts';

it.each([
	[{}, true],
	[{ [UNSEEN]: 'true' }, false]
])('page asked for with %j is seen: %s', (headers, seen) => {
	expect(isSeen({ request: new Request('https://forum.example/', { headers }) })).toBe(seen);
});

it.each([
	[{}, false],
	[{ 'sec-purpose': 'prefetch;prerender' }, true]
])('page asked for with %j is loaded ahead: %s', (headers, ahead) => {
	expect(isAhead({ request: new Request('https://forum.example/', { headers }) })).toBe(ahead);
});
