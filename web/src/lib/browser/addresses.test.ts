import { expect, test } from 'vitest';
import { fileOf, hasEnded } from './addresses.ts';

const SIGNED = 'https://m.example/m/1/a.jpg?expires=600&signature=x_-';

test('signed address ends at its time, and an unsigned one never', () => {
	expect(hasEnded(SIGNED, 599_999)).toBe(false);
	expect(hasEnded(SIGNED, 600_000)).toBe(true);
	expect(hasEnded('https://m.example/m/1/a.jpg', Infinity)).toBe(false);
});

test('file stays the same when it is signed again', () => {
	expect(fileOf(SIGNED)).toBe('https://m.example/m/1/a.jpg');
	expect(fileOf(`${SIGNED} 160w, ${SIGNED.replace('600', '900')} 640w`)).toBe(
		'https://m.example/m/1/a.jpg 160w, https://m.example/m/1/a.jpg 640w'
	);
});
