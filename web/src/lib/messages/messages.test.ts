import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Forms } from '#lib/plurals.ts';
import en from './en.json';
import { directionOf, formsOf, LANGUAGES, negotiate, numberFormat, translator, type Language, type MessageKey } from './index.ts';

describe('negotiate', () => {
	it.each([
		[undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
		[undefined, 'haw, en;q=0.5, de;q=0.7', 'de'],
		[undefined, 'de;q=0, en', 'en'],
		[undefined, 'haw', 'en'],
		[undefined, null, 'en'],
		['en', 'de', 'en'],
		['constructor', 'de', 'de']
	])('chosen %s and accepted %s give %s', (chosen, accepted, language) => {
		expect(negotiate(chosen, accepted)).toBe(language);
	});
});

const FILES = import.meta.glob<Record<string, string | Forms>>('./*.json', { eager: true, import: 'default' });

const KEYS = Object.keys(en) as MessageKey[];

const SHARED = new Set(readFileSync('src/lib/messages/shared-words.txt', 'utf8').split('\n').slice(1).join(' ').split(/\s+/));

/** The categories of counts in a language, each with the first two of its numbers. */
function categoriesOf(language: string): Map<string, number[]> {
	const plurals = new Intl.PluralRules(language);
	const categories = new Map<string, number[]>();
	for (let count = 0; count < 1_000_000; count += count < 2_000 ? 1 : 499) {
		const category = plurals.select(count);
		const numbers = categories.get(category) ?? [];
		if (numbers.length < 2) {
			categories.set(category, [...numbers, count]);
		}
	}
	return categories;
}

function valuesOf(form: string): string[] {
	return [...new Set(form.match(/\{\w+\}/g))].sort();
}

function wordsOf(form: string): string[] {
	return form.replaceAll(/\{\w+\}/g, '').match(/\p{L}+/gu) ?? [];
}

it('each file of messages has a language', () => {
	expect(Object.keys(LANGUAGES).map((language) => `./${language}.json`).sort()).toEqual(Object.keys(FILES).sort());
});

describe.each(Object.keys(LANGUAGES) as Language[])('messages in %s', (language) => {
	const texts = FILES[`./${language}.json`] ?? {};
	const categories = categoriesOf(language);
	const forms = KEYS.flatMap((key) => Object.entries(formsOf(language, key)).map(([category, form]) => ({ key, category, form })));

	it('are those of English, in the same order', () => {
		expect(Object.keys(texts)).toEqual(KEYS);
	});

	it('have a form for each category of counts', () => {
		for (const key of KEYS) {
			const counted = typeof en[key] !== 'string';
			expect(typeof texts[key] !== 'string', key).toBe(counted);
			if (counted) {
				expect(Object.keys(texts[key] ?? {}).sort(), key).toEqual([...categories.keys()].sort());
			}
		}
	});

	it('have the values of English; words may replace a number that is the only one of its form', () => {
		for (const { key, category, form } of forms) {
			const english = formsOf('en', key);
			const expected = valuesOf(english.other);
			const single = categories.get(category)?.length === 1 || (english.one && !english.one.includes('{count}'));
			const withoutCount = expected.filter((value) => value !== '{count}');
			const needed = single && category !== 'other' && !form.includes('{count}') ? withoutCount : expected;
			expect(valuesOf(form), `${key} ${category}`).toEqual(needed);
			expect(form.replaceAll(/\{\w+\}/g, ''), `${key} ${category}`).not.toMatch(/[{}]/);
			expect(form, `${key} ${category}`).toBe(form.trim());
			expect(form, `${key} ${category}`).not.toBe('');
		}
	});

	it.skipIf(language === 'en')('are translated', () => {
		const english = (key: MessageKey) => Object.values(formsOf('en', key));
		const same = forms
			.filter(({ key, form }) => english(key).includes(form))
			.filter(({ form }) => wordsOf(form).some((word) => !SHARED.has(word) && !SHARED.has(word.toLowerCase())))
			.map(({ key, form }) => `${key}: ${form}`);
		expect(same).toEqual([]);
	});

	it.skipIf(directionOf(language) === 'ltr')('isolate what is written from left to right and has signs at its edges', () => {
		const jumbled = /(?:^|[^!-~])[+#@/][A-Za-z0-9]|[A-Za-z0-9][+#@](?![A-Za-z0-9])|[A-Za-z]:["\p{Script=Arabic}]|[A-Za-z0-9]، [A-Za-z0-9]/u;
		const shown = forms.map(({ key, form }) => `${key}: ${form.replaceAll(/\u2066[^\u2069]*\u2069/g, '…')}`);
		expect(shown.filter((text) => jumbled.test(text.slice(text.indexOf(' ') + 1)))).toEqual([]);
	});

	it('can be joined for scripts', () => {
		expect(forms.filter(({ form }) => form.includes('|'))).toEqual([]);
	});

	it('fill each count with a form of its category', () => {
		for (const [category, [count = 0]] of categories) {
			const form = formsOf(language, 'thread.replies')[category as keyof Forms] ?? '';
			const number = new Intl.NumberFormat(language).format(count);
			expect(translator(language)('thread.replies', { count })).toBe(form.replace('{count}', number));
		}
	});
});

it.each([
	['en', 1, '1 reply'],
	['de', 12_345, '12.345 Antworten']
] as const)('in %s, %d replies are %j', (language, count, text) => {
	expect(translator(language)('thread.replies', { count })).toBe(text);
});

it('direction follows the script of the language', () => {
	expect([directionOf('de'), directionOf('ar')]).toEqual(['ltr', 'rtl']);
});

it.each([
	['de', '12.345'],
	['en', '12,345'],
	['fr', '12\u202f345']
] as const)('number alone is written as in messages of %s', (language, text) => {
	expect(numberFormat(language).format(12_345)).toBe(text);
});
