import { Shelf } from './shelf';

/** Signing out removes what is in it. */
const shelf = new Shelf(() => localStorage);

/** Keeps what is written in a form that has no draft on the server, until it is sent. */
export function keepText(form: HTMLFormElement, field: HTMLTextAreaElement, place: string): void {
	const name = `text:${place}`;
	if (field.value === '') {
		field.value = shelf.get(name) ?? '';
	}
	field.addEventListener('input', () => shelf.set(name, field.value));
	form.addEventListener('submit', () => shelf.set(name, ''));
}
