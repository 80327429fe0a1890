import { redirect } from '@sveltejs/kit';
import { readForm, useKey } from '#lib/server/forms.ts';
import { refuse, requireAdministrator } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireAdministrator(event);
	return { key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const form = await readForm(event.request, 'name', 'username', 'email', 'key');
		const { name, username, email } = form;
		const answer = await event.locals.api.auth.POST('/api/v1/admin/users', {
			params: { header: { 'Idempotency-Key': useKey(event, form.key) } },
			body: { name, email, ...(username ? { username } : {}), locale: event.locals.language }
		});
		return answer.data
			? redirect(303, `/administration/users/${encodeURIComponent(answer.data.data.username)}`)
			: refuse<Record<string, string>>(event, answer, { name, username, email });
	}
};
