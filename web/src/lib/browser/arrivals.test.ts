import { expect, it } from 'vitest';
import { Arrivals, SeenEvents } from './arrivals.ts';

it('posts that the page shows do not arrive', () => {
	const arrivals = new Arrivals(20);
	arrivals.add(20);
	arrivals.add(22);
	arrivals.add(21);
	arrivals.add(22);
	expect([arrivals.count, arrivals.first]).toEqual([2, 21]);
});

it('removed post has not arrived', () => {
	const arrivals = new Arrivals(20);
	arrivals.add(21);
	arrivals.remove(21);
	expect(arrivals.count).toBe(0);
});

it('shown posts are counted no more', () => {
	const arrivals = new Arrivals(20);
	[21, 22, 23].forEach((number) => arrivals.add(number));
	arrivals.show(22);
	expect([arrivals.count, arrivals.first, arrivals.lastShown]).toEqual([1, 23, 22]);
	arrivals.show(3);
	expect(arrivals.lastShown).toBe(22);
});

it('event is new once, until it is among the oldest', () => {
	const seen = new SeenEvents(2);
	const event = (id: string) => ({ id, type: 'post.created', data: null });
	expect(seen.isNew(event('a'))).toBe(true);
	expect(seen.isNew(event('a'))).toBe(false);
	seen.isNew(event('b'));
	seen.isNew(event('c'));
	expect(seen.isNew(event('a'))).toBe(true);
});
