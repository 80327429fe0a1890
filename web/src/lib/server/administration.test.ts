import { isHttpError } from '@sveltejs/kit';
import { beforeAll, expect, it, vi } from 'vitest';
import { confirmRoles, peopleOf } from './administration.ts';

beforeAll(() => {
	Object.assign(process.env, {
		PARLEY_PUBLIC_URL: 'https://forum.example',
		PARLEY_GATEWAY_URI: 'http://127.0.0.1:1',
		PARLEY_WEB_SECRET: 's',
		PARLEY_WEB_KEY: Buffer.alloc(32, 1).toString('base64')
	});
});

const ANN = '01KAG2V7Q8X4M6T0N3R5W9YZAB';

const ERASED = '01KAG6C7D8E9F0G1H2J3K4M5N6';

function eventOf(status: number, page = 'https://forum.example/administration/audit', roles = ['user', 'admin']) {
	const data = status === 200 ? { data: [{ id: ANN, username: 'ann', displayName: 'Ann', email: 'ann@example.org' }] } : undefined;
	const get = vi.fn(async () => ({ data, response: new Response(null, { status }) }));
	const event = { url: new URL(page), request: new Request(page), locals: { language: 'en', session: { user: { roles } }, api: { auth: { GET: get } } } };
	return { event: event as never, get };
}

it('people of a page are found by one request', async () => {
	const { event, get } = eventOf(200);
	expect(await peopleOf(event, [ANN, null, ERASED, ANN, 'a program'])).toEqual({ [ANN]: { username: 'ann', displayName: 'Ann' } });
	expect(get).toHaveBeenCalledExactlyOnceWith(expect.any(String), { params: { query: { ids: `${ANN},${ERASED}`, limit: 100 } } });
});

it('page without people asks for none', async () => {
	const { event, get } = eventOf(200);
	expect(await peopleOf(event, [null, 'a program'])).toEqual({});
	expect(get).not.toHaveBeenCalled();
});

it('people who cannot be read are not shown as erased', async () => {
	await expect(peopleOf(eventOf(503).event, [ANN])).rejects.toSatisfy((failure) => isHttpError(failure, 503));
});

it.each([
	['/administration', ['user'], 1],
	['/administration/users?q=a', ['user', 'moderator'], 1],
	['/administration', ['user', 'moderator', 'admin'], 0],
	['/moderation', ['user'], 0]
])('the token of a reader of %s with the roles %j is confirmed: %i', async (path, roles, times) => {
	const { event, get } = eventOf(200, `https://forum.example${path}`, roles);
	await confirmRoles(event);
	expect(get).toHaveBeenCalledTimes(times);
});
