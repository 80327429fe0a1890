interface Similar {
	title: string;
	href: string;
}

/** How long a writer has to pause before threads are searched for, in milliseconds. */
const PAUSE = 600;

/** Shows threads whose titles are like that of a new one, so that nobody has to ask again. */
export function showSimilar(title: HTMLInputElement, place: HTMLElement): void {
	const list = place.querySelector('ul') as HTMLElement;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	const search = async () => {
		const text = title.value;
		const answer = await fetch(`/write/similar?title=${encodeURIComponent(text)}`);
		const found = answer.ok ? ((await answer.json()) as Similar[]) : [];
		if (title.value !== text) {
			return;
		}
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
	};
	title.addEventListener('input', () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => void search().catch(() => (place.hidden = true)), PAUSE);
	});
}
