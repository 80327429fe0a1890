import { lines, readForm } from '#lib/server/forms.ts';
import { outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import { forgetSite } from '#lib/server/site.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/registration');
	return { rules: requireData(event, answer).data, tag: answer.response.headers.get('etag') ?? '' };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const { tag, ...values } = await readForm(event.request, 'tag', 'mode', 'inviters', 'robotCheck', 'blockedDomains', 'mailedSignIn', 'hiddenAddresses');
		const { mode, inviters, robotCheck, blockedDomains, mailedSignIn, hiddenAddresses } = values;
		const answer = await event.locals.api.auth.PUT('/api/v1/admin/registration', {
			params: { header: tag ? { 'If-Match': tag } : {} },
			body: {
				mode,
				inviters,
				robotCheck,
				blockedDomains: lines(blockedDomains),
				mailedSignIn: Boolean(mailedSignIn),
				hiddenAddresses: Boolean(hiddenAddresses)
			}
		});
		forgetSite();
		return outcome(event, answer, 'administration.saved', values);
	}
};
