import { showFound } from './find';

interface Similar {
	title: string;
	href: string;
}

/** Shows threads whose titles are like that of a new one, so that nobody has to ask again. */
export function showSimilar(title: HTMLInputElement, place: HTMLElement): void {
	const list = place.querySelector('ul') as HTMLElement;
	showFound<Similar>(title, '/write/similar?title=', 600, (found) => {
		list.replaceChildren(
			...found.map(({ title: name, href }) => {
				const link = document.createElement('a');
				link.href = href;
				link.dir = 'auto';
				// What is written stays where it is.
				link.target = '_blank';
				link.textContent = name;
				const item = document.createElement('li');
				item.append(link);
				return item;
			})
		);
		place.hidden = found.length === 0;
	});
}
