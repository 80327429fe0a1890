import { chosen, readForm, readQuery, texts, useKey } from '#lib/server/forms.ts';
import type { components } from '#lib/server/api/generated/auth.d.ts';
import { outcome, refuse, requireData, requireSession } from '#lib/server/problems.ts';
import { currentSettings } from '#lib/server/settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user } = requireSession(event);
	const { auth } = event.locals.api;
	const [answer, registration, me, groups] = await Promise.all([
		auth.GET('/api/v1/users/me/invitations', { params: { query: readQuery(event.url, 'cursor') } }),
		auth.GET('/api/v1/auth/registration'),
		auth.GET('/api/v1/users/me'),
		user.roles.includes('admin') ? auth.GET('/api/v1/admin/groups') : undefined
	]);
	const page = requireData(event, answer);
	const { mode, inviters } = requireData(event, registration).data;
	const mayInvite = mode !== 'closed' && user.roles.includes(inviters ?? 'admin');
	const isVerified = requireData(event, me).data.emailVerified;
	const obstacle = mayInvite ? (isVerified ? null : ('problem.auth.email-unverified' as const)) : ('invitations.notHere' as const);
	return { obstacle, invitations: page.data, groups: groups?.data?.data ?? [], key: crypto.randomUUID(), ...page.meta.pagination };
};

export const actions: Actions = {
	invite: async (event) => {
		requireSession(event);
		const sent = await event.request.formData();
		const { key, email, note, uses } = texts(sent, 'key', 'email', 'note', 'uses');
		const groups = chosen(sent, 'groups');
		const answer = await event.locals.api.auth.POST('/api/v1/users/me/invitations', {
			params: { header: { 'Idempotency-Key': useKey(event, key) } },
			body: {
				...(email ? { email } : {}),
				...(note ? { note } : {}),
				...(uses ? { uses: Number(uses) } : {}),
				...(groups.length ? { groups } : {})
			} as components['schemas']['InvitationWish']
		});
		if (!answer.data) {
			return refuse<Record<string, string>>(event, answer, { email, note, uses, groups: groups.join(' ') });
		}
		const { token } = answer.data.data;
		return token
			? { link: new URL(`/register?token=${encodeURIComponent(token)}`, currentSettings().publicUrl).href }
			: { done: 'invitations.sent' as const };
	},
	withdraw: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/users/me/invitations/{id}', { params: { path: { id } } });
		return outcome(event, answer, 'invitations.withdrawn');
	}
};
