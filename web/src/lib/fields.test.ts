import { expect, it } from 'vitest';
import { areaOf, USERNAME } from './fields.ts';

it.each([
	['\n\n    code', '\n\n\n    code'],
	['\r\na', '\n\r\na'],
	['a\nb', 'a\nb'],
	[undefined, '']
])('text area with %j', (text, content) => {
	expect(areaOf(text)).toBe(content);
});

it.each([
	['alice', true],
	['alice ', true],
	[' \u00a0alice', true],
	['@alice', true],
	['a-b_2', true],
	['al', false],
	['al ice', false],
	['@@alice', false],
	['álice', false],
	['a'.repeat(30), true],
	['a'.repeat(31), false]
])('field of a username takes %j: %s', (text, taken) => {
	expect(new RegExp(`^(?:${USERNAME.pattern})$`, 'v').test(text)).toBe(taken);
});

it('no field of a new password cuts what is pasted', () => {
	const pages = Object.values(import.meta.glob<string>('../routes/**/*.svelte', { query: '?raw', import: 'default', eager: true }));
	const fields = pages.flatMap((page) => page.match(/<Field [^>]*autocomplete="new-password"[^>]*>/g) ?? []);
	expect(fields.length).toBeGreaterThan(0);
	expect(fields.filter((field) => field.includes('maxlength'))).toEqual([]);
});
