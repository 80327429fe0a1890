import { redirect } from '@sveltejs/kit';
import { proofOf } from '#lib/server/apps.ts';
import { lines, texts } from '#lib/server/forms.ts';
import { readProvider } from '#lib/server/identities.ts';
import { outcome, refuse, requireAdministrator, requireData } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [answer, groups] = await Promise.all([
		event.locals.api.auth.GET('/api/v1/admin/identity-providers/{id}', { params: { path: { id: event.params.id } } }),
		event.locals.api.auth.GET('/api/v1/admin/groups')
	]);
	return { provider: requireData(event, answer).data, groups: requireData(event, groups).data };
};

export const actions: Actions = {
	save: async (event) => {
		requireAdministrator(event);
		const { body, values } = await readProvider(event.request);
		const answer = await event.locals.api.auth.PATCH('/api/v1/admin/identity-providers/{id}', {
			params: { path: { id: event.params.id } },
			body: body as never
		});
		return outcome(event, answer, 'administration.saved', values);
	},
	groups: async (event) => {
		requireAdministrator(event);
		const sent = await event.request.formData();
		const names = [...sent.keys()].filter((name) => name.startsWith('group-'));
		const proof = texts(sent, 'password', 'otp');
		const values = texts(sent, 'groupsClaim', ...names);
		const groupRules = names.flatMap((name) =>
			lines((values[name] ?? '').replaceAll(';', '\n')).map((value) => ({ value, group: name.slice('group-'.length) }))
		);
		const answer = await event.locals.api.auth.PATCH('/api/v1/admin/identity-providers/{id}', {
			params: { path: { id: event.params.id } },
			body: { groupsClaim: (values.groupsClaim ?? '').trim(), groupRules, ...proofOf(proof) } as never
		});
		return outcome(event, answer, 'administration.saved', values);
	},
	test: async (event) => {
		requireAdministrator(event);
		const answer = await event.locals.api.auth.POST('/api/v1/admin/identity-providers/{id}/test', {
			params: { path: { id: event.params.id } }
		});
		return outcome(event, answer, 'providers.works');
	},
	remove: async (event) => {
		requireAdministrator(event);
		const answer = await event.locals.api.auth.DELETE('/api/v1/admin/identity-providers/{id}', {
			params: { path: { id: event.params.id } }
		});
		if (!answer.response.ok) {
			return refuse<Record<string, string>>(event, answer, {});
		}
		redirect(303, '/administration/providers');
	}
};
