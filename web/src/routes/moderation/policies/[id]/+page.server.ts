import { redirect, type RequestEvent } from '@sveltejs/kit';
import { readForm, useKey } from '#lib/server/forms.ts';
import { categoriesOf, requirePolicy, storeTerms } from '#lib/server/policies.ts';
import { outcome, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { moved, type Terms } from '#lib/policy.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [found, categories, changes] = await Promise.all([
		requirePolicy(event),
		categoriesOf(event),
		event.locals.api.moderation.GET('/api/v1/admin/policy-changes', {
			params: { query: { policy: event.params.id } }
		})
	]);
	return {
		...found,
		categories: Object.fromEntries(categories.map(({ id, name }) => [id, name])),
		changes: requireData(event, changes).data,
		key: crypto.randomUUID()
	};
};

/** Changes the list of rules as it is now, if it is still the one of the page. */
async function changeRules(event: RequestEvent, change: (rules: Terms['rules'], index: number) => Terms['rules']) {
	const { tag, index } = await readForm(event.request, 'tag', 'index');
	const { policy } = await requirePolicy(event);
	return storeTerms(event, tag, { terms: { ...policy.terms, rules: change(policy.terms.rules, Number(index)) } }, {});
}

export const actions: Actions = {
	rename: async (event) => {
		requireSession(event);
		const { tag, name } = await readForm(event.request, 'tag', 'name');
		return storeTerms(event, tag, { name }, { name });
	},
	up: (event) => changeRules(event, (rules, index) => moved(rules, index, -1)),
	down: (event) => changeRules(event, (rules, index) => moved(rules, index, 1)),
	drop: (event) => changeRules(event, (rules, index) => rules.filter((_, other) => other !== index)),
	activate: async (event) => {
		requireSession(event);
		const { tag, note } = await readForm(event.request, 'tag', 'note');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/policies/{id}/activate', {
			params: { path: { id: event.params.id }, header: tag ? { 'If-Match': tag } : {} },
			body: note ? { note } : {}
		});
		return outcome(event, answer, 'policy.activated', { note });
	},
	remove: async (event) => {
		requireSession(event);
		const { tag } = await readForm(event.request, 'tag');
		const answer = await event.locals.api.moderation.DELETE('/api/v1/admin/policies/{id}', {
			params: { path: { id: event.params.id }, header: tag ? { 'If-Match': tag } : {} }
		});
		if (!answer.response.ok) {
			return refuse<Record<string, string>>(event, answer, {});
		}
		redirect(303, '/moderation/policies');
	},
	copy: async (event) => {
		requireSession(event);
		const { key, name } = await readForm(event.request, 'key', 'name');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/policies', {
			params: { header: { 'Idempotency-Key': useKey(event, key) } },
			body: { name, basedOn: event.params.id }
		});
		if (!answer.data) {
			return refuse<Record<string, string>>(event, answer, { name });
		}
		redirect(303, `/moderation/policies/${answer.data.data.id}`);
	},
	shadow: async (event) => {
		requireSession(event);
		const { key } = await readForm(event.request, 'key');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/policies/{id}/shadow-runs', {
			params: { path: { id: event.params.id }, header: { 'Idempotency-Key': useKey(event, key) } }
		});
		if (!answer.data) {
			return refuse<Record<string, string>>(event, answer, {});
		}
		redirect(303, `/moderation/comparisons/shadow-runs/${answer.data.data.id}`);
	},
	replay: async (event) => {
		requireSession(event);
		const { key } = await readForm(event.request, 'key');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/policies/{id}/replays', {
			params: { path: { id: event.params.id }, header: { 'Idempotency-Key': useKey(event, key) } }
		});
		if (!answer.data) {
			return refuse<Record<string, string>>(event, answer, {});
		}
		redirect(303, `/moderation/comparisons/replays/${answer.data.data.id}`);
	}
};
