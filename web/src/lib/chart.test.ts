import { expect, test } from 'vitest';
import { lineOf } from './chart.ts';

const at = (hour: number) => `2026-11-22T0${hour}:00:00Z`;

test('line goes from the first to the last time, upwards with the values', () => {
	const newestFirst = [
		{ at: at(4), value: 30 },
		{ at: at(1), value: 15 },
		{ at: at(0), value: 10 }
	];
	expect(lineOf(newestFirst, 200, 100)).toEqual({ path: 'M0.0,100.0L50.0,75.0L200.0,0.0', least: 10, most: 30 });
});

test('line of equal values is in the middle', () => {
	expect(lineOf([{ at: at(0), value: 5 }, { at: at(1), value: 5 }], 200, 100)?.path).toBe('M0.0,50.0L200.0,50.0');
});

test('less than two times make no line', () => {
	expect(lineOf([], 200, 100)).toBeNull();
	expect(lineOf([{ at: at(0), value: 5 }], 200, 100)).toBeNull();
});
