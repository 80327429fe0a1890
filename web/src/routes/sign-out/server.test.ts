import { beforeAll, expect, it, vi } from 'vitest';
import { POST } from './+server.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

it.each([
	[204, '/'],
	[401, '/'],
	[429, '/oauth2/logout'],
	[503, '/oauth2/logout'],
	[null, '/oauth2/logout']
])('sign-out that the API answers with %s forgets the browser and leads to %s', async (status, location) => {
	const logout = async () => (status === null ? Promise.reject(new TypeError('fetch failed')) : { response: new Response(null, { status }) });
	const remove = vi.fn();
	const event = { locals: { session: {}, api: { auth: { POST: logout } } }, cookies: { delete: remove, get: () => '1', getAll: () => [] } };
	const answer = await POST(event as unknown as Parameters<typeof POST>[0]);
	expect(answer.headers.get('location')).toBe(location);
	expect(answer.headers.get('clear-site-data')).toBe('"storage"');
	expect(remove).toHaveBeenCalled();
});
