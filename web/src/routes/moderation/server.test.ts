import { expect, it } from 'vitest';
import { load } from './+page.server.ts';

const pagination = { next: null, prev: null };

it.each([
	['POST', ['c', undefined], ['first']],
	['GET', ['c'], []]
])('page of cases that is empty after a %s', async (method, asked, expected) => {
	const cursors: (string | undefined)[] = [];
	const GET = async (_: string, { params: { query } }: { params: { query: { cursor?: string } } }) => {
		cursors.push(query.cursor);
		return { data: { data: query.cursor ? [] : ['first'], meta: { pagination } }, response: new Response() };
	};
	const url = new URL('https://forum.example.org/moderation?/decide&cursor=c');
	const event = { url, request: new Request(url, { method }), locals: { api: { moderation: { GET } } } };
	expect(await load(event as never)).toMatchObject({ cases: expected });
	expect(cursors).toEqual(asked);
});
