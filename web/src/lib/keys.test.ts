import { expect, test } from 'vitest';
import { KeyReader, SHORTCUTS } from './keys';

const read = (...keys: string[]) => {
	const reader = new KeyReader();
	return keys.map((key) => reader.read(key));
};

test.each([
	[['?'], ['?']],
	[['g', 'h'], [null, 'g h']],
	[['g', 'g', 'h'], [null, null, 'g h']],
	[['g', 'j', 'h'], [null, null, null]],
	[['h'], [null]],
	[['g', 'x', 'j'], [null, null, 'j']],
	[['j', 'j', 'k'], ['j', 'j', 'k']],
	[['J', 'Enter', ' ', 'Shift'], [null, null, null, null]],
	[['g', 'n', 'm'], [null, 'g n', null]]
])('keys %j do %j', (keys, expected) => {
	expect(read(...keys)).toEqual(expected);
});

test('no shortcut hides another one', () => {
	const keys = SHORTCUTS.map((one) => one.keys);
	expect(new Set(keys).size).toBe(keys.length);
	expect(keys.filter((one) => keys.some((other) => other.startsWith(`${one} `)))).toEqual([]);
});
