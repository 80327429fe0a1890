import { Shelf } from './shelf';

/** Texts that only the browser has; signing out removes them. */
export const texts = new Shelf(() => localStorage);

/** Texts that this tab has sent. */
export const tab = new Shelf(() => sessionStorage);

const POSTED = 'posted';

// The next page with this script tells whether the text was accepted: its address ends with the new id.
const [name = '', page] = tab.get(POSTED)?.split(' ') ?? [];
if (location.href !== page && /-\w{26}$/.test(location.href)) {
	texts.set(name, '');
}
tab.set(POSTED, '');

/** Keeps what is written in a form that has no draft on the server, until an answer accepts it. */
export function keepText(form: HTMLFormElement, field: HTMLTextAreaElement, place: string): void {
	const name = `text:${place}`;
	field.value ||= texts.get(name) ?? '';
	field.addEventListener('input', () => texts.set(name, field.value));
	form.addEventListener('submit', () => tab.set(POSTED, `${name} ${location.href}`));
}
