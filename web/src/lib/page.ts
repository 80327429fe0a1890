import { page } from '$app/state';
import { formsOf, isMessage, numberFormat, translator, type MessageKey, type Translator } from '#lib/messages/index.ts';
import { joinForms } from '#lib/plurals.ts';
import { baseOf } from '#lib/refusals.ts';
import { clockOf, dayOf, timeAgo, timeFormat } from '#lib/times.ts';

/** The messages in the language of the current page. */
export function messages(): Translator {
	return translator(page.data.language ?? 'en');
}

/** Formats numbers in the language of the current page. */
export function numbers(): (value: number) => string {
	const format = numberFormat(page.data.language ?? 'en');
	return (value) => format.format(value);
}

/** Formats times in the language of the current page and the zone of its reader. */
export function times(): (instant: string) => string {
	const format = timeFormat(page.data.language ?? 'en', page.data.timeZone ?? 'UTC');
	return (instant) => format.format(new Date(instant));
}

/** Says how long ago something was, in the language of the current page; the day, if it was long ago. */
export function timesAgo(): (instant: string) => string {
	const { language = 'en', timeZone = 'UTC' } = page.data;
	const now = new Date();
	return (instant) => {
		const at = new Date(instant);
		return timeAgo(language, timeZone, at, now) ?? dayOf(language, timeZone, at, now);
	};
}

/** The day and the time of day of an instant, in the language of the current page and the zone of its reader. */
export function daysAndClocks(): (instant: string) => { day: string; clock: string } {
	const { language = 'en', timeZone = 'UTC' } = page.data;
	const now = new Date();
	return (instant) => {
		const at = new Date(instant);
		return { day: dayOf(language, timeZone, at, now), clock: clockOf(language, timeZone, at) };
	};
}

/** The value that was given in a field of a refused form; undefined if it is another form, which an action tells apart. */
export function givenOf(name: string, action = ''): string | undefined {
	return page.form?.refusal && page.url.search.startsWith(action) ? page.form.values?.[name] : undefined;
}

/** Whether a form was refused because what it shows has changed since, here into another value than the given one. */
export function isOutdated(given: string | undefined, stored: string): boolean {
	return page.form?.refusal?.code === 'request.precondition-failed' && given !== undefined && given !== stored;
}

/** The forms of a message with a count, for scripts; `fill` in `browser/page.ts` reads them. */
export function liveText(key: MessageKey): string {
	return joinForms(formsOf(page.data.language ?? 'en', key));
}

/** The name of a form's field, of which a property of the API may be a part. */
export function labelOf(property: string): string {
	return knownLabelOf(property) ?? messages()('field');
}

/** The label of a property that has one. */
export function knownLabelOf(property: string): string | undefined {
	const key = `field.${baseOf(property)}`;
	return isMessage(key) ? messages()(key) : undefined;
}

/** The name of a job or of a part of the system in words; one that is new here has only its own. */
export function wordsOf(kind: 'job' | 'service', name: string): string {
	const t = messages();
	const key = `${kind}.${name}`;
	if (name.endsWith('-workers')) {
		return t('service.workers', { service: wordsOf(kind, name.replace('-workers', '')) });
	}
	return isMessage(key) ? t(key) : name;
}
