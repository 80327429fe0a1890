import { redirect, type RequestEvent } from '@sveltejs/kit';
import { CATEGORY_FIELDS, categoryOf, groupsOf, moved, newOrders } from '#lib/server/categories.ts';
import { forgetCategories } from '#lib/server/desk.ts';
import { boxes, readForm, texts, useKey } from '#lib/server/forms.ts';
import { refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [answer, groups] = await Promise.all([
		event.locals.api.forum.GET('/api/v1/categories'),
		event.locals.api.auth.GET('/api/v1/admin/groups')
	]);
	return {
		categories: requireData(event, answer).data,
		groups: requireData(event, groups).data,
		key: crypto.randomUUID()
	};
};

/** Gives the categories the order of these slugs. */
async function arrange(event: RequestEvent, slugs: string[]) {
	const { forum } = event.locals.api;
	const known = requireData(event, await forum.GET('/api/v1/categories')).data;
	for (const { slug, order } of newOrders(known, slugs)) {
		const answer = await forum.PATCH('/api/v1/categories/{slug}', { params: { path: { slug } }, body: { order } });
		forgetCategories();
		if (!answer.response.ok) {
			return refuse(event, answer, {});
		}
	}
	redirect(303, '/administration/categories');
}

export const actions: Actions = {
	move: async (event) => {
		requireAdministrator(event);
		const { category, by } = await readForm(event.request, 'category', 'by');
		const known = requireData(event, await event.locals.api.forum.GET('/api/v1/categories')).data;
		return arrange(event, moved(known.map((one) => one.slug), category, by === 'up' ? -1 : 1));
	},
	arrange: async (event) => {
		requireAdministrator(event);
		return arrange(event, (await readForm(event.request, 'slugs')).slugs.split(' '));
	},
	create: async (event) => {
		requireAdministrator(event);
		const sent = await event.request.formData();
		const { key, ...values } = texts(sent, 'key', ...CATEGORY_FIELDS);
		const answer = await event.locals.api.forum.POST('/api/v1/categories', {
			params: { header: { 'Idempotency-Key': useKey(event, key) } },
			body: categoryOf(values, groupsOf(sent))
		});
		forgetCategories();
		if (!answer.data) {
			return refuse(event, answer, { ...values, ...boxes(sent, 'readGroups', 'postGroups') });
		}
		redirect(303, `/administration/categories/${answer.data.data.slug}`);
	}
};
