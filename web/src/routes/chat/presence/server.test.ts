import { expect, it } from 'vitest';
import { GET } from './+server.ts';

it('people who have hidden themselves are no longer shown as online', async () => {
	const online = { id: 'a', state: 'online', since: null };
	const event = {
		url: new URL('https://forum.example/chat/presence?people=a,b'),
		locals: { session: {}, api: { realtime: { GET: async () => ({ data: { data: [online] } }) } } }
	};
	const answer = await GET(event as unknown as Parameters<typeof GET>[0]);
	expect(await answer.json()).toEqual({ people: [online, { id: 'b', state: 'unknown', since: null }] });
});
