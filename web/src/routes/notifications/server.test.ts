import { isRedirect } from '@sveltejs/kit';
import { beforeAll, expect, it } from 'vitest';
import { actions } from './+page.server.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

type Event = Parameters<NonNullable<(typeof actions)['all']>>[0];

/** Sends a form of the list, which the API answers with a status; returns the status of the page, or where it leads. */
async function send(name: 'all' | 'read' | 'remove', query: string, status: number): Promise<number | string | undefined> {
	const write = () => Promise.resolve({ response: new Response(null, { status }) });
	const address = `https://forum.example/notifications?/${name}&${query}`;
	const event = {
		url: new URL(address),
		request: new Request(address, { method: 'POST', body: new URLSearchParams({ id: 'n1' }) }),
		locals: { language: 'en', session: {}, api: { notification: { PUT: write, DELETE: write } } }
	};
	try {
		const answer = await actions[name]?.(event as unknown as Event);
		return (answer as { status: number } | undefined)?.status;
	} catch (thrown) {
		if (isRedirect(thrown)) {
			return thrown.location;
		}
		throw thrown;
	}
}

it.each(['all', 'read', 'remove'] as const)('refusal of "%s" is shown on the page of the list', async (name) => {
	expect(await send(name, '', 429)).toBe(429);
});

it('reader stays in the part of the list where they were', async () => {
	expect(await send('read', 'unread=true&cursor=c1', 204)).toBe('/notifications?unread=true&cursor=c1');
	expect(await send('remove', 'unread=true', 204)).toBe('/notifications?unread=true&removed=n1');
	expect(await send('read', '', 204)).toBe('/notifications');
});
