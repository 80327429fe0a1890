import { expect, it } from 'vitest';
import { firstCategories } from './categories.ts';

const many = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, number) => [`c-${number}`, { name: `C ${number}`, colour: '#2e7d32', list: 'everyone' }]));

const slugsOf = (count: number, current?: string) => firstCategories(many(count), current).map(([slug]) => slug);

it.each([0, 1, 12])('all of %d categories are shown', (count) => {
	expect(slugsOf(count)).toEqual(Object.keys(many(count)));
});

it.each([
	['no category', undefined, 12],
	['one of the first', 'c-11', 12],
	['a later one', 'c-300', 13],
	['an unknown one', 'other', 12],
	['a name of every object', 'constructor', 12]
])('of many, twelve and that of the page are shown: %s', (_, current, count) => {
	const slugs = slugsOf(400, current);
	expect(slugs).toHaveLength(count);
	expect(slugs.slice(0, 12)).toEqual(slugsOf(12));
	expect(slugs.includes(current ?? 'c-0')).toBe(current === undefined || Object.hasOwn(many(400), current));
});
