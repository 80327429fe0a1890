import { expect, test } from 'vitest';
import { canonicalAddress, firstAddress, pageAddress } from './paging.ts';

test('next page keeps the filters and drops the action of a form', () => {
	const url = new URL('https://forum.example.org/moderation?/claim&status=open&cursor=old');
	expect(pageAddress(url, 'a b')).toBe('/moderation?status=open&cursor=a+b');
});

test.each([
	['/bookmarks', null],
	['/bookmarks?/remove', null],
	['/moderation?/claim&status=open&cursor=old', '/moderation?status=open'],
	['/bookmarks?cursor=old', '/bookmarks']
])('first page of the list at %s is %s', (address, first) => {
	expect(firstAddress(new URL(address, 'https://forum.example.org'))).toBe(first);
});

test('list without another page has no address of one', () => {
	expect(pageAddress(new URL('https://forum.example.org/moderation'), null)).toBeNull();
});

test.each([
	['/threads/1', '/threads/1', '/threads/1'],
	['/threads/1', '/threads/1?view=tree', '/threads/1'],
	['/threads/1', '/threads/1?cursor=a%20b', '/threads/1?cursor=a+b'],
	['/threads/1', '/threads/1?view=tree&cursor=a&replyTo=2', '/threads/1?view=tree&cursor=a'],
	['/categories/c', '/categories/c?sort=top', '/categories/c'],
	['/categories/c', '/categories/c?sort=top&cursor=a&utm_source=x', '/categories/c?sort=top&cursor=a'],
	['/explore?sort=top&window=week', '/explore?sort=top&window=week', '/explore?sort=top&window=week'],
	['/explore?sort=top&window=week', '/explore?sort=top&window=week&cursor=a', '/explore?sort=top&window=week&cursor=a'],
	['/', '/?cursor=a&/reply', '/?cursor=a']
])('of %s the page %s is known as %s', (base, address, canonical) => {
	expect(canonicalAddress(base, new URL(address, 'https://forum.example.org'))).toBe(canonical);
});
