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

/** Shows on the page what a link leads to, or follows the link if that fails. */
export function shownBy(show: () => Promise<void>): (click: MouseEvent) => void {
	return (click) => {
		const { href } = click.currentTarget as HTMLAnchorElement;
		click.preventDefault();
		show().catch(() => location.assign(href));
	};
}
