import { expect, it, vi } from 'vitest';
import { GET } from './+server.ts';

it.each(['bob', '@bob', ' ＠bob'])('%j finds bob', async (q) => {
	const find = vi.fn(async (path: string) => ({ data: { data: path === '/api/v1/members' ? [{ username: 'bob', displayName: 'Bob' }] : [] } }));
	const event = {
		url: new URL(`https://forum.example/search/suggest?q=${encodeURIComponent(q)}`),
		locals: { session: { user: { roles: [], groups: [] } }, api: { forum: { GET: find } } }
	};
	const answer = await GET(event as unknown as Parameters<typeof GET>[0]);
	expect(await answer.json()).toEqual([{ kind: 'person', text: 'Bob @bob', href: '/people/bob' }]);
	expect(find).toHaveBeenCalledWith('/api/v1/members', { params: { query: { q: 'bob', limit: 4 } } });
});
