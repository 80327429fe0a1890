import { Shelf } from './shelf';

/** Texts that only the browser has; signing out removes them. */
export const texts = new Shelf(() => localStorage);

/** Keeps what is written in a form that has no draft on the server, until it is sent. */
export function keepText(form: HTMLFormElement, field: HTMLTextAreaElement, place: string): void {
	const name = `text:${place}`;
	if (field.value === '') {
		field.value = texts.get(name) ?? '';
	}
	field.addEventListener('input', () => texts.set(name, field.value));
	form.addEventListener('submit', () => texts.set(name, ''));
}
