import { expect, test } from 'vitest';
import { moved, newOrders } from './categories';

test.each([
	['a', -1, 'abc'],
	['b', -1, 'bac'],
	['b', 1, 'acb'],
	['c', 1, 'abc'],
	['c', -1, 'acb'],
	['x', 1, 'abc']
] as const)('%s moved by %i gives %s', (item, by, expected) => {
	expect(moved(['a', 'b', 'c'], item, by).join('')).toBe(expected);
});

const known = [
	{ slug: 'a', order: 10 },
	{ slug: 'b', order: 20 },
	{ slug: 'c', order: 30 }
];

test.each([
	['a b c', ''],
	['b a c', 'a25'],
	['c a b', 'c0'],
	['c', 'c0'],
	['', ''],
	['a c b', 'b40'],
	['x c b a', 'b40 a50'],
	['b', 'a25']
])('the order %j changes %j', (slugs, expected) => {
	expect(newOrders(known, slugs.split(' ')).map(({ slug, order }) => slug + order).join(' ')).toBe(expected);
});

test('categories of the same place get places of their own if there is no room', () => {
	const known = [...'abcd'].map((slug) => ({ slug, order: 0 }));
	expect(newOrders(known, ['a', 'c', 'b', 'd'])).toEqual([10, 20, 30, 40].map((order, index) => ({ slug: 'acbd'[index], order })));
	expect(newOrders(known, ['d', 'a', 'b', 'c'])).toEqual([{ slug: 'd', order: -10 }]);
});
