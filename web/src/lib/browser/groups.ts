import { continues } from '../chat';
import { colourOf, lettersOf } from '../faces';

/** Shows the day above the first message of each, and one name above the messages of a group, as the server does. */
export function showGroups(list: HTMLElement): void {
	for (const line of list.querySelectorAll('.day')) {
		line.remove();
	}
	let before: ReturnType<typeof groupOf> | undefined;
	for (const article of list.querySelectorAll<HTMLElement>(':scope > [data-day]')) {
		const group = groupOf(article);
		const above = article.previousElementSibling;
		const isNew = above?.id === 'new';
		if (group.day !== before?.day) {
			const line = document.createElement('p');
			line.className = 'day';
			line.textContent = group.day;
			(isNew ? above : article).before(line);
		}
		article.classList.toggle('more', !isNew && continues(group, before));
		before = group;
	}
}

function groupOf({ dataset }: HTMLElement): { author: string; at: string; day: string } {
	return { author: dataset.author ?? '', at: dataset.at ?? '', day: dataset.day ?? '' };
}

/** Shows the face of a live message's author as the page shows it elsewhere, else the letters of the name. */
export function showFace(article: HTMLElement, author: { username: string; displayName: string } | undefined): void {
	const link = article.querySelector<HTMLAnchorElement>(':scope > .facelink');
	if (!link || !author) {
		return;
	}
	const known = document.querySelector(`.message > .facelink[href="${CSS.escape(link.pathname)}"] > .face`);
	const face = known?.cloneNode(true) as HTMLElement | undefined;
	if (face) {
		link.replaceChildren(face);
		return;
	}
	const letters = link.querySelector('.face');
	if (letters) {
		letters.className = `face middle f${colourOf(author)}`;
		letters.textContent = lettersOf(author);
	}
}
