import { expect, test } from 'vitest';
import { banEnd, shareOf, stepsOf, threadIdOf, timeOf } from './moderation.ts';

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

test('time is in its largest unit', () => {
	expect(timeOf(119.4)).toEqual({ unit: 'seconds', count: 119 });
	expect(timeOf(120)).toEqual({ unit: 'minutes', count: 2 });
	expect(timeOf(7199)).toEqual({ unit: 'minutes', count: 120 });
	expect(timeOf(86_400)).toEqual({ unit: 'hours', count: 24 });
});

test('share is in whole per cent', () => {
	expect(shareOf(2 / 3)).toBe(67);
	expect(shareOf(null)).toBe(0);
});
