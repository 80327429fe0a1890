import { expect, test } from 'vitest';
import { mayPost, moved, newOrders } from './categories';

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

test('categories of the same place give way on the shorter side if there is no room', () => {
	const known = [...'abcde'].map((slug) => ({ slug, order: 0 }));
	expect(newOrders(known, ['b', 'a', 'c', 'd', 'e'])).toEqual([{ slug: 'b', order: -20 }, { slug: 'a', order: -10 }]);
	expect(newOrders(known, ['a', 'b', 'c', 'e', 'd'])).toEqual([{ slug: 'd', order: 10 }]);
	expect(newOrders(known, ['a', 'b', 'd', 'c', 'e'])).toEqual([{ slug: 'c', order: 10 }, { slug: 'e', order: 20 }]);
	expect(newOrders(known, ['e', 'a', 'b', 'c', 'd'])).toEqual([{ slug: 'e', order: -10 }]);
});

test('one of many categories of the same place moves with at most half of the others', () => {
	const known = Array.from({ length: 35 }, (_, index) => ({ slug: `c${index}`, order: 0 }));
	const slugs = known.map(({ slug }) => slug);
	for (const slug of slugs) {
		const wanted = moved(slugs, slug, 1);
		const changed = newOrders(known, wanted);
		expect(changed.length).toBeLessThanOrEqual(18);
		const order = (one: string) => changed.find((found) => found.slug === one)?.order ?? 0;
		const sorted = slugs.toSorted((one, other) => order(one) - order(other));
		expect(sorted).toEqual(wanted);
	}
});

const person = (roles: string[], groups: string[] = []) => ({ id: '1', username: 'p', displayName: 'P', roles, groups });

test.each([
	['everyone', null, [], true],
	['members', person(['user']), [], true],
	['moderators', null, [], false],
	['moderators', person(['user']), [], false],
	['moderators', person(['user']), ['c'], true],
	['moderators', person(['user']), ['other'], false],
	['moderators', person(['user', 'moderator']), 'all', true],
	['moderators', person(['user'], ['g']), [], true],
	['admins', person(['user'], ['g']), [], true],
	['admins', person(['user'], ['h']), [], false],
	['admins', person(['user', 'moderator']), 'all', false],
	['admins', person(['user', 'moderator', 'admin']), 'all', true]
] as const)('category for %s lets %j, who moderates %j, post: %s', (post, user, moderated, expected) => {
	const reader = user && { ...user, roles: [...user.roles], groups: [...user.groups] };
	expect(mayPost({ slug: 'c', post, postGroups: ['g'] }, reader, moderated === 'all' ? 'all' : [...moderated])).toBe(expected);
});
