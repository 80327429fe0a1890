import { expect, test } from 'vitest';
import { averageColour, pictureOf, picturesOf, type Medium } from './media.ts';

const variant = (name: string, width: number) => ({
	name,
	url: `https://media.example.org/m/1/${name}.jpg`,
	width,
	height: width / 2,
	contentType: 'image/jpeg',
	size: 1
});

const medium = (...variants: ReturnType<typeof variant>[]) =>
	({ id: '1', variants, blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj', alt: null }) as unknown as Medium;

test('colour is the average of the blurhash', () => {
	expect(averageColour('LEHV6nWB2yk8pyo0adR*.7kCMdnj')).toBe('#979695');
	expect(averageColour('00"<>0')).toBe('#808080');
	expect(averageColour(null)).toBe('#808080');
});

test('picture has its sizes in order and that of the largest', () => {
	const picture = pictureOf(medium(variant('1600', 1600), variant('160', 160), variant('640', 640)));
	expect(picture?.srcset).toMatch(/160\.jpg 160w, .*640\.jpg 640w, .*1600\.jpg 1600w$/);
	expect(picture).toMatchObject({ src: 'https://media.example.org/m/1/640.jpg', width: 1600, height: 800, alt: '', still: null });
});

test('picture that moves has a still one', () => {
	expect(pictureOf(medium(variant('poster', 640), variant('640', 640)))?.still).toContain('poster');
});

test('media without variants are not shown', () => {
	expect(picturesOf([medium(), 'an id', medium(variant('160', 160))])).toHaveLength(1);
	expect(picturesOf(undefined)).toEqual([]);
});
