import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { App } from '#lib/administration.ts';
import type { Api } from './api/client';
import { boxes, chosen, lines, readForm, texts, useKey } from './forms';
import { outcome, refuse, requireAdministrator, requireSession, type Answer } from './problems';

/** Reads the form of an app. The values are those that a refused form shows again. */
export async function readAppForm(request: Request) {
	const form = await request.formData();
	const { kind, key, password, otp, ...values } = texts(
		form,
		'kind',
		'key',
		'password',
		'otp',
		'name',
		'description',
		'homePage',
		'redirectUris',
		'postLogoutRedirectUris'
	);
	return {
		kind,
		key,
		values: { kind, ...values, ...boxes(form, 'scopes', 'dpopRequired', 'parRequired', 'pkceOptional', 'formPost') },
		body: {
			name: values.name,
			description: values.description,
			homePage: values.homePage,
			redirectUris: lines(values.redirectUris),
			postLogoutRedirectUris: lines(values.postLogoutRedirectUris),
			scopes: chosen(form, 'scopes'),
			dpopRequired: form.has('dpopRequired'),
			parRequired: form.has('parRequired'),
			...(form.has('compatibility')
				? { pkceOptional: form.has('pkceOptional'), formPost: form.has('formPost') }
				: {}),
			...proofOf({ password, otp })
		}
	};
}

/** That the form was sent by the owner of the session: the password, unless the sign-in is recent, and a code if there is one. */
export function proofOf(form: { password: string; otp: string }) {
	return { ...(form.password ? { password: form.password } : {}), ...(form.otp ? { otp: form.otp } : {}) };
}

type Change = Awaited<ReturnType<typeof readAppForm>>['body'];

type Registered = Promise<Answer<{ data: App }>>;

/** Where apps are registered and changed: those of the reader, or those of everybody. */
interface AppEndpoints {
	/** The address of the list. */
	list: string;
	require: (event: RequestEvent) => unknown;
	register: (auth: Api['auth'], key: string, body: Change & { kind: string }) => Registered;
	change: (auth: Api['auth'], id: string, body: Change) => Registered;
	rotate: (auth: Api['auth'], id: string, key: string, body: ReturnType<typeof proofOf>) => Registered;
	remove: (auth: Api['auth'], id: string) => Promise<Answer<unknown>>;
}

const keyed = (key: string) => ({ 'Idempotency-Key': key });

/** The reader's own apps. */
export const OWN_APPS: AppEndpoints = {
	list: '/settings/apps',
	require: requireSession,
	register: (auth, key, body) => auth.POST('/api/v1/users/me/apps', { params: { header: keyed(key) }, body }),
	change: (auth, id, body) => auth.PATCH('/api/v1/users/me/apps/{id}', { params: { path: { id } }, body }),
	rotate: (auth, id, key, body) =>
		auth.POST('/api/v1/users/me/apps/{id}/secret', { params: { path: { id }, header: keyed(key) }, body }),
	remove: (auth, id) => auth.DELETE('/api/v1/users/me/apps/{id}', { params: { path: { id } } })
};

/** All apps, for administrators. */
export const ALL_APPS: AppEndpoints = {
	list: '/administration/apps',
	require: requireAdministrator,
	register: (auth, key, body) => auth.POST('/api/v1/admin/oauth-clients', { params: { header: keyed(key) }, body }),
	change: (auth, id, body) => auth.PATCH('/api/v1/admin/oauth-clients/{id}', { params: { path: { id } }, body }),
	rotate: (auth, id, key, body) =>
		auth.POST('/api/v1/admin/oauth-clients/{id}/secret', { params: { path: { id }, header: keyed(key) }, body }),
	remove: (auth, id) => auth.DELETE('/api/v1/admin/oauth-clients/{id}', { params: { path: { id } } })
};

/** The form that registers an app. */
export function registersApp(apps: AppEndpoints) {
	return async (event: RequestEvent) => {
		apps.require(event);
		const { kind, key, body, values } = await readAppForm(event.request);
		const answer = await apps.register(event.locals.api.auth, useKey(event, key), { ...body, kind });
		return answer.data
			? { done: 'administration.created' as const, created: answer.data.data }
			: refuse<Record<string, string>>(event, answer, values);
	};
}

/** The forms of an app's page. */
export function changesApp(apps: AppEndpoints) {
	return {
		save: async (event: RequestEvent) => {
			apps.require(event);
			const { body, values } = await readAppForm(event.request);
			const answer = await apps.change(event.locals.api.auth, event.params.id ?? '', body);
			return outcome(event, answer, 'administration.saved', values);
		},
		secret: async (event: RequestEvent) => {
			apps.require(event);
			const form = await readForm(event.request, 'key', 'password', 'otp');
			const answer = await apps.rotate(event.locals.api.auth, event.params.id ?? '', useKey(event, form.key), proofOf(form));
			return answer.data
				? { done: 'administration.rotated' as const, secret: answer.data.data.clientSecret }
				: refuse<Record<string, string>>(event, answer, {});
		},
		remove: async (event: RequestEvent) => {
			apps.require(event);
			const answer = await apps.remove(event.locals.api.auth, event.params.id ?? '');
			if (!answer.response.ok) {
				return refuse<Record<string, string>>(event, answer, {});
			}
			redirect(303, apps.list);
		}
	};
}
