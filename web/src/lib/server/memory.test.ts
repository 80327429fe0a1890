import { expect, it } from 'vitest';
import { Memory } from './memory.ts';

it('answer that was asked for before a change is not kept after it', async () => {
	const memory = new Memory<string>(1_000, 10);
	let arrive: (value: string) => void = () => {};
	const before = memory.find(() => 'a', () => new Promise<string>((resolve) => (arrive = resolve)), 0);
	memory.forget();
	arrive('old');
	expect(await before).toBe('old');
	expect(await memory.find(() => 'a', async () => 'new', 0)).toBe('new');
	expect(await memory.find(() => 'a', async () => 'newer', 0)).toBe('new');
});
