import { expect, it } from 'vitest';
import { firstCategories, slugOf } from './setup.ts';

it('slugs are plain letters', () => {
	expect(slugOf('Über Straßen & Plätze!')).toBe('uber-strassen-platze');
});

it('categories are lines with optional descriptions and unique slugs', () => {
	expect(firstCategories('News: what: is new\n\n  Talk \ntalk\n日本')).toEqual([
		{ slug: 'news', name: 'News', description: 'what: is new' },
		{ slug: 'talk', name: 'Talk' },
		{ slug: 'talk-2', name: 'talk' },
		{ slug: 'category', name: '日本' }
	]);
});
