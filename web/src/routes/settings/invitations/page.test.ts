import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { load } from './+page.server.ts';
import Page from './+page.svelte';

type Event = Parameters<typeof load>[0];

const list = { data: [], meta: { pagination: { next: null, prev: null } } };

function shown(roles: string[], mode: string, inviters: string | null, emailVerified = true) {
	const answers = {
		'/api/v1/auth/registration': { data: { mode, inviters } },
		'/api/v1/admin/groups': { data: [] },
		'/api/v1/users/me': { data: { emailVerified } }
	};
	const answer = (data: unknown) => ({ data, response: new Response() });
	const auth = {
		GET: async (path: keyof typeof answers) => answer(answers[path] ?? list)
	};
	const url = new URL('https://forum.example.org/settings/invitations');
	return load({ url, locals: { language: 'en', session: { user: { roles } }, api: { auth } } } as unknown as Event) as Promise<Record<string, unknown>>;
}

describe('form of an invitation', () => {
	it.each([
		[['user'], 'open', 'admin', true, false],
		[['user'], 'open', 'user', true, true],
		[['user'], 'open', 'user', false, false],
		[['user', 'moderator', 'admin'], 'invitation', null, true, true],
		[['user', 'moderator', 'admin'], 'closed', 'admin', true, false]
	])('of %s while registration is %s and %s invites, address verified: %s, is shown: %s', async (roles, mode, inviters, verified, expected) => {
		const data = { language: 'en', timeZone: 'UTC', ...(await shown(roles, mode, inviters, verified)) };
		const page = { data, url: new URL('https://forum.example.org/settings/invitations') };
		const { body } = render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) });
		expect(body.includes('?/invite')).toBe(expected);
	});
});
