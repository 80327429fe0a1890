import { expect, it } from 'vitest';
import { presenceText } from './presence.ts';

it.each([
	['online', '2026-11-22T12:00:00Z', 'presence.online'],
	['away', null, 'presence.away'],
	['offline', '2026-11-22T12:00:00Z', 'presence.seen'],
	['offline', null, 'presence.offline'],
	['unknown', null, null]
])('%s since %s is %s', (state, since, message) => {
	expect(presenceText(state, since)).toBe(message);
});
