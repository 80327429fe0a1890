import { Shelf } from './shelf';

/** Texts that only the browser has; signing out removes them. */
export const texts = new Shelf(() => localStorage);

/** Texts that this tab has sent. */
export const tab = new Shelf(() => sessionStorage);

const POSTED = 'posted';

// The next page with this script tells whether the text was accepted: its address ends with the new id, or it is another
// page than that of the form, which leads there.
const [name = '', page = ''] = tab.get(POSTED)?.split(' ') ?? [];
const from = document.referrer && new URL(document.referrer).pathname;
if (page && ((location.href !== page && /-\w{26}$/.test(location.href)) || (from !== location.pathname && from === new URL(page).pathname))) {
	texts.set(name, '');
}
tab.set(POSTED, '');

/**
 * Keeps what is written in a form that has no draft on the server, until an answer accepts it or its writer cancels it.
 * Returns whether the form shows what was kept.
 */
export function keepText(form: HTMLFormElement, field: HTMLTextAreaElement, place: string): boolean {
	const name = `text:${place}`;
	const kept = texts.get(name);
	// A text that is edited is there already.
	const isRestored = Boolean(kept) && kept !== field.value && (field.value === '' || form.elements.namedItem('tag') !== null);
	if (isRestored) {
		field.value = kept ?? '';
	}
	field.addEventListener('input', () => texts.set(name, field.value));
	form.addEventListener('submit', ({ submitter }) => submitter?.dataset.swap || tab.set(POSTED, `${name} ${location.href}`));
	document.querySelector('a[data-cancel]')?.addEventListener('click', () => texts.set(name, ''));
	return isRestored;
}
