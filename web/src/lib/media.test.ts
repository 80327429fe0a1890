import { expect, test } from 'vitest';
import { averageColour, keptOf, markdownOf, meansWords, pictureOf, picturesOf, redescribed, typeOf, withPlaces, type Medium } from './media.ts';

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

test.each([
	['', 'IMG_0001.HEIC', 'image/heic'],
	['image/heif', 'DSC0001.HIF', 'image/heif'],
	['image/jpeg', 'IMG_0002.heic', 'image/jpeg'],
	['', 'film.mkv', 'video/x-matroska'],
	['video/webm', 'film.mkv', 'video/x-matroska'],
	['image/png', 'a.png', 'image/png'],
	['', 'heic', 'image/heic'],
	['image/x-ms-bmp', 'screen.BMP', 'image/bmp'],
	['', 'a.zip', '']
])('file of type %j named %s is %j', (type, name, expected) => {
	expect(typeOf({ type, name })).toBe(expected);
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
	expect(pictureOf(video)).toMatchObject({ video: true, src: 'https://media.example.org/m/1/video.jpg', width: 1280 });
});

const EMBEDDED =
	'<img src="a" srcset="a 160w" sizes="1px" width="160" height="90" data-media="1" data-blurhash="LEHV6nWB2yk8pyo0adR*.7kCMdnj" alt="A cat" loading="lazy" />';

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

test('description of a picture cannot end it', () => {
	expect(markdownOf('1', 'a ] (b) [c] \\ \n *d*')).toBe('![a \\] (b) \\[c\\] \\\\ \\*d\\*](media:1)');
});

test('picture in a text is described anew or removed, and others stay', () => {
	const text = `Before\n\n${markdownOf('1', 'a ] b')}\n\n${markdownOf('2', '')}\n`;
	expect(redescribed(text, '1', 'c')).toBe('Before\n\n![c](media:1)\n\n![](media:2)\n');
	expect(redescribed(text, '1', null)).toBe('Before\n\n\n![](media:2)\n');
	expect(redescribed(text, '3', 'x')).toBe(text);
});

test('pictures of a refused form are kept with their descriptions', () => {
	expect(keptOf({ media: '1\n2', alt: 'one\n' })).toEqual([
		{ id: '1', alt: 'one' },
		{ id: '2', alt: '' }
	]);
	expect(keptOf(undefined)).toEqual([]);
});

test.each([
	['', false],
	['<meta charset="utf-8"><img src="https://example.org/a.png" alt="A">', false],
	['<html><body>\r\n<!--StartFragment--><img src="a.png"/><!--EndFragment-->\r\n</body></html>', false],
	['<html><head><style><!--table {mso-x: 1}--></style></head><body><table><tr><td>Sum</td><td>12</td></tr></table></body></html>', true],
	['<p class=MsoNormal>Dear&nbsp;all</p>', true],
	['<p>&nbsp;</p><img src="a.png">', false]
])('clipboard of %j with a picture means its words: %s', (html, expected) => {
	expect(meansWords(html)).toBe(expected);
});
