import { expect, it } from 'vitest';
import { firstCategories } from './setup.ts';

it('categories are lines with optional descriptions', () => {
	expect(firstCategories('News: what: is new at 10:30, https://example.org/x\r\n\n  Talk \ntalk\n日本：旅行\nالأخبار: كل جديد')).toEqual([
		{ name: 'News', description: 'what: is new at 10:30, https://example.org/x' },
		{ name: 'Talk' },
		{ name: 'talk' },
		{ name: '日本', description: '旅行' },
		{ name: 'الأخبار', description: 'كل جديد' }
	]);
});
