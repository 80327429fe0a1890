import { expect, it } from 'vitest';
import { actions } from './+page.server.ts';

type Event = Parameters<NonNullable<typeof actions.save>>[0];

it('kind that the page of the form did not have stays as it is', async () => {
	const choice = { inApp: true, live: true, push: true, mail: 'now' };
	let saved: unknown;
	const notification = {
		GET: async () => ({ data: { data: { kinds: [{ kind: 'reply', ...choice }, { kind: 'new', ...choice }] } }, response: new Response() }),
		PUT: async (_: string, { body }: { body: { kinds: unknown } }) => {
			saved = body.kinds;
			return { response: new Response() };
		}
	};
	const body = new URLSearchParams({ 'reply.live': 'on', 'reply.mail': 'daily' });
	const request = new Request('https://forum.example.org/settings/notifications', { method: 'POST', body });
	await actions.save?.({ request, locals: { language: 'en', session: {}, api: { notification } } } as unknown as Event);
	expect(saved).toEqual([
		{ kind: 'reply', inApp: false, live: true, push: false, mail: 'daily' },
		{ kind: 'new', ...choice }
	]);
});
