import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isForeign } from './origin.ts';

const SITE = new URL('https://forum.example.org');

it.each([
	['GET', { origin: 'https://evil.example' }, false],
	['POST', { origin: 'https://forum.example.org', 'sec-fetch-site': 'same-origin' }, false],
	['POST', { origin: 'https://forum.example.org' }, false],
	['POST', { origin: 'https://evil.example' }, true],
	['POST', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
	['POST', { 'sec-fetch-site': 'same-site' }, true],
	['POST', { origin: 'null', 'sec-fetch-site': 'same-origin' }, false],
	['POST', { origin: 'null', 'sec-fetch-site': 'cross-site' }, true],
	['POST', { origin: 'null' }, true],
	['DELETE', { origin: 'https://forum.example.org.evil.example' }, true],
	['POST', { origin: 'https://other.example.org', 'x-forwarded-host': 'other.example.org' }, false],
	['POST', {}, false]
])('%s with %o', (method, headers, foreign) => {
	expect(isForeign(new Request(SITE, { method, headers: headers as Record<string, string> }), SITE)).toBe(foreign);
});

it('pages without a referrer name the origin of their forms, which not every browser tells in another header', () => {
	expect(readFileSync('src/app.html', 'utf8')).toContain('<meta name="referrer" content="same-origin" />');
});
