import { describe, expect, it } from 'vitest';
import de from './de.json';
import en from './en.json';
import { directionOf, negotiate, translator } from './index.ts';

describe('negotiate', () => {
	it.each([
		[undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
		[undefined, 'fr, en;q=0.5, de;q=0.7', 'de'],
		[undefined, 'de;q=0, en', 'en'],
		[undefined, 'fr', 'en'],
		[undefined, null, 'en'],
		['en', 'de', 'en'],
		['constructor', 'de', 'de']
	])('chosen %s and accepted %s give %s', (chosen, accepted, language) => {
		expect(negotiate(chosen, accepted)).toBe(language);
	});
});

describe('messages', () => {
	it('exist in every language with the same values', () => {
		const values = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();
		for (const key of Object.keys(en) as (keyof typeof en)[]) {
			expect(values(de[key]), key).toEqual(values(en[key]));
		}
		expect(Object.keys(de)).toEqual(Object.keys(en));
	});

	it('have plurals and numbers of their language', () => {
		expect(translator('en')('thread.replies', { count: 1 })).toBe('1 reply');
		expect(translator('de')('thread.replies', { count: 12345 })).toBe('12.345 Antworten');
	});
});

describe('directionOf', () => {
	it('follows the script of the language', () => {
		expect([directionOf('de'), directionOf('ar')]).toEqual(['ltr', 'rtl']);
	});
});
