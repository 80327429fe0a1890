import { expect, it, vi } from 'vitest';
import { load } from './+page.server';

const accounts = ['ann', 'ben'].map((username) => ({ id: username.toUpperCase(), username }));
const meta = { pagination: { next: null, prev: null } };

function loaded(search: string) {
	const auth = vi.fn(async (_path: string, { params: { query } }: { params: { query: Record<string, string> } }) => ({
		response: new Response(),
		data: { data: query.ids ? accounts : accounts.filter(({ username }) => username.startsWith(query.q ?? '')), meta }
	}));
	const forum = vi.fn(async () => ({ response: new Response(), data: { data: accounts } }));
	const event = { url: new URL(`https://forum.example/administration/users${search}`), locals: { api: { auth: { GET: auth }, forum: { GET: forum } } } };
	return { auth, forum, page: load(event as never) as Promise<{ users: { username: string }[] }> };
}

it.each([
	['an', '?q=an', ['ann', 'ben']],
	['a name of several words', '?q=Lidd%20Ann', ['ann', 'ben']],
	['nothing', '', ['ann', 'ben']]
])('accounts are found once by usernames and by displayed names: %s', async (_, search, expected) => {
	const { users } = await loaded(search).page;
	expect(users.map(({ username }) => username)).toEqual(expected);
});

it('role of the filter holds for people who are found by their names', async () => {
	const { auth, page } = loaded('?q=an&role=admin');
	await page;
	expect(auth).toHaveBeenLastCalledWith('/api/v1/admin/users', { params: { query: { ids: 'ANN,BEN', limit: 20, role: 'admin' } } });
});

it.each(['?q=a%40b.example', '?q=an&cursor=c', `?q=${'a'.repeat(51)}`, '', '?q=%20'])('no names are asked for: %s', async (search) => {
	const { forum, page } = loaded(search);
	await page;
	expect(forum).not.toHaveBeenCalled();
});
