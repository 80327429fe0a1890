import { expect, test } from 'vitest';
import { averageColour, firstPicture, pictureOf, picturesOf, withPlaces, type Medium } from './media.ts';

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

const EMBEDDED =
	'<img src="a" srcset="a 160w" sizes="1px" width="160" height="90" data-media="1" data-blurhash="LEHV6nWB2yk8pyo0adR*.7kCMdnj" alt="A cat" loading="lazy" />';

test('colour is the average of the blurhash', () => {
	expect(averageColour('LEHV6nWB2yk8pyo0adR*.7kCMdnj')).toBe('#979695');
	expect(averageColour('00"<>0')).toBe('#808080');
	expect(averageColour(null)).toBe('#808080');
});

test('picture has its sizes in order and that of the largest', () => {
	const picture = pictureOf(medium(variant('960', 960), variant('160', 160), variant('640', 640)));
	expect(picture?.srcset).toMatch(/160\.jpg 160w, .*640\.jpg 640w, .*960\.jpg 960w$/);
	expect(picture).toMatchObject({ src: 'https://media.example.org/m/1/640.jpg', width: 960, height: 480, alt: '', still: null });
});

test('tall picture leaves room for the texts around it', () => {
	expect(pictureOf(medium({ ...variant('1080', 1080), height: 2340 }))).toMatchObject({ width: 222, height: 480 });
	const html = withPlaces(EMBEDDED.replace('width="160" height="90"', 'width="1080" height="12000"'), '');
	expect(html.match(/width="43" height="480"/g)).toHaveLength(2);
	expect(html).toContain('viewBox="0 0 43 480"');
});

test('variants that are the same file are named once', () => {
	const small = { ...variant('640', 320), url: 'https://media.example.org/m/1/same.jpg' };
	expect(pictureOf(medium(variant('160', 160), small, { ...small, name: '1600' }))?.srcset).toMatch(/ 160w, .*same\.jpg 320w$/);
});

test('picture that moves has a still one', () => {
	expect(pictureOf(medium(variant('poster', 640), variant('640', 640)))?.still).toContain('poster');
});

test('media without variants are not shown', () => {
	expect(picturesOf([medium(), 'an id', medium(variant('160', 160))])).toHaveLength(1);
	expect(picturesOf(undefined)).toEqual([]);
});

test('video has a poster and one address', () => {
	const video = { ...medium(variant('poster', 640), variant('video', 1280)), kind: 'video' } as Medium;
	expect(pictureOf(video)).toMatchObject({ video: true, src: 'https://media.example.org/m/1/video.jpg', width: 960 });
});

test('text gets a colour in the place of each picture', () => {
	const html = withPlaces(`<p>${EMBEDDED}</p>`, 'gone');
	expect(html).toMatch(/^<p><span class="picture"><svg viewBox="0 0 160 90" .*fill="#979695"\/><\/svg><img src="a"/);
	expect(html).toMatch(/lazy" \/><\/span><\/p>$/);
	const still = `<picture><source media="x" srcset="b" />${EMBEDDED}</picture>`;
	expect(withPlaces(still, 'gone')).toContain(`</svg>${still}</span>`);
	expect(withPlaces(null, '')).toBe('');
});

test('removed picture is said in the language of the reader', () => {
	expect(withPlaces('<p><span class="media-gone">[removed]</span></p>', 'Bild entfernt')).toBe(
		'<p><span class="gone">Bild entfernt</span></p>'
	);
});

test.each([
	['<p><img src="/a?b=1&amp;c=2" srcset="x 1w" width="1" height="1" data-media="1" data-blurhash="" alt="" /><img src="/d" data-media="2" /></p>', '/a?b=1&c=2'],
	['<p><img src="https://elsewhere.example/a.png" alt="" /></p>', undefined],
	['<details class="spoiler"><details><p>a</p></details><img src="/a" data-media="1" /></details><img src="/b" data-media="2" />', '/b'],
	['<p><span class="spoiler" tabindex="0"><span><img src="/a" data-media="1" /></span></span></p>', undefined],
	['<details><summary>More</summary><img src="/a" data-media="1" /></details>', '/a'],
	[null, undefined]
])('first picture of %j', (html, address) => {
	expect(firstPicture(html)).toBe(address);
});
