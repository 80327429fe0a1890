import { page } from '$app/state';
import { translator, type Translator } from '#lib/messages/index.ts';

/** The messages in the language of the current page. */
export function messages(): Translator {
	return translator(page.data.language ?? 'en');
}

/** Formats times in the language of the current page. */
export function times(): (instant: string) => string {
	const format = new Intl.DateTimeFormat(page.data.language ?? 'en', {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'UTC'
	});
	return (instant) => format.format(new Date(instant));
}
