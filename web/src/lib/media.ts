import type { components } from '#lib/server/api/generated/media.d.ts';

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
}

/** Types of pictures that can be uploaded. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;

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
	const middle = sized.findLast(({ width }) => width <= 640) ?? largest;
	return {
		id: medium.id,
		src: middle.url,
		srcset: sized.map(({ url, width }) => `${url} ${width}w`).join(', '),
		full: largest.url,
		still: medium.variants.find(({ name }) => name === 'poster')?.url ?? null,
		width: largest.width,
		height: largest.height,
		alt: medium.alt ?? '',
		colour: averageColour(medium.blurhash)
	};
}

/** The pictures of a post, whose API may name media without showing them. */
export function picturesOf(media: readonly unknown[] | null | undefined): Picture[] {
	return (media ?? [])
		.filter((one): one is Medium => typeof one === 'object' && one !== null)
		.map(pictureOf)
		.filter((one) => one !== null);
}
