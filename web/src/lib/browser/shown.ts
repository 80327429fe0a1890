import { picturesOf, type Picture } from '../media';
import { fillText } from './template';

const SVG = 'http://www.w3.org/2000/svg';

function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Record<string, string | number>
): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		made.setAttribute(key, String(value));
	}
	return made;
}

/** A rectangle of the size and the colour of a picture, until it arrives. */
function placeOf({ width, height, colour }: Picture): SVGElement {
	const place = document.createElementNS(SVG, 'svg');
	const filled = document.createElementNS(SVG, 'rect');
	place.setAttribute('viewBox', `0 0 ${width} ${height}`);
	place.setAttribute('width', String(width));
	place.setAttribute('height', String(height));
	place.setAttribute('aria-hidden', 'true');
	filled.setAttribute('width', '100%');
	filled.setAttribute('height', '100%');
	filled.setAttribute('fill', colour);
	place.append(filled);
	return place;
}

function shown(one: Picture, name: string): HTMLElement {
	const { src, srcset, width, height, alt, still } = one;
	if (one.video) {
		const poster = still ? { poster: still } : {};
		return element('video', { src, ...poster, width, height, 'aria-label': name, controls: '', preload: 'none', playsinline: '' });
	}
	const link = element('a', { href: one.full, rel: 'nofollow', 'aria-label': name });
	const picture = element('picture', {});
	if (still) {
		picture.append(element('source', { media: '(prefers-reduced-motion: reduce)', srcset: still }));
	}
	picture.append(element('img', { src, srcset, sizes: '(max-width: 54rem) 90vw, 40rem', width, height, alt, decoding: 'async' }));
	link.append(placeOf(one), picture);
	return link;
}

/** The pictures of a message of an event, as the component of the page shows them; null if it has none. */
export function picturesIn(media: readonly unknown[] | undefined, name: string): HTMLElement | null {
	const pictures = picturesOf(media);
	if (pictures.length === 0) {
		return null;
	}
	const list = element('div', { class: pictures.length > 1 ? 'pictures several' : 'pictures' });
	list.append(...pictures.map((one, index) => shown(one, one.alt || fillText(name, { number: String(index + 1) }))));
	return list;
}
