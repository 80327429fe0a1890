import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('tasks run a few at a time, also after one has failed', async () => {
	const turns = new Turns(2);
	const running = new Set<number>();
	let most = 0;
	const task = (number: number) => async () => {
		running.add(number);
		most = Math.max(most, running.size);
		await Promise.resolve();
		running.delete(number);
		if (number === 1) {
			throw new Error('failed');
		}
		return number;
	};
	const ends = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => turns.take(task(number))));
	expect(ends.map(({ status }) => status)).toEqual(['rejected', ...Array(4).fill('fulfilled')]);
	expect(most).toBe(2);
});
