import { expect, it } from 'vitest';
import { formOf, joinForms } from './plurals.ts';

const FORMS = {
	en: { one: '{count} reply', other: '{count} replies' },
	ar: { zero: 'لا ردود', one: 'رد واحد', two: 'ردان', few: '{count} ردود', many: '{count} ردًا', other: '{count} رد' },
	ja: { other: '返信 {count} 件' },
	fr: { one: 'à {count} h : une', other: 'à {count} h : toutes' }
};

it.each([
	['en', 1, '{count} reply'],
	['en', 0, '{count} replies'],
	['en', 21, '{count} replies'],
	['ar', 0, 'لا ردود'],
	['ar', 1, 'رد واحد'],
	['ar', 2, 'ردان'],
	['ar', 103, '{count} ردود'],
	['ar', 11, '{count} ردًا'],
	['ar', 100, '{count} رد'],
	['ja', 1, '返信 {count} 件'],
	['fr', 0, 'à {count} h : une'],
	['fr', 1_000_000, 'à {count} h : toutes']
] as const)('in %s, %d has the form %j', (language, count, form) => {
	expect(formOf(joinForms(FORMS[language]), language, count)).toBe(form);
});

it('text without forms is its only one', () => {
	expect(formOf('{count}', 'ar', 1)).toBe('{count}');
});
