import { expect, test } from 'vitest';
import { keptOf, markdownOf, meansWords, redescribed, typeOf, withPicture } from './uploads.ts';

test.each([
	['', 'IMG_0001.HEIC', 'image/heic'],
	['image/heif', 'DSC0001.HIF', 'image/heif'],
	['image/jpeg', 'IMG_0002.heic', 'image/jpeg'],
	['', 'film.mkv', 'video/x-matroska'],
	['video/webm', 'film.mkv', 'video/x-matroska'],
	['image/png', 'a.png', 'image/png'],
	['', 'heic', 'image/heic'],
	['image/x-ms-bmp', 'screen.BMP', 'image/bmp'],
	['application/zip', 'archive', 'application/zip'],
	['video/webm;codecs=vp8,opus', 'recording.webm', 'video/webm'],
	['video/avi', 'MVI_1.AVI', 'video/x-msvideo'],
	['model/vnd.mts', '00001.MTS', 'video/mp2t'],
	['', 'clip.mpg', 'video/mpeg'],
	['', 'a.zip', '']
])('file of type %j named %s is %j', async (type, name, expected) => {
	expect(await typeOf(new File([], name, { type }))).toBe(expected);
});

test.each([
	['\xFF\xD8\xFF\xE0', 'image/jpeg'],
	['\x89PNG\r\n', 'image/jpeg'],
	['RIFF\0\n\0\0WEBPVP8', 'image/jpeg'],
	['\0\0\0\x18ftypheic', 'image/jpeg'],
	['\x1AE\xDF\xA3', 'image/jpeg'],
	['RIFF\0\0\0\0WAVE', ''],
	['MIT License', ''],
	['', '']
])('file without type and ending that begins with %j is %j', async (beginning, expected) => {
	const bytes = Uint8Array.from(beginning, (one) => one.charCodeAt(0));
	expect(await typeOf(new File([bytes], 'IMG-20261130'))).toBe(expected);
});

test('folder, which cannot be read, is no picture', async () => {
	const folder = new File([], 'Photos');
	folder.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as never;
	expect(await typeOf(folder)).toBe('');
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

test.each([
	['a|b', false, 'a\n\n![](media:1)\n\n|b'],
	['|', true, '![](media:1)\n\n|'],
	['To Kyo|', true, 'To Kyo|\n\n![](media:1)\n\n'],
	['To | Kyo\nand on', true, 'To | Kyo\n\n![](media:1)\n\nand on'],
	['One\n|\n\nTwo', true, 'One\n\n![](media:1)\n\n|Two'],
	['\n|Kyo', true, '\n|Kyo\n\n![](media:1)\n\n'],
	['Kyo|\n\n![a](media:2)\n\nEnd', true, 'Kyo|\n\n![a](media:2)\n\n![](media:1)\n\nEnd']
])('picture in %j, which is written: %s', (given, isWritten, expected) => {
	const at = given.indexOf('|');
	const [text, start, end] = withPicture(given.replace('|', ''), at, at, '![](media:1)', isWritten);
	expect(end).toBe(start);
	expect(`${text.slice(0, start)}|${text.slice(start)}`).toBe(expected);
});
