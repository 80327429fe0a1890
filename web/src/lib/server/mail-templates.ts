import type { RequestEvent } from '@sveltejs/kit';
import { isLanguage, type Language } from '#lib/messages/index.ts';

export const PATH = '/api/v1/admin/notification-service/mail-templates';

/** The language in which an administrator looks at mails: that of the page unless another one is chosen. */
export function chosenLanguage(event: RequestEvent): Language {
	const chosen = event.url.searchParams.get('language') ?? undefined;
	return isLanguage(chosen) ? chosen : event.locals.language;
}

/** Loads a mail with invented values. */
export function loadPreview(event: RequestEvent, template: string) {
	return event.locals.api.notification.GET(`${PATH}/{template}`, {
		params: { path: { template }, query: { language: chosenLanguage(event) } }
	});
}
