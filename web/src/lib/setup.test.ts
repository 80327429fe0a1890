import { expect, it } from 'vitest';
import { firstCategories, repeatedName } from './setup.ts';

it('categories are lines with optional descriptions', () => {
	expect(firstCategories('News: what: is new at 10:30, https://example.org/x\r\n\n  Talk \ntalk\n日本：旅行\nالأخبار: كل جديد').map(({ name, description }) => (description ? { name, description } : { name }))).toEqual([
		{ name: 'News', description: 'what: is new at 10:30, https://example.org/x' },
		{ name: 'Talk' },
		{ name: 'talk' },
		{ name: '日本', description: '旅行' },
		{ name: 'الأخبار', description: 'كل جديد' }
	]);
});

it('each of the first categories has another colour', () => {
	expect(new Set(firstCategories('A\nB\nC').map(({ colour }) => colour)).size).toBe(3);
});

it.each([
	['General\ngeneral', 'general'],
	['A: b\nC\nＣ: d', 'Ｃ'],
	['General\nGeneral talk', undefined]
])('repeated name in %j is %s', (text, name) => {
	expect(repeatedName(firstCategories(text))).toBe(name);
});
