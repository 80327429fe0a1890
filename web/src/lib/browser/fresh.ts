import { ATTRIBUTES, fileOf, hasEnded } from './addresses';
import { peekAt } from './page';

/** The shortest time between two loads of the same page, in milliseconds. */
const PAUSE = 30_000;

const SELECTOR = ATTRIBUTES.map((name) => `[${name}*="expires="]`).join(',');

const loaded = new Map<string, number>();

function* addressesIn(root: ParentNode): Generator<{ element: Element; name: string; value: string }> {
	for (const element of root.querySelectorAll(SELECTOR)) {
		for (const name of ATTRIBUTES) {
			const value = element.getAttribute(name);
			if (value?.includes('expires=')) {
				yield { element, name, value };
			}
		}
	}
}

/** The page of the server that shows an element: that of its post or message, if it has a number. */
function pageOf(element: Element): string {
	const { number, seq } = element.closest<HTMLElement>('article[data-number], article[data-seq]')?.dataset ?? {};
	const place = number ? `?post=${number}` : seq ? `?message=${seq}` : location.search;
	return location.pathname + place;
}

/** Replaces the addresses that a page has anew. An address that the reader lost stays as it is. */
async function refresh(page: string): Promise<void> {
	if (Date.now() - (loaded.get(page) ?? -PAUSE) < PAUSE) {
		return;
	}
	loaded.set(page, Date.now());
	const fresh = await peekAt(page);
	// A page that is public meanwhile has unsigned addresses.
	const byFile = new Map<string, string>();
	for (const name of ATTRIBUTES) {
		for (const element of fresh.querySelectorAll(`[${name}]`)) {
			const value = element.getAttribute(name) ?? '';
			byFile.set(fileOf(value), value);
		}
	}
	for (const { element, name, value } of [...addressesIn(document)]) {
		const address = byFile.get(fileOf(value));
		// A video that is playing would begin again.
		const plays = element instanceof HTMLVideoElement && !element.paused;
		if (address && address !== value && !plays) {
			element.setAttribute(name, address);
		}
	}
}

function refreshEnded(): void {
	const pages = new Set<string>();
	for (const { element, value } of addressesIn(document)) {
		if (hasEnded(value)) {
			pages.add(pageOf(element));
		}
	}
	const [first] = pages;
	if (first !== undefined) {
		// One page often shows them all; what it does not show is seen at the next error.
		refresh(first).catch(() => undefined);
	}
}

// A picture further down is loaded late, a video when it is played.
document.addEventListener(
	'error',
	(event) => {
		const element = event.target as Element;
		const addresses = ATTRIBUTES.map((name) => element.getAttribute?.(name) ?? '').join(' ');
		if (hasEnded(addresses)) {
			refresh(pageOf(element)).catch(() => undefined);
		}
	},
	{ capture: true }
);
document.addEventListener('visibilitychange', () => {
	if (document.visibilityState === 'visible') {
		refreshEnded();
	}
});
// A link to the whole picture is followed with a new address.
document.addEventListener('click', (click) => {
	const link = (click.target as Element).closest?.<HTMLAnchorElement>('a[href*="expires="]');
	if (!link || click.ctrlKey || click.metaKey || click.shiftKey || !hasEnded(link.href)) {
		return;
	}
	click.preventDefault();
	refresh(pageOf(link))
		.catch(() => undefined)
		.finally(() => location.assign(link.href));
});
