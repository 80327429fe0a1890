import { page } from '$app/state';
import { translator, type MessageKey, type Translator } from '#lib/messages/index.ts';

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

/** The forms of a message with a count, for scripts; `fill` in `browser/page.ts` reads them. */
export function liveText(key: MessageKey): string {
	const t = messages();
	return [1, 2].map((count) => t(key, { count }).replace(/[12]/, '{count}')).join('|');
}
