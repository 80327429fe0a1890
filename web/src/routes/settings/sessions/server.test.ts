import { isRedirect } from '@sveltejs/kit';
import { beforeAll, expect, it, vi } from 'vitest';
import { actions as deletion } from '../delete/+page.server.ts';
import { actions } from './+page.server.ts';

type Event = Parameters<NonNullable<typeof actions.everywhere>>[0];

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

/** Sends a form that ends all sessions, which the API answers with a status; returns the headers that it sets. */
async function headersOf(action: (event: Event) => unknown, status: number) {
	const answer = () => Promise.resolve({ response: new Response(null, { status }) });
	const setHeaders = vi.fn();
	const event = {
		request: new Request('https://forum.example/', { method: 'POST', body: new URLSearchParams() }),
		cookies: { get: () => undefined },
		setHeaders,
		locals: { language: 'en', session: {}, api: { auth: { POST: answer, DELETE: answer } } }
	};
	try {
		await action(event as unknown as Event);
	} catch (thrown) {
		expect(isRedirect(thrown)).toBe(true);
	}
	return setHeaders.mock.calls;
}

it.each([
	['sign-out everywhere', actions.everywhere],
	['deletion of the account', deletion.default]
])('%s empties the storage of the browser, unless it is refused', async (_, action) => {
	expect(await headersOf(action as never, 204)).toEqual([[{ 'clear-site-data': '"storage"' }]]);
	expect(await headersOf(action as never, 503)).toEqual([]);
});
