import { expect, it, vi } from 'vitest';
import { actions } from './+page.server.ts';

it.each([
	[['members[0]'], 'ann', ['members']],
	[['name'], 'Ann Lee', ['name']],
	[['members'], 'Ann Lee', ['members']],
	[['members[0]', 'name'], 'Ann Lee', ['name', 'members[0]']]
])('refusal of %j leaves the members %s, and is shown', async (fields, members, shown) => {
	const errors = fields.map((field) => ({ field, code: 'other', message: 'is wrong' }));
	const chat = {
		POST: async () => ({ error: { code: 'request.invalid', errors }, response: new Response(null, { status: 422 }) }),
		GET: async () => ({ data: { data: [{ members: [{ username: 'ann', displayName: 'Ann Lee' }] }] } })
	};
	const away = { GET: async () => ({}) };
	const request = new Request('https://forum.example/chat/new', { method: 'POST', body: new URLSearchParams({ name: 'Garden', members: 'Ann Lee' }) });
	const event = { request, locals: { language: 'en', session: { user: { username: 'bob' } }, api: { chat, forum: away, social: away } } };
	const answer = (await actions.group?.(event as never)) as { data: { values: { members: string }; refusal: { fields: object } } };
	expect(answer.data.values.members).toBe(members);
	expect(Object.keys(answer.data.refusal.fields)).toEqual(shown);
});

it.each([
	['', '', false],
	[' ', ', @', false],
	['Garden', '', true],
	['', '@ann', true]
])('group named %j of %j is asked for: %s', async (name, members, isAsked) => {
	const POST = vi.fn(async () => ({ data: { data: { id: 'c' } }, response: new Response() }));
	const request = new Request('https://forum.example/chat/new', { method: 'POST', body: new URLSearchParams({ name, members }) });
	const event = { request, locals: { language: 'en', session: { user: { username: 'bob' } }, api: { chat: { POST } } } };
	const answer = await Promise.resolve(actions.group?.(event as never)).catch((redirected: unknown) => redirected);
	expect(answer).toMatchObject(isAsked ? { location: '/chat/c' } : { data: { refusal: { fields: { members: expect.any(String) } } } });
	expect(POST).toHaveBeenCalledTimes(Number(isAsked));
});
