import { expect, it } from 'vitest';
import { promptly } from './promptly.ts';

it('value that comes in time is returned', async () => {
	expect(await promptly(Promise.resolve(3), 0)).toBe(3);
});

it('failed value is replaced', async () => {
	expect(await promptly(Promise.reject(new Error('away')), 0)).toBe(0);
});

it('late value is replaced', async () => {
	expect(await promptly(new Promise<number>(() => undefined), 0, 1)).toBe(0);
});
