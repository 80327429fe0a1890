import { expect, test } from 'vitest';
import { audiencesOf, sortOf, sortsOf } from './forum';

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
