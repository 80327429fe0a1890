import type { components } from '#lib/server/api/generated/media.d.ts';
import { without } from './excerpt.ts';

type Schemas = components['schemas'];

export type Medium = Schemas['MediaView'];

/** A picture as a page shows it. */
export interface Picture {
	id: string;
	/** The address of the variant for browsers that know no other. */
	src: string;
	srcset: string;
	/** The largest variant. */
	full: string;
	/** A still picture for readers who want no motion. */
	still: string | null;
	width: number;
	height: number;
	alt: string;
	/** A colour in place of the picture while it loads. */
	colour: string;
	/** Whether it is a video, whose still picture is its poster. */
	video: boolean;
}

/** The height up to which a page shows a picture, in pixels, so that a tall one leaves room for the texts around it. */
const TALLEST = 480;

/** The size in which a page shows a picture. */
function shownSize(width: number, height: number): { width: number; height: number } {
	const scale = Math.min(1, TALLEST / height);
	return { width: Math.max(1, Math.round(width * scale)), height: Math.round(height * scale) };
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

/** The average colour of a blurhash, which its third to sixth digits contain; grey for anything else. */
export function averageColour(blurhash: string | null | undefined): string {
	const digits = [...(blurhash ?? '').slice(2, 6)].map((digit) => DIGITS.indexOf(digit));
	if (digits.length !== 4 || digits.includes(-1)) {
		return '#808080';
	}
	const colour = digits.reduce((value, digit) => value * 83 + digit, 0) & 0xffffff;
	return `#${colour.toString(16).padStart(6, '0')}`;
}

/** Returns the picture of a medium; null if there is nothing to show yet. */
export function pictureOf(medium: Medium): Picture | null {
	const sized = (medium.variants ?? [])
		.filter(({ name }) => name !== 'poster')
		.sort((one, other) => one.width - other.width);
	const largest = sized.at(-1);
	if (!largest) {
		return null;
	}
	const middle = sized.findLast(({ width }) => width <= 640) ?? sized[0] ?? largest;
	return {
		id: medium.id,
		src: middle.url,
		srcset: [...new Set(sized.map(({ url, width }) => `${url} ${width}w`))].join(', '),
		full: largest.url,
		still: medium.variants.find(({ name }) => name === 'poster')?.url ?? null,
		...shownSize(largest.width, largest.height),
		alt: medium.alt ?? '',
		colour: averageColour(medium.blurhash),
		video: medium.kind === 'video'
	};
}

/** The pictures of a post, whose API may name media without showing them. */
export function picturesOf(media: readonly unknown[] | null | undefined): Picture[] {
	return (media ?? [])
		.filter((one): one is Medium => typeof one === 'object' && one !== null)
		.map(pictureOf)
		.filter((one) => one !== null);
}

/** The address of the first picture of a text that is no spoiler. */
export function firstPicture(html: string | null | undefined): string | undefined {
	const shown = without(without(html ?? '', 'span', 'spoiler', ''), 'details', 'spoiler', '');
	const [picture = ''] = /<img [^<>]{1,4000} data-media="[^<>]{1,4000}>/.exec(shown) ?? [];
	return / src="([^"]{1,1000})"/.exec(picture)?.[1]?.replaceAll('&amp;', '&');
}

/** The size of a picture that a text contains, and its colour while it loads. */
const EMBEDDED =
	/(?:<picture><source [^<>]*>)?<img [^<>]*width="(\d+)" height="(\d+)" data-media="\w+" data-blurhash="([^"]*)"[^<>]*>(?:<\/picture>)?/g;

/**
 * HTML of the API in which a colour takes the place of each picture until it arrives, and a text in
 * the reader's language that of each removed one.
 */
export function withPlaces(html: string | null | undefined, removed: string): string {
	return (html ?? '')
		.replace(EMBEDDED, (picture, width: string, height: string, blurhash: string) => {
			const colour = averageColour(blurhash.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
			const size = shownSize(Number(width), Number(height));
			const sized = `width="${size.width}" height="${size.height}"`;
			const place = `<svg viewBox="0 0 ${size.width} ${size.height}" ${sized} aria-hidden="true"><rect width="100%" height="100%" fill="${colour}"/></svg>`;
			return `<span class="picture">${place}${picture.replace(`width="${width}" height="${height}"`, sized)}</span>`;
		})
		.replaceAll('<span class="media-gone">[removed]</span>', `<span class="gone">${removed}</span>`);
}
