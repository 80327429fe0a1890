import { redirect } from '@sveltejs/kit';
import { slugOf } from '#lib/setup.ts';
import { CATEGORY_FIELDS, categoryOf } from '#lib/server/categories.ts';
import { idempotencyKey, readForm } from '#lib/server/forms.ts';
import { refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.forum.GET('/api/v1/categories');
	return { categories: requireData(event, answer).data, key: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const { key, ...values } = await readForm(event.request, 'key', ...CATEGORY_FIELDS);
		const answer = await event.locals.api.forum.POST('/api/v1/categories', {
			params: { header: { 'Idempotency-Key': idempotencyKey(key) } },
			body: categoryOf({ ...values, slug: values.slug || slugOf(values.name) })
		});
		if (!answer.data) {
			return refuse(event, answer, values);
		}
		redirect(303, `/administration/categories/${answer.data.data.slug}`);
	}
};
