import { redirect } from '@sveltejs/kit';
import { CATEGORY_FIELDS, categoryOf, groupsOf } from '#lib/server/categories.ts';
import { forgetCategories } from '#lib/server/desk.ts';
import { boxes, readForm, texts } from '#lib/server/forms.ts';
import { promptly } from '#lib/server/promptly.ts';
import { continueAt, outcome, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { auth, forum, summary } = event.locals.api;
	const params = { path: { slug: event.params.slug } };
	const [answer, moderators, groups] = await Promise.all([
		forum.GET('/api/v1/categories/{slug}', { params }),
		forum.GET('/api/v1/categories/{slug}/moderators', { params }),
		auth.GET('/api/v1/admin/groups')
	]);
	const category = requireData(event, answer).data;
	const [model, changes] = await Promise.all([
		promptly(
			summary
				.GET('/api/v1/admin/summary-service/model-switches/{category}', { params: { path: { category: category.id } } })
				.then(({ data }) => data?.data ?? null),
			null
		),
		promptly(
			summary
				.GET('/api/v1/admin/summary-service/model-switch-changes', { params: { query: { category: category.id } } })
				.then(({ data }) => data?.data ?? []),
			[]
		)
	]);
	return {
		category,
		groups: requireData(event, groups).data,
		model,
		changes,
		tag: answer.response.headers.get('etag') ?? '',
		moderators: requireData(event, moderators).data
	};
};

export const actions: Actions = {
	save: async (event) => {
		requireAdministrator(event);
		const sent = await event.request.formData();
		const { tag, ...values } = texts(sent, 'tag', ...CATEGORY_FIELDS);
		const slug = values.slug || event.params.slug;
		const answer = await event.locals.api.forum.PATCH('/api/v1/categories/{slug}', {
			params: { path: { slug: event.params.slug }, header: { 'If-Match': tag } },
			body: categoryOf({ ...values, slug }, groupsOf(sent))
		});
		forgetCategories();
		if (answer.response.ok && slug !== event.params.slug) {
			redirect(303, `/administration/categories/${slug}`);
		}
		return outcome(event, answer, 'administration.saved', { ...values, ...boxes(sent, 'readGroups', 'postGroups') });
	},
	appoint: async (event) => {
		requireAdministrator(event);
		const { username } = await readForm(event.request, 'username');
		const answer = await event.locals.api.forum.PUT('/api/v1/categories/{slug}/moderators/{username}', {
			params: { path: { slug: event.params.slug, username: username.trim() } }
		});
		return outcome(event, answer, 'administration.saved');
	},
	dismiss: async (event) => {
		requireAdministrator(event);
		const { username } = await readForm(event.request, 'username');
		const answer = await event.locals.api.forum.DELETE('/api/v1/categories/{slug}/moderators/{username}', {
			params: { path: { slug: event.params.slug, username } }
		});
		return outcome(event, answer, 'administration.saved');
	},
	model: async (event) => {
		requireAdministrator(event);
		const { category, enabled } = await readForm(event.request, 'category', 'enabled');
		const answer = await event.locals.api.summary.PUT('/api/v1/admin/summary-service/model-switches/{category}', {
			params: { path: { category } },
			body: { enabled: enabled === 'true' }
		});
		return outcome(event, answer, 'administration.saved');
	},
	remove: async (event) => {
		requireAdministrator(event);
		const { tag } = await readForm(event.request, 'tag');
		const answer = await event.locals.api.forum.DELETE('/api/v1/categories/{slug}', {
			params: { path: { slug: event.params.slug }, header: { 'If-Match': tag } }
		});
		forgetCategories();
		return continueAt<Record<string, string>>(event, answer, '/administration/categories', {});
	}
};
