import { expect, test } from 'vitest';
import { audiencesOf, listOf, listsOf, sortOf, sortsOf } from './forum';

test.each([
	['unread', true, 'unread'],
	['unread', false, 'latest'],
	['newest', false, 'newest'],
	['top', true, 'top'],
	['unanswered', false, 'unanswered'],
	[null, true, 'latest'],
	['', false, 'latest'],
	['constructor', true, 'latest'],
	['Unread', true, 'latest']
])('order %j of a member (%s) is %s', (text, isMember, expected) => {
	expect(sortOf(text, isMember)).toBe(expected);
});

test('guests have no unread threads', () => {
	expect(sortsOf(false)).toEqual(['latest', 'newest', 'top', 'unanswered']);
	expect(sortsOf(true)).toEqual(['latest', 'newest', 'unread', 'top', 'unanswered']);
});

test.each([
	[[], 'everyone members'],
	[['user'], 'everyone members'],
	[['user', 'moderator'], 'everyone members moderators'],
	[['admin'], 'everyone members moderators admins'],
	[['user', 'moderator', 'admin'], 'everyone members moderators admins'],
	[['Admin', 'owner'], 'everyone members']
])('people with the roles %j follow the lists of %s', (roles, expected) => {
	expect(audiencesOf(roles).join(' ')).toBe(expected);
});

test.each([
	['everyone', ['user'], 'everyone'],
	['members', ['user'], 'members'],
	['moderators', ['user'], 'its-own'],
	['moderators', ['user', 'moderator'], 'moderators'],
	['admins', ['user', 'moderator'], 'its-own'],
	['admins', ['user', 'moderator', 'admin'], 'admins'],
	['everyone', [], 'everyone']
] as const)('threads of a category of %s are announced to people with the roles %j in the room %s', (read, roles, expected) => {
	expect(listOf({ id: 'its-own', read }, [...roles])).toBe(expected);
});

test('lists of all threads are announced once each, and leave rooms for others', () => {
	const categories = ['everyone', 'a', 'members', 'b'].map((list) => ({ list }));
	expect(listsOf(['user'], categories)).toEqual(['everyone', 'members', 'a', 'b']);
	expect(listsOf(['user'], Array.from({ length: 50 }, (_, number) => ({ list: `c${number}` })))).toHaveLength(40);
});
