import { expect, it } from 'vitest';
import { movedPlace, placeOf } from './moved.ts';

it.each([
	['/api/v1/threads/OLD/posts', null],
	['/api/v1/threads/OLD/posts?around=4', null],
	['/api/v1/threads/NEW/posts?around=1', '/threads/NEW?post=1#post-1'],
	['/api/v1/threads/NEW/posts?limit=20&around=45', '/threads/NEW?post=45#post-45'],
	['/api/v1/threads/NEW/posts', '/threads/NEW'],
	['/api/v1/threads/NEW/posts?cursor=a%2Fb', '/threads/NEW?cursor=a%2Fb'],
	['/api/v1/threads/NEW/posts?view=tree&cursor=c', '/threads/NEW?view=tree&cursor=c'],
	['/api/v1/threads/NEW/posts?view=tree', '/threads/NEW'],
	['/api/v1/threads/NEW', null]
])('posts of OLD that are at %s are shown at %s', (address, place) => {
	expect(movedPlace('OLD', { url: `http://127.0.0.1:5000${address}` })).toBe(place);
});

it.each([
	['/login', '/sign-in'],
	['/signup', '/register'],
	['/logout', undefined],
	['/login/', undefined],
	['/constructor', undefined],
	['constructor', undefined]
])('typed address %s leads to %s', (path, place) => {
	expect(placeOf(path)).toBe(place);
});
