import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { beforeAll, expect, it } from 'vitest';
import { filteredPage, refuse, requireAuthor, requireData, requireSession } from './problems.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example.org',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

it.each([
	['a token', true, 'Bearer error="invalid_token"'],
	['a password', false, null]
])('refusal of %s ends the session: %s', (_, ends, header) => {
	const request = new Request('https://forum.example.org/restore-account', { method: 'POST' });
	const event = { request, url: new URL(request.url), cookies: { get: () => undefined }, locals: { language: 'en', session: {} } };
	const response = new Response(null, { status: 401, headers: header ? { 'www-authenticate': header } : {} });
	try {
		expect(refuse(event as unknown as RequestEvent, { error: {}, response }, {}).status).toBe(401);
		expect(ends).toBe(false);
	} catch (thrown) {
		expect(ends && isRedirect(thrown) && thrown.location).toBe('/sign-in');
	}
});

it.each([
	['text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', 'document', '/sign-in?back=%2Fdrafts%2Fsave%3Fa'],
	['text/html', 'empty', '/sign-in?back=%2Fdrafts%2Fsave%3Fa'],
	['*/*', '', '/sign-in?back=%2Fdrafts%2Fsave%3Fa'],
	['*/*', 'empty', 401],
	['application/json', 'empty', 401]
])('request for %s as %s without a session leads to %s', (accept, dest, outcome) => {
	const request = { url: 'https://forum.example.org/drafts/save?a', headers: new Headers({ accept, 'sec-fetch-dest': dest }) };
	try {
		requireSession({ request, url: new URL(request.url), locals: { language: 'en', session: null } } as unknown as RequestEvent);
		expect.unreachable();
	} catch (thrown) {
		expect(isRedirect(thrown) ? thrown.location : isHttpError(thrown) && thrown.status).toBe(outcome);
	}
});

it('reply to a post that is gone says so, and is sent again without it', () => {
	const event = { locals: { language: 'en' } } as unknown as RequestEvent;
	const error = { errors: [{ field: 'replyTo', code: 'post.not-found', message: 'is not a visible post of this thread' }] };
	const { data } = refuse(event, { error, response: new Response(null, { status: 404 }) }, { content: 'a', replyTo: 'p' });
	expect(data.refusal.fields).toEqual({ replyTo: 'The post that you answer is gone. Send again to publish your text without it.' });
	expect(data.values).toEqual({ content: 'a', replyTo: '' });
});

it('script without a session is told to sign in', () => {
	const request = new Request('https://forum.example.org/media', { method: 'POST', headers: { accept: 'application/json' } });
	const event = { request, url: new URL(request.url), locals: { language: 'en', session: null } } as unknown as RequestEvent;
	expect(() => requireSession(event)).toThrow(expect.objectContaining({ status: 401, body: expect.objectContaining({ message: 'Sign in to do this.' }) }));
});

it.each([
	['GET', 400, 'request.invalid', 404],
	['GET', 400, 'cursor.invalid', 400],
	['GET', 403, 'thread.forbidden', 403],
	['POST', 400, 'request.invalid', 400]
])('page of a %s that the API refuses with %i %s has the status %i', (method, status, code, expected) => {
	const event = { request: new Request('https://forum.example.org/', { method }), locals: { language: 'en', session: null } };
	try {
		requireData(event as unknown as RequestEvent, { error: { code }, response: new Response(null, { status }) });
		expect.unreachable();
	} catch (thrown) {
		expect(isHttpError(thrown) && thrown.status).toBe(expected);
	}
});

it.each([400, 422])('list whose filters are refused with %i is empty and says why', (status) => {
	const event = { request: new Request('https://forum.example.org/?q=1'), locals: { language: 'en', session: null } };
	const error = { code: 'request.invalid', errors: [{ field: 'q', message: 'must have 1 to 50 visible ASCII characters' }] };
	const { found, refusal } = filteredPage(event as unknown as RequestEvent, { error, response: new Response(null, { status }) });
	expect(found).toEqual([]);
	expect(Object.keys(refusal?.fields ?? {})).toEqual(['q']);
});

it.each([
	[503, 'service.unavailable', 'k1'],
	[409, 'idempotency.in-progress', 'k1'],
	[400, 'request.invalid', 'k1'],
	[422, 'idempotency.key-reused', undefined],
	[409, 'idempotency.done', undefined]
])('form that is refused with %i %s has the key %s', (status, code, key) => {
	const event = { request: new Request('https://forum.example.org/'), locals: { language: 'en', session: null, key: 'k1' } };
	const { data } = refuse(event as unknown as RequestEvent, { error: { code }, response: new Response(null, { status }) }, { text: 'a' });
	expect(data.key).toBe(key);
});

it.each([
	['members[1]', { members: '@ann; bne cid' }, '\u2068bne\u2069: '],
	['tags[1]', { tags: '#java, c  plus' }, '\u2068c-plus\u2069: '],
	['links[1].address', { links: 'Rules /rules\nMail mailto:a@b.c' }, '\u2068Mail\u2069: '],
	['members[7]', { members: 'ann' }, ''],
	['codes[0]', { codes: 'a' }, ''],
	['title', { title: 'a' }, '']
])('refusal of %s names the entry', (field, values, entry) => {
	const event = { locals: { language: 'en' } } as unknown as RequestEvent;
	const error = { errors: [{ field, code: 'other', message: 'is wrong' }] };
	const { data } = refuse(event, { error, response: new Response(null, { status: 422 }) }, values as Record<string, string>);
	expect(data.refusal.fields[field]).toBe(`${entry}Is wrong.`);
});

it('author is known by their id, as their token may have an older username', () => {
	const event = { locals: { language: 'en', session: { user: { id: '1', username: 'ann' } } } } as unknown as RequestEvent;
	expect(() => requireAuthor(event, { id: '1' }, 'social-post.forbidden')).not.toThrow();
	expect(() => requireAuthor(event, { id: '2' }, 'social-post.forbidden')).toThrow(expect.objectContaining({ status: 403 }));
});
