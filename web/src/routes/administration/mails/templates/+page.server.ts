import { requireData } from '#lib/server/problems.ts';
import { PATH, chosenLanguage } from '#lib/server/mail-templates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const language = chosenLanguage(event);
	const answer = await event.locals.api.notification.GET(PATH, { params: { query: { language } } });
	return { chosen: language, templates: requireData(event, answer).data };
};
