/** Posts that end above this line, just below the bar of the page, are behind the reader, in pixels. */
export const LINE = 64;

export function numberOf(post: HTMLElement): number {
	return Number(post.dataset.number);
}

/** The post that the reader looks at. */
export function inView(posts: HTMLElement[]): HTMLElement | undefined {
	return posts.find((post) => post.getBoundingClientRect().bottom > LINE);
}

/** Says beside the posts how far the reader is, and from where a jump begins. */
export function showPlace(post: HTMLElement): void {
	const number = String(numberOf(post));
	const text = document.getElementById('place');
	const bar = document.querySelector<HTMLProgressElement>('.place progress');
	const time = post.querySelector('header time');
	if (!text || !bar) {
		return;
	}
	text.textContent = (text.dataset.text ?? '').replace('{number}', number);
	bar.value = Number(number);
	if (time) {
		document.getElementById('place-time')?.replaceChildren(time.cloneNode(true));
	}
	for (const link of document.querySelectorAll<HTMLAnchorElement>('#ends a')) {
		const address = new URL(link.href);
		address.searchParams.set('from', number);
		link.href = address.href;
	}
	const from = document.querySelector<HTMLInputElement>('.place [name=from]');
	if (from) {
		from.value = number;
	}
}
