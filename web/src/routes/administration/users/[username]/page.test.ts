import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

function shown(by: string): string {
	const ban = { reason: 'Advertising, again.', until: null, by, at: '2026-11-01T10:00:00Z' };
	const account = { id: 'u', username: 'ann', displayName: 'Ann', email: 'ann@forum.example', emailVerified: true, roles: ['user'], status: 'banned', ban, createdAt: '2026-01-01T00:00:00Z' };
	const data = { language: 'de', timeZone: 'UTC', user: { username: 'admin' }, account };
	const page = { data, url: new URL('https://forum.example/administration/users/ann') };
	return render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) }).body;
}

it('suspension by a directory is no permanent ban with a reason in English', () => {
	expect(shown('directory')).toContain('Das Verzeichnis einer Organisation hat das Konto gesperrt.');
	expect(shown('directory')).not.toContain('Advertising');
	expect(shown('moderator')).toContain('Advertising');
});
