import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { seal } from '#lib/server/session.ts';

const KEY = new Uint8Array(32).fill(1);

let hooks: typeof import('./hooks.server.ts');

beforeAll(async () => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'http://forum.example',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.from(KEY).toString('base64')
	});
	// It reads them when it is loaded.
	hooks = await import('./hooks.server.ts');
});

beforeEach(() => vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ status: 503 }, { status: 503 }))));

afterEach(() => vi.unstubAllGlobals());

/** A request of a person whose token ends in so many seconds. */
async function requestOf(seconds: number) {
	const claims = { sub: '1', preferred_username: 'alice', exp: Math.floor(Date.now() / 1000) + seconds };
	const accessToken = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims))}.`;
	const sealed = await seal(KEY, 'session', { accessToken, refreshToken: `r${seconds}`, origin: 'api' }, 60);
	const url = new URL('http://forum.example/search');
	return {
		url,
		request: new Request(url, { headers: { 'user-agent': 'Browser of Alice' } }),
		locals: {} as App.Locals,
		cookies: { get: (name: string) => (name === 'parley_web_session' ? sealed : undefined) },
		getClientAddress: () => '192.0.2.7',
		route: { id: '/search' }
	};
}

type Handled = Parameters<typeof hooks.handle>[0];

it.each([30, -30])('person whose token ends in %i seconds stays signed in while it cannot be refreshed', async (seconds) => {
	const event = await requestOf(seconds);
	const response = await hooks.handle({ event, resolve: () => Promise.resolve(new Response('page')) } as unknown as Handled);
	expect(await response.text()).toBe('page');
	expect(response.headers.getSetCookie()).toEqual([]);
	expect(event.locals.session?.user.username).toBe('alice');
});

it('session is refreshed on behalf of its reader', async () => {
	const fetched = vi.fn<(request: Request) => Promise<Response>>(() => Promise.resolve(Response.json({}, { status: 503 })));
	vi.stubGlobal('fetch', fetched);
	const event = await requestOf(40);
	await hooks.handle({ event, resolve: () => Promise.resolve(new Response()) } as unknown as Handled);
	const [request] = fetched.mock.calls[0] as [Request];
	expect(new URL(request.url).pathname).toBe('/api/v1/auth/refresh');
	expect(request.headers.get('x-forwarded-for')).toBe('192.0.2.7');
	expect(request.headers.get('user-agent')).toBe('Browser of Alice');
	expect(request.headers.has('authorization')).toBe(false);
});

it('page that needs a refreshed token says that the service does not answer', async () => {
	vi.spyOn(console, 'log').mockImplementation(() => {});
	const event = await requestOf(-30);
	const refused = () => Promise.resolve(new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }));
	const failed = vi.fn();
	await hooks.handle({
		event,
		resolve: async () => {
			const fetches = [refused, () => Promise.resolve(Response.json({}, { status: 503 }))];
			vi.stubGlobal('fetch', () => fetches.shift()?.());
			await event.locals.api.forum.GET('/api/v1/categories').catch(failed);
			return new Response();
		}
	} as unknown as Handled);
	const [error] = failed.mock.calls[0] as [unknown];
	const shown = await hooks.handleError({ kind: 'unknown', error, event } as unknown as Parameters<typeof hooks.handleError>[0]);
	expect(shown).toEqual({ status: 503, message: '' });
});

/** Sends a form that was made for a person; returns the answer, that of the page if it reached it. */
async function send(reader: string, path = '/threads/1?/reply', accept = 'text/html') {
	const event = await requestOf(3600);
	event.url = new URL(path, event.url);
	event.request = new Request(event.url, { method: 'POST', headers: { accept }, body: new URLSearchParams({ reader, content: 'Hello' }) });
	const resolve = async () => new Response((await event.request.formData()).get('content') as string);
	return hooks.handle({ event, resolve } as unknown as Handled);
}

it('form that was made for another person is kept and not sent', async () => {
	const answer = await send('2');
	expect(answer.status).toBe(307);
	expect(answer.headers.get('location')).toBe('/kept?action=%2Fthreads%2F1%3F%2Freply&failure=409&code=reader.other');
});

it.each([
	['POST', '/chat/1/send', '2', 409],
	['DELETE', '/media/1', '2', 409],
	['DELETE', '/media/1', '1', 200],
	['POST', '/socket', '', 200],
	['GET', '/media/1', '2', 200]
])('script that sends %s %s from a page of %j is answered %i', async (method, path, reader, status) => {
	const event = await requestOf(3600);
	event.url = new URL(path, event.url);
	event.request = new Request(event.url, { method, headers: { 'x-parley-reader': reader } });
	const answer = await hooks.handle({ event, resolve: () => Promise.resolve(new Response()) } as unknown as Handled);
	expect(answer.status).toBe(status);
	if (status === 409) {
		expect(await answer.json()).toMatchObject({ ok: false, code: 'reader.other', reason: expect.stringContaining('Another person') });
	}
});

it('script is told that its form was made for another person', async () => {
	expect((await send('2', '/drafts/save', 'application/json')).status).toBe(409);
});

it.each([
	['1', '/threads/1?/reply'],
	['', '/threads/1?/reply'],
	['2', '/kept?action=/x'],
	['2', '/sign-out'],
	['2', '/language']
])('form made for %j is sent to %s', async (reader, path) => {
	const answer = await send(reader, path);
	expect([answer.status, await answer.text()]).toEqual([200, 'Hello']);
});

it('address of forms that is typed leads home', async () => {
	const event = await requestOf(3600);
	const refused = new Response('GET method not allowed', { status: 405, headers: { 'set-cookie': 'a=b' } });
	const answer = await hooks.handle({ event, resolve: () => Promise.resolve(refused) } as unknown as Handled);
	expect([answer.status, answer.headers.get('location'), answer.headers.getSetCookie()]).toEqual([303, '/', ['a=b']]);
});

it('each form of a page that writes says for whom it was made', async () => {
	const event = await requestOf(3600);
	const page = '<form aria-label="a > b" method="post"><button>1</button></form><form method="get"></form><form\n\tmethod="POST"></form>';
	let html = '';
	await hooks.handle({
		event,
		resolve: async (_: unknown, { transformPageChunk }: { transformPageChunk(chunk: { html: string }): string }) => {
			html = transformPageChunk({ html: page });
			return new Response(html);
		}
	} as unknown as Handled);
	const field = '<input type="hidden" name="reader" value="1">';
	expect(html).toBe(
		`<form aria-label="a > b" method="post">${field}<button>1</button></form><form method="get"></form><form\n\tmethod="POST">${field}</form>`
	);
});

it.each([
	['GET', 302, '/sign-in?back=%2Fchat'],
	['HEAD', 302, '/sign-in?back=%2Fchat'],
	['PUT', 200, null]
])('%s of an address of other forums answers %i', async (method, status, location) => {
	const event = await requestOf(3600);
	const url = new URL('http://forum.example/login?back=%2Fchat');
	const moved = { ...event, url, request: new Request(url, { method, headers: { origin: url.origin } }) };
	const answer = await hooks.handle({ event: moved, resolve: () => Promise.resolve(new Response('page')) } as unknown as Handled);
	expect([answer.status, answer.headers.get('location')]).toEqual([status, location]);
});
