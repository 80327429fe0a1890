import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Page from './+page.svelte';

function shown(suppressed: string | null): string {
	const data = { language: 'en', timeZone: 'UTC', user: { username: 'ann' }, account: { email: 'ann@forum.example', emailVerified: false }, twoFactor: false, suppressed };
	const page = { data, url: new URL('https://forum.example/settings/account') };
	return render(Page, { props: { data, form: null } as never, context: new Map([['__request__', { page }]]) }).body;
}

it('page of the address says that it gets no mails', () => {
	expect(shown('hard-bounce')).toContain('your address does not accept them');
	expect(shown('hard-bounce')).toContain('action="?/lift"');
	expect(shown(null)).not.toContain('action="?/lift"');
});
