import { expect, it } from 'vitest';
import { readAppForm } from './apps.ts';

it('form of an app keeps its choices if it is refused, but no password', async () => {
	const body = new URLSearchParams({ kind: 'machine', name: 'Backup', scopes: 'threads:read', dpopRequired: 'on', password: 'secret' });
	const { values } = await readAppForm(new Request('https://forum.example', { method: 'POST', body }));
	expect(values).toMatchObject({ kind: 'machine', name: 'Backup', scopes: 'threads:read', dpopRequired: 'on', parRequired: '' });
	expect(values).not.toHaveProperty('password');
});

it('an emptied home page is removed', async () => {
	const body = new URLSearchParams({ kind: 'web', name: 'Backup', homePage: '' });
	expect((await readAppForm(new Request('https://forum.example', { method: 'POST', body }))).body.homePage).toBe('');
});
