import { expect, test } from 'vitest';
import { type ChatPerson, continues, firstNew, inOrder, type Message, muteEnd, readersOf, showsFirstNew, titleOf } from './chat.ts';

const person = (username: string): ChatPerson => ({
	id: username,
	username,
	displayName: username.toUpperCase(),
	avatarUrl: ''
});

test('conversation has its name, or the names of the others', () => {
	const members = [person('ann'), person('bob'), person('cas')];
	expect(titleOf({ name: 'Tea', members, memberCount: 3 }, 'ann', '-')).toBe('Tea');
	expect(titleOf({ name: null, members, memberCount: 3 }, 'ann', '-')).toBe('BOB, CAS');
	expect(titleOf({ name: null, members, memberCount: 9 }, 'ann', '-')).toBe('BOB, CAS, …');
	expect(titleOf({ name: null, members: [person('ann')], memberCount: 1 }, 'ann', 'Only you')).toBe('Only you');
});

test('messages are read from the oldest to those that are being stored', () => {
	const shown = [{ seq: null }, { seq: 4 }, { seq: 3 }];
	expect(inOrder(shown).map(({ seq }) => seq)).toEqual([3, 4, null]);
});

test('first new message is the first one of another after the position', () => {
	const message = (seq: number | null, username: string) => ({ seq, author: person(username) }) as Message;
	const messages = [message(3, 'bob'), message(4, 'ann'), message(5, 'bob'), message(null, 'bob')];
	expect(firstNew(messages, 3, 'ann')).toBe(5);
	expect(firstNew(messages, 5, 'ann')).toBeNull();
});

test.each([
	[[11, 12, 13], 11, true, true],
	[[11, 12, 13], 10, true, false],
	[[1, 2, 3], 0, false, true],
	[[null, 12], 11, true, false],
	[[], 0, false, true]
])('page of messages %j read to %i, with older ones: %s, shows the first new one: %s', (seqs, readSeq, hasOlder, expected) => {
	expect(showsFirstNew(seqs.map((seq) => ({ seq })), readSeq, hasOlder)).toBe(expected);
});

test('message is read by those whose position has reached it', () => {
	expect(readersOf(4, [3, 4, 9])).toBe(2);
});

test('muting ends after its hours, or never', () => {
	const now = Date.parse('2026-11-22T04:00:00Z');
	expect(muteEnd('8', now)).toBe('2026-11-22T12:00:00.000Z');
	expect(muteEnd('', now)).toMatch(/^9999/);
	expect(muteEnd('-8', now)).toMatch(/^9999/);
});

const at = (clock: string, author = 'mira', day = '26 Nov') => ({ author, at: `2026-11-26T${clock}Z`, day });

test.each([
	['the same minute', at('10:00:30'), at('10:00:00'), true],
	['almost five minutes later', at('10:04:59'), at('10:00:00'), true],
	['five minutes later', at('10:05:00'), at('10:00:00'), false],
	['another author', at('10:00:30', 'jonas'), at('10:00:00'), false],
	['another day in the zone of the reader', at('23:00:30', 'mira', '27 Nov'), at('23:00:00'), false],
	['the first message', at('10:00:30'), undefined, false],
	['a message without a time, as of a template', { author: 'mira', at: '', day: '26 Nov' }, at('10:00:00'), false]
])('message goes on with the one before: %s', (_, message, before, expected) => {
	expect(continues(message, before)).toBe(expected);
});
