import { expect, it } from 'vitest';
import { readProvider } from './identities.ts';

it('leaves out the spaces that were copied with the values of a provider', async () => {
	const body = new URLSearchParams({ name: ' Example', issuer: ' https://issuer.example\n', clientId: '\tparley ', clientSecret: '  a-secret \r\n' });
	const read = await readProvider(new Request('https://forum.example', { method: 'POST', body }));
	expect(read.body).toMatchObject({ issuer: 'https://issuer.example', clientId: 'parley', clientSecret: 'a-secret' });
	expect(read.values).not.toHaveProperty('clientSecret');
});

it('keeps the boxes for a form that is refused', async () => {
	const body = new URLSearchParams({ name: 'Example', trusted: 'on' });
	const { values } = await readProvider(new Request('https://forum.example', { method: 'POST', body }));
	expect(values).toMatchObject({ trusted: 'on', enabled: '', onlyWayIn: '' });
});

it('keeps the secret when none is given', async () => {
	const body = new URLSearchParams({ name: 'Example', clientSecret: ' ' });
	expect((await readProvider(new Request('https://forum.example', { method: 'POST', body }))).body).not.toHaveProperty('clientSecret');
});
