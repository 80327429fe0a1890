/** A measured value. */
export interface Point {
	at: string;
	value: number;
}

/** A line through points, as a path of SVG. */
export interface Line {
	path: string;
	least: number;
	most: number;
}

/** Draws points of a time line into a box. A line of equal values is in the middle. */
export function lineOf(points: Point[], width: number, height: number): Line | null {
	const sorted = points
		.map(({ at, value }) => ({ time: Date.parse(at), value }))
		.sort((one, other) => one.time - other.time);
	const [first] = sorted;
	const last = sorted.at(-1);
	if (!first || !last || first.time === last.time) {
		return null;
	}
	const values = sorted.map(({ value }) => value);
	const least = Math.min(...values);
	const most = Math.max(...values);
	const x = (time: number) => ((time - first.time) / (last.time - first.time)) * width;
	const y = (value: number) =>
		most === least ? height / 2 : height - ((value - least) / (most - least)) * height;
	const steps = sorted.map(({ time, value }) => `${x(time).toFixed(1)},${y(value).toFixed(1)}`);
	return { path: `M${steps.join('L')}`, least, most };
}
