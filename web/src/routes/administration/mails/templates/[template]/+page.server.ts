import { requireData } from '#lib/server/problems.ts';
import { chosenLanguage, loadPreview } from '#lib/server/mail-templates.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { subject, text, template } = requireData(event, await loadPreview(event, event.params.template)).data;
	return { chosen: chosenLanguage(event), subject, text, template };
};
