import { expect, test } from 'vitest';
import { keyOf, KeyReader, SHORTCUTS } from './keys';

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

test.each([
	['ت', 'KeyJ', 'j'],
	['о', 'KeyJ', 'j'],
	['j', 'KeyC', 'j'],
	['ı', 'KeyR', 'ı'],
	['?', 'Minus', '?'],
	['؟', 'Slash', '?'],
	['／', 'Slash', '/'],
	['Enter', 'Enter', 'Enter']
])('key %s at %s means %s', (key, code, expected) => {
	expect(keyOf({ key, code, shiftKey: expected === '?' })).toBe(expected);
});

test('no shortcut hides another one', () => {
	const keys = SHORTCUTS.map((one) => one.keys);
	expect(new Set(keys).size).toBe(keys.length);
	expect(keys.filter((one) => keys.some((other) => other.startsWith(`${one} `)))).toEqual([]);
});
