import { formOf } from '../plurals';
import { UNSEEN } from '../unseen';

/** Trusted types permit only this policy, which parses pages of this site, and what is pasted, and starts its worker. */
interface HtmlPolicy {
	createHTML(html: string): string;
	/** The only script that a page may start later. */
	createScriptURL(name: string): string;
}

declare global {
	interface Window {
		trustedTypes?: { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy };
	}
}

const same = (text: string) => text;

const rules: HtmlPolicy = { createHTML: same, createScriptURL: () => '/worker.js' };

export const policy = window.trustedTypes?.createPolicy('parley', rules) ?? rules;

/**
 * Loads a page of this site.
 * @throws Error if the answer is no page of it
 */
export async function loadPage(address: string, init: RequestInit = {}): Promise<Document> {
	const answer = await fetch(address, { ...init, headers: { ...init.headers, accept: 'text/html' } });
	const isPage = answer.headers.get('content-type')?.startsWith('text/html');
	if (!isPage || new URL(answer.url).origin !== location.origin || answer.status >= 500) {
		throw new Error(`${address} answered ${answer.status}`);
	}
	return new DOMParser().parseFromString(policy.createHTML(await answer.text()), 'text/html');
}

/** Loads a page, in its present form unless said otherwise, and marks nothing as read, as the reader may not look at it. */
export function peekAt(address: string, cache: RequestCache = 'no-store'): Promise<Document> {
	return loadPage(address, { cache, headers: { [UNSEEN]: 'true' } });
}

/** Shows HTML that the API has sanitized. */
export function showHtml(element: Element, html: string): void {
	element.innerHTML = policy.createHTML(html);
}

/** What can have the focus in a part of the page. */
const stopsIn = (id = '') =>
	[...(document.getElementById(id)?.querySelectorAll<HTMLButtonElement>('a, button, summary, textarea') ?? [])].filter((stop) => stop.checkVisibility());

/** Gives the focus to what has its place after a change: the same value or text, or the same position. */
export function keepFocus(change: () => void): void {
	const held = document.activeElement as HTMLButtonElement;
	const near = held.parentElement?.closest('[id]')?.id;
	const place = stopsIn(near).indexOf(held);
	const nameOf = ({ value, textContent }: HTMLButtonElement) => value || textContent;
	change();
	if (!held.isConnected) {
		const stops = stopsIn(near);
		(stops.find((stop) => nameOf(stop) === nameOf(held)) ?? stops[place])?.focus();
	}
}

/** Replaces the elements with these ids by those of another version of the page. */
export function swap(fresh: Document, ids: string[]): void {
	keepFocus(() => {
		for (const id of ids) {
			const element = fresh.getElementById(id);
			const old = document.getElementById(id);
			if (!element || !old) {
				throw new Error(`The page has no #${id}`);
			}
			if (!old.isEqualNode(element)) {
				old.replaceWith(document.adoptNode(element));
			}
		}
	});
	document.dispatchEvent(new Event('swapped'));
}

/** Fills a message of the form "{count} new posts", which the page has in its language. */
export function fill(message: string, count: number): string {
	const language = document.documentElement.lang;
	return formOf(message, language, count).replace('{count}', new Intl.NumberFormat(language).format(count));
}
