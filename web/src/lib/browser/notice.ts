import { fill } from './page';

/** Says by a link what is new. The link stays when there is more, as a reader may have the focus on it. */
export function showLink(place: HTMLElement, href: string, text: string, act: ((click: MouseEvent) => void) | null = null): void {
	let link = place.querySelector('a');
	if (!link) {
		link = document.createElement('a');
		place.replaceChildren(link);
	}
	link.href = href;
	link.textContent = text;
	link.onclick = act;
}

/** Says that the page is no longer that of the server, and leads to that. */
export function showReload(place: HTMLElement, text = ''): void {
	showLink(place, location.href, text, () => location.reload());
}

/** Shows a number of something unread, unless it is not known. */
export function showCount(badge: HTMLElement | null, count: number | undefined): void {
	if (badge && count !== undefined) {
		badge.hidden = count === 0;
		badge.textContent = fill('{count}', count);
	}
}

/** Shows on the page what a link leads to, or follows the link if that fails. */
export function shownBy(show: () => Promise<void>): (click: MouseEvent) => void {
	return (click) => {
		const { href } = click.currentTarget as HTMLAnchorElement;
		click.preventDefault();
		show().catch(() => location.assign(href));
	};
}
