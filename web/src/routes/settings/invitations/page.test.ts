import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { load } from './+page.server.ts';
import Page from './+page.svelte';

type Event = Parameters<typeof load>[0];

const list = { data: [], meta: { pagination: { next: null, prev: null } } };

function shown(roles: string[], mode: string, inviters: string | null) {
	const answer = (data: unknown) => ({ data, response: new Response() });
	const auth = {
		GET: async (path: string) => answer(path === '/api/v1/auth/registration' ? { data: { mode, inviters } } : path === '/api/v1/admin/groups' ? { data: [] } : list)
	};
	const url = new URL('https://forum.example.org/settings/invitations');
	return load({ url, locals: { language: 'en', session: { user: { roles } }, api: { auth } } } as unknown as Event) as Promise<Record<string, unknown>>;
}

describe('form of an invitation', () => {
	it.each([
		[['user'], 'open', 'admin', false],
		[['user'], 'open', 'user', true],
		[['user', 'moderator', 'admin'], 'invitation', null, true],
		[['user', 'moderator', 'admin'], 'closed', 'admin', false]
	])('of %s while registration is %s and %s invites is shown: %s', async (roles, mode, inviters, expected) => {
		const data = { language: 'en', timeZone: 'UTC', ...(await shown(roles, mode, inviters)) };
		const page = { data, url: new URL('https://forum.example.org/settings/invitations') };
		const { body } = render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) });
		expect(body.includes('?/invite')).toBe(expected);
	});
});
