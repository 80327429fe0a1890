import { expect, test } from 'vitest';
import { middle, movedPart, placedPart, placeOf, zoomedPart } from './crop.ts';

const SIZE = { width: 400, height: 200 };

test('part begins as the largest square in the middle', () => {
	expect(middle(SIZE)).toEqual({ x: 100, y: 0, side: 200 });
});

test('part stays within the picture', () => {
	expect(movedPart(middle(SIZE), SIZE, 500, -5)).toEqual({ x: 200, y: 0, side: 200 });
	expect(movedPart(middle(SIZE), SIZE, -500, 5)).toEqual({ x: 0, y: 0, side: 200 });
});

test('magnified part keeps its middle', () => {
	const near = zoomedPart(middle(SIZE), SIZE, 2);
	expect(near).toEqual({ x: 150, y: 50, side: 100 });
	expect(zoomedPart(near, SIZE, 1)).toEqual(middle(SIZE));
	expect(zoomedPart({ x: 0, y: 0, side: 100 }, SIZE, 1)).toEqual({ x: 0, y: 0, side: 200 });
});

test('place of a part is between the edges', () => {
	const right = placedPart(middle(SIZE), SIZE, 1, 0.25);
	expect(right).toEqual({ x: 200, y: 0, side: 200 });
	expect(placeOf(right, SIZE)).toEqual({ right: 1, down: 0.5 });
});
