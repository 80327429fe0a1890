import { expect, it } from 'vitest';
import { UNSEEN } from '#lib/unseen.ts';
import { isSeen } from './pages.ts';

it.each([
	[{}, true],
	[{ [UNSEEN]: 'true' }, false]
])('page asked for with %j is seen: %s', (headers, seen) => {
	expect(isSeen({ request: new Request('https://forum.example/', { headers }) })).toBe(seen);
});
