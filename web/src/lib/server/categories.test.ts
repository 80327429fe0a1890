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
	['b a c', 'b10 a20'],
	['c a b', 'c10 a20 b30'],
	['c', 'c10 a20 b30'],
	['', ''],
	['x c b a', 'c10 a30'],
	['b', 'b10 a20']
])('the order %j changes %j', (slugs, expected) => {
	expect(newOrders(known, slugs.split(' ')).map(({ slug, order }) => slug + order).join(' ')).toBe(expected);
});

test('categories of the same place get places of their own', () => {
	expect(newOrders([{ slug: 'a', order: 0 }, { slug: 'b', order: 0 }], ['b', 'a'])).toEqual([{ slug: 'b', order: 10 }, { slug: 'a', order: 20 }]);
});
