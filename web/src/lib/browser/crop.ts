/** The square part of a picture that an avatar shows, in pixels of the picture. */
export interface Part {
	x: number;
	y: number;
	side: number;
}

interface Size {
	width: number;
	height: number;
}

/** The largest square in the middle of a picture. */
export function middle({ width, height }: Size): Part {
	const side = Math.min(width, height);
	return { x: (width - side) / 2, y: (height - side) / 2, side };
}

/** The part after it has moved by a distance; it stays within the picture. */
export function movedPart(part: Part, size: Size, right: number, down: number): Part {
	return {
		...part,
		x: Math.min(Math.max(0, part.x + right), size.width - part.side),
		y: Math.min(Math.max(0, part.y + down), size.height - part.side)
	};
}

/** The part at another magnification, around the same middle; 1 is the largest square. */
export function zoomedPart(part: Part, size: Size, zoom: number): Part {
	const side = Math.min(size.width, size.height) / Math.max(1, zoom);
	const change = (part.side - side) / 2;
	return movedPart({ x: part.x + change, y: part.y + change, side }, size, 0, 0);
}

/** The part at a place between the edges of the picture, from 0 to 1. */
export function placedPart(part: Part, { width, height }: Size, right: number, down: number): Part {
	return { ...part, x: (width - part.side) * right, y: (height - part.side) * down };
}

/** Where a part is between the edges of the picture, from 0 to 1. */
export function placeOf(part: Part, { width, height }: Size): { right: number; down: number } {
	const between = (edge: number, room: number) => (room > 0 ? edge / room : 0.5);
	return { right: between(part.x, width - part.side), down: between(part.y, height - part.side) };
}
