import { redirect } from '@sveltejs/kit';
import { readForm, readQuery, useKey } from '#lib/server/forms.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { POLICY_STATUSES } from '#lib/policy.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	const { cursor, status } = readQuery(event.url, 'cursor', 'status');
	const shown = POLICY_STATUSES.find((one) => one === status) ?? 'all';
	const { moderation } = event.locals.api;
	const [policies, changes] = await Promise.all([
		moderation.GET('/api/v1/admin/policies', {
			params: { query: { ...(cursor ? { cursor } : {}), ...(shown === 'all' ? {} : { status: shown }) } }
		}),
		moderation.GET('/api/v1/admin/policy-changes', { params: { query: { limit: 20 } } })
	]);
	const page = requireData(event, policies);
	return {
		policies: page.data,
		changes: requireData(event, changes).data,
		shown,
		key: crypto.randomUUID(),
		...page.meta.pagination
	};
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { key, ...values } = await readForm(event.request, 'key', 'name', 'basedOn');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/policies', {
			params: { header: { 'Idempotency-Key': useKey(event, key) } },
			body: { name: values.name, ...(values.basedOn ? { basedOn: values.basedOn } : {}) }
		});
		if (!answer.data) {
			return refuse(event, answer, values);
		}
		redirect(303, `/moderation/policies/${answer.data.data.id}`);
	}
};
