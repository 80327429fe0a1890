import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import AppFields from './AppFields.svelte';

function shown(forStaff: boolean, scopes: string[] = []): string {
	const data = { language: 'en' };
	return render(AppFields, { props: { forStaff, scopes }, context: new Map([['__request__', { page: { data, url: new URL('https://forum.example.org/settings/apps') } }]]) }).body;
}

it('scopes of staff are offered to administrators, and to the owner of an app that has them', () => {
	expect(shown(true)).toContain('value="moderation"');
	expect(shown(false)).not.toContain('value="moderation"');
	expect(shown(false)).toContain('value="threads:read"');
	expect(shown(false, ['moderation'])).toContain('value="moderation"');
	expect(shown(false, ['moderation'])).not.toContain('value="admin"');
});
