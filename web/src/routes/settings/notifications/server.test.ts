import { expect, it } from 'vitest';
import { actions, load } from './+page.server.ts';

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

it.each([
	[['user'], ['reply']],
	[['user', 'moderator', 'admin'], ['reply', 'system']]
])('kinds of %s are %j', async (roles, expected) => {
	const answers: Record<string, unknown> = {
		'/api/v1/users/me/preferences': { kinds: [{ kind: 'reply' }, { kind: 'system' }], quietHours: null, everyPost: [] },
		'/api/v1/notifications/mail-suppression': { reason: null },
		'/api/v1/notifications/devices': { devices: [] },
		'/api/v1/categories': []
	};
	const api = { GET: async (path: string) => ({ data: { data: answers[path] }, response: new Response() }) };
	const event = { locals: { language: 'en', session: { user: { roles } }, api: { notification: api, forum: api } }, setHeaders: () => undefined };
	const { kinds } = (await load(event as unknown as Parameters<typeof load>[0])) as { kinds: { kind: string }[] };
	expect(kinds.map(({ kind }) => kind)).toEqual(expected);
});
