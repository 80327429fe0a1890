import { expect, it } from 'vitest';
import { load } from './+page.server.ts';

type Event = Parameters<typeof load>[0];

/** The status that the page of a category asks for, for a reader with a role. */
async function askedStatus(role: string, query: string): Promise<unknown> {
	let status: unknown;
	const pages: Record<string, unknown> = {
		'/api/v1/categories/{slug}': { data: { slug: 'garden', post: 'everyone', postGroups: [] } },
		'/api/v1/categories': { data: [] },
		'/api/v1/threads': { data: [], meta: { pagination: { next: null, prev: null } } }
	};
	const GET = (path: string, { params }: { params?: { query?: { status?: string } } } = {}) => {
		status = path === '/api/v1/threads' ? params?.query?.status : status;
		return Promise.resolve({ data: pages[path], response: { ok: true, url: `https://forum.example${path}` } });
	};
	const url = new URL(`https://forum.example/categories/garden${query}`);
	const session = { user: { id: role, username: role, roles: ['user', role], groups: [] } };
	const event = { url, params: { slug: 'garden' }, request: new Request(url), locals: { session, api: { forum: { GET } } } };
	const shown = (await load(event as unknown as Event)) as { status?: string };
	expect(shown.status).toBe(status);
	return status;
}

it.each(['hidden', 'removed'])('moderator reads the %s threads of a category', async (status) => {
	expect(await askedStatus('moderator', `?status=${status}`)).toBe(status);
});

it.each([
	['user', '?status=removed'],
	['moderator', '?status=open'],
	['moderator', '']
])('list for %s at %j has no status', async (role, query) => {
	expect(await askedStatus(role, query)).toBeUndefined();
});
