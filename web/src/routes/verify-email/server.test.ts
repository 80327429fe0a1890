import { expect, it } from 'vitest';
import { actions } from './+page.server.ts';

it.each([
	[400, 'auth.link-invalid', true, true],
	[400, 'auth.link-invalid', false, false],
	[422, 'request.invalid', true, false],
	[429, 'rate.limited', true, false],
	[503, undefined, true, false]
])('link that is refused with %i %s, with a verified reader: %s, is done: %s', async (status, code, emailVerified, isDone) => {
	const auth = {
		POST: async () => ({ error: { code }, response: new Response(null, { status }) }),
		GET: async () => ({ data: { data: { emailVerified } }, response: new Response() })
	};
	const request = new Request('https://forum.example/verify-email', { method: 'POST', body: new URLSearchParams({ token: 'used' }) });
	const event = { request, locals: { language: 'en', session: {}, api: { auth } } };
	const answer = await actions.default?.(event as never);
	expect(answer).toMatchObject(isDone ? { done: true } : { status });
});
