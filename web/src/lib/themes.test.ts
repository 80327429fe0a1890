import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themeOf } from './themes';

test.each(['light', 'dark', 'device'])('%s is a theme', (theme) => {
	expect(themeOf(theme)).toBe(theme);
});

test.each([undefined, '', 'Dark', 'dark"><script>', 'constructor', 'light '])('%j is that of the device', (text) => {
	expect(themeOf(text)).toBe('device');
});

/** The relative luminance of a colour such as #1c4f9c (WCAG 2.2). */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

const colours = new Map(
	[...readFileSync('src/base.css', 'utf8').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name = '', light = '', dark = '']) => [
		name,
		[light, dark] as const
	])
);

test.each(['text', 'quiet', 'accent', 'accent-strong', 'code-word', 'code-text', 'code-number', 'code-name'])(
	'%s is legible on all grounds, in light and dark',
	(name) => {
		for (const index of [0, 1] as const) {
			for (const ground of ['ground', 'card']) {
				const [text = '', below = ''] = [name, ground].map((one) => colours.get(one)?.[index]);
				expect(contrast(text, below), `${name} on ${ground}: ${text} on ${below}`).toBeGreaterThanOrEqual(4.5);
			}
		}
	}
);
