import { fill } from './page';

/** The wait between two questions for new threads while the page is looked at, in milliseconds. */
const PAUSE = 60_000;

const place = document.getElementById('new-threads');

async function ask(shown: HTMLElement): Promise<void> {
	const { since = '', category, tag, text = '' } = shown.dataset;
	const query = new URLSearchParams({ since, ...(category ? { category } : {}), ...(tag ? { tag } : {}) });
	const answer = await fetch(`/new/count?${query}`);
	const { count } = (await answer.json()) as { count: number };
	if (!answer.ok || count === 0) {
		return;
	}
	const link = document.createElement('a');
	// The beginning of this list, in the order that the reader chose.
	link.href = location.pathname + location.search;
	link.textContent = fill(text, count);
	link.addEventListener('click', () => location.reload());
	shown.replaceChildren(link);
}

/** Announces threads that others begin; the list changes only when the reader asks for them. */
if (place) {
	let asked = Date.now();
	const askIfSeen = () => {
		if (document.visibilityState === 'visible' && Date.now() - asked >= PAUSE * 0.9) {
			asked = Date.now();
			ask(place).catch(() => undefined);
		}
	};
	// Pages that were opened together do not ask together.
	setTimeout(() => setInterval(askIfSeen, PAUSE), Math.random() * PAUSE);
	document.addEventListener('visibilitychange', askIfSeen);
}
