import { expect, test } from 'vitest';
import { banEnd, stepsOf, threadIdOf } from './moderation.ts';

test('ban ends after its days, or never', () => {
	const now = Date.parse('2026-11-22T04:00:00Z');
	expect(banEnd('7', now)).toBe('2026-11-29T04:00:00.000Z');
	expect(banEnd('', now)).toBeNull();
	expect(banEnd('-1', now)).toBeNull();
	expect(banEnd('1e9', now)).toBeNull();
});

test('steps of a thread follow its status', () => {
	expect(stepsOf({ status: 'locked', pinned: true })).toEqual(['unlock', 'archive', 'hide', 'unpin']);
	expect(stepsOf({ status: 'removed', pinned: false })).toEqual(['restore']);
	expect(stepsOf({ status: 'merged', pinned: false })).toEqual([]);
});

test('thread is named by its id or by the address of its page', () => {
	expect(threadIdOf(' 01KAG3A1B2 ')).toBe('01KAG3A1B2');
	expect(threadIdOf('https://forum.example.org/threads/01KAG3A1B2?post=4#post-4')).toBe('01KAG3A1B2');
});
