import { idempotencyKey, readForm, readQuery } from '#lib/server/forms.ts';
import type { components } from '#lib/server/api/generated/auth.d.ts';
import { outcome, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	const answer = await event.locals.api.auth.GET('/api/v1/users/me/invitations', {
		params: { query: readQuery(event.url, 'cursor') }
	});
	const page = requireData(event, answer);
	return { invitations: page.data, key: crypto.randomUUID(), ...page.meta.pagination };
};

export const actions: Actions = {
	invite: async (event) => {
		requireSession(event);
		const form = await readForm(event.request, 'key', 'email', 'note', 'uses');
		const { email, note, uses } = form;
		const answer = await event.locals.api.auth.POST('/api/v1/users/me/invitations', {
			params: { header: { 'Idempotency-Key': idempotencyKey(form.key) } },
			body: { ...(email ? { email } : {}), ...(note ? { note } : {}), ...(uses ? { uses: Number(uses) } : {}) } as components['schemas']['InvitationWish']
		});
		if (!answer.data) {
			return refuse<Record<string, string>>(event, answer, { email, note, uses });
		}
		const { token } = answer.data.data;
		return token
			? { link: `${event.url.origin}/register?token=${encodeURIComponent(token)}` }
			: { done: 'invitations.sent' as const };
	},
	withdraw: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/users/me/invitations/{id}', { params: { path: { id } } });
		return outcome(event, answer, 'invitations.withdrawn');
	}
};
