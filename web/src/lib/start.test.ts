import { expect, test } from 'vitest';
import { startingThreads } from './start';

const thread = (id: string, createdAt: string, username: string | null = 'admin') => ({
	id,
	createdAt: `2026-11-${createdAt}:00Z`,
	author: username ? { id: username, username, displayName: username, avatarUrl: null } : null
});

type Begun = ReturnType<typeof thread>;

const ids = (threads: Begun[], administrators = ['admin']) =>
	startingThreads(threads as never[], administrators).map(({ id }) => id);

test.each([
	['welcome and a thread of somebody else within the day', [thread('a', '20T09:00'), thread('b', '20T09:01', 'mira')], ['a', 'b']],
	['a thread with two tags is one', [thread('a', '20T09:00'), thread('a', '20T09:00')], ['a']],
	['later threads of members are their own', [thread('a', '20T09:00'), thread('b', '21T11:00', 'alice')], ['a']],
	['later threads of administrators are their own', [thread('a', '20T09:00'), thread('b', '29T23:00')], ['a']],
	['nothing without an administrator', [thread('b', '20T09:00', 'alice'), thread('c', '20T09:00', null)], []],
	['a day is the limit', [thread('a', '20T09:00'), thread('b', '21T09:00', 'bob'), thread('c', '21T09:01', 'bob')], ['a', 'b']],
	['members before the first administrator', [thread('a', '10T07:00', 'bob'), thread('b', '20T09:00')], ['b']],
	['nothing of nothing', [], []]
])('starting threads: %s', (_, threads, expected) => {
	expect(ids(threads)).toEqual(expected);
});

test('another administrator starts a forum', () => {
	expect(ids([thread('a', '20T09:00', 'boss')], ['boss', 'admin'])).toEqual(['a']);
});
