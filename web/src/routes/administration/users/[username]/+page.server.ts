import { error, redirect } from '@sveltejs/kit';
import { banEnd } from '#lib/moderation.ts';
import { translator } from '#lib/messages/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { removePosts } from '#lib/server/start.ts';
import { continueAt, outcome, refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const answer = await event.locals.api.auth.GET('/api/v1/admin/users', {
		params: { query: { q: event.params.username, limit: 1 } }
	});
	// The list is in the order of the names, so a whole name is before those that begin with it.
	const [user] = requireData(event, answer).data;
	if (user?.username.toLowerCase() !== event.params.username.toLowerCase()) {
		error(404, { message: translator(event.locals.language)('administration.noUsers') });
	}
	return { account: user };
};

export const actions: Actions = {
	role: async (event) => {
		requireAdministrator(event);
		const { id, role } = await readForm(event.request, 'id', 'role');
		const answer = await event.locals.api.auth.PUT('/api/v1/admin/users/{id}/role', {
			params: { path: { id } },
			body: { role }
		});
		return outcome(event, answer, 'administration.saved', { role });
	},
	ban: async (event) => {
		requireAdministrator(event);
		const { id, reason, days } = await readForm(event.request, 'id', 'reason', 'days');
		const until = banEnd(days);
		const answer = await event.locals.api.auth.POST('/api/v1/admin/users/{id}/ban', {
			params: { path: { id } },
			body: { reason, ...(until ? { until } : {}) }
		});
		return outcome(event, answer, 'administration.isBanned', { reason, days });
	},
	unban: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.POST('/api/v1/admin/users/{id}/unban', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'administration.isUnbanned');
	},
	verify: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.POST('/api/v1/admin/users/{id}/verify', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'administration.isVerified');
	},
	approve: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.POST('/api/v1/admin/users/{id}/approve', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'administration.isApproved');
	},
	rename: async (event) => {
		requireAdministrator(event);
		const { id, username, displayName } = await readForm(event.request, 'id', 'username', 'displayName');
		const answer = await event.locals.api.auth.PATCH('/api/v1/admin/users/{id}', {
			params: { path: { id } },
			body: { username, displayName }
		});
		return answer.data
			? redirect(303, `/administration/users/${encodeURIComponent(answer.data.data.username)}`)
			: refuse<Record<string, string>>(event, answer, { username, displayName });
	},
	remove: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/users/{id}', { params: { path: { id } } });
		const shown = `/administration/users?q=${encodeURIComponent(event.params.username)}`;
		return continueAt<Record<string, string>>(event, answer, shown, {});
	},
	restore: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.POST('/api/v1/admin/users/{id}/restore', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'administration.isRestored');
	},
	posts: async (event) => {
		requireAdministrator(event);
		const { refused, isRest } = await removePosts(event, event.params.username);
		if (refused) {
			return refuse<Record<string, string>>(event, refused, {});
		}
		return { done: isRest ? ('administration.postsRemain' as const) : ('administration.postsRemoved' as const) };
	},
	logout: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.POST('/api/v1/admin/users/{id}/logout', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'administration.isSignedOut');
	},
	factor: async (event) => {
		requireAdministrator(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/users/{id}/two-factor', {
			params: { path: { id } }
		});
		return outcome(event, answer, 'administration.factorRemoved');
	}
};
