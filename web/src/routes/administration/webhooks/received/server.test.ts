import { expect, it, vi } from 'vitest';
import { load } from './+page.server.ts';

it.each([
	['2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z'],
	['2026-07-99', '2026-07-99', '2026-07-99'],
	['9999-12-31', '9999-12-30T23:00:00.000Z', '9999-12-31']
])('day %s begins and ends as in the zone of its reader', async (day, since, until) => {
	const read = vi.fn(async () => ({ response: new Response(), data: { data: [], meta: { pagination: { next: null, prev: null } } } }));
	const event = {
		url: new URL(`https://forum.example/administration/webhooks/received?since=${day}&until=${day}`),
		locals: { session: { timeZone: 'Europe/Berlin' }, api: { webhook: { GET: read } } }
	};
	await load(event as unknown as Parameters<typeof load>[0]);
	expect(read).toHaveBeenCalledWith('/api/v1/webhook/logs', { params: { query: { since, until } } });
});
