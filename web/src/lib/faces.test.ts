import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLOURS, colourOf, lettersOf } from './faces.ts';

const person = (displayName: string, username = 'someone') => ({ displayName, username });

describe('letters', () => {
	it.each([
		['Mira Okafor', 'MO'],
		['mira', 'M'],
		['Jean-Luc van der Berg', 'JB'],
		['  Ayşe   Demir ', 'AD'],
		['山田 健二', '山'],
		['عمر حداد', 'ع'],
		['김민수', '김'],
		['Ольга Петрова', 'ОП'],
		['e\u0301lodie', 'E\u0301'],
		['👩‍🌾 Gardener', '👩‍🌾G'],
		['3D Printer', '3P'],
		['"Bob"', 'B'],
		['!!!', '?'],
		['', 'S']
	])('of %j are %j', (name, letters) => {
		expect(lettersOf(person(name))).toBe(letters);
	});
});

describe('colour', () => {
	it('belongs to the username, whose case does not matter', () => {
		expect(colourOf(person('Mira', 'mira'))).toBe(colourOf(person('Renamed', 'MIRA')));
	});

	it('is each of the colours for some of a hundred people', () => {
		const used = new Set(Array.from({ length: 100 }, (_, number) => colourOf(person('', `person-${number}`))));
		expect([...used].sort((one, other) => one - other)).toEqual(Array.from({ length: COLOURS }, (_, number) => number));
	});

	const css = readFileSync('src/app.css', 'utf8');

	it.each(Array.from({ length: COLOURS }, (_, number) => number))('%d contrasts with white letters', (number) => {
		const colour = new RegExp(`^\\.f${number} \\{ background: (#[0-9a-f]{6}); \\}`, 'm').exec(css)?.[1] ?? '';
		expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
	});

	it.each([
		['#ffffff', 1],
		['#000000', 21],
		['#767676', 4.54]
	])('%s has the contrast %d', (colour, contrast) => {
		expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 2);
	});
});

/** The contrast of WCAG 2.2 between a colour and white. */
function contrastWithWhite(colour: string): number {
	const [red = NaN, green = NaN, blue = NaN] = (colour.match(/[0-9a-f]{2}/g) ?? [])
		.map((part) => parseInt(part, 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
