import { expect, test } from 'vitest';
import { pageAddress } from './paging.ts';

test('next page keeps the filters and drops the action of a form', () => {
	const url = new URL('https://forum.example.org/moderation?/claim&status=open&cursor=old');
	expect(pageAddress(url, 'a b')).toBe('/moderation?status=open&cursor=a+b');
});

test('list without another page has no address of one', () => {
	expect(pageAddress(new URL('https://forum.example.org/moderation'), null)).toBeNull();
});
