import type { RequestEvent } from '@sveltejs/kit';
import { deviceName } from '#lib/devices.ts';
import { proofOf } from '#lib/server/apps.ts';
import { parsedCredential, readForm } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/pages.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireSession(event);
	// Secrets and recovery codes are on the page when they are new.
	keepSecret(event);
	const { auth } = event.locals.api;
	const [twoFactor, passkeys, identities, providers] = await Promise.all([
		auth.GET('/api/v1/auth/two-factor'),
		auth.GET('/api/v1/users/me/passkeys'),
		auth.GET('/api/v1/users/me/identities'),
		auth.GET('/api/v1/auth/identity-providers')
	]);
	return {
		twoFactor: requireData(event, twoFactor).data,
		passkeys: requireData(event, passkeys).data,
		identities: requireData(event, identities).data,
		providers: requireData(event, providers).data,
		linked: event.url.searchParams.has('linked')
	};
};

/** The proof that a change of the sign-in needs; people without a second factor leave `otp` out. */
async function readProof(event: RequestEvent) {
	return proofOf(await readForm(event.request, 'password', 'otp'));
}

export const actions: Actions = {
	begin: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.auth.POST('/api/v1/auth/two-factor', {
			body: (await readProof(event)) as never
		});
		return answer.data ? { enrolment: answer.data.data } : refuse(event, answer, {});
	},
	confirm: async (event) => {
		requireSession(event);
		const { code, secret, uri } = await readForm(event.request, 'code', 'secret', 'uri');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/two-factor/confirm', {
			body: { code: code.replace(/\s/g, '') }
		});
		return answer.data
			? { recoveryCodes: answer.data.data.recoveryCodes }
			: refuse(event, answer, { code: '', secret, uri });
	},
	codes: async (event) => {
		requireSession(event);
		const form = await readForm(event.request, 'password', 'otp');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/two-factor/recovery-codes', {
			body: { ...proofOf(form), otp: form.otp }
		});
		return answer.data
			? { recoveryCodes: answer.data.data.recoveryCodes }
			: refuse(event, answer, {});
	},
	disable: async (event) => {
		requireSession(event);
		const form = await readForm(event.request, 'password', 'otp');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/two-factor/disable', {
			body: { ...proofOf(form), otp: form.otp }
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, {});
	},
	link: async (event) => {
		requireSession(event);
		const { provider } = await readForm(event.request.clone(), 'provider');
		const answer = await event.locals.api.auth.POST('/api/v1/users/me/identities', {
			body: { provider, ...(await readProof(event)) }
		});
		// A form may not lead to another site, so the page shows a link.
		return answer.data ? { link: answer.data.data.path } : refuse(event, answer, { provider });
	},
	unlink: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/users/me/identities/{id}', {
			params: { path: { id } }
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, {});
	},
	passkey: async (event) => {
		requireSession(event);
		const answer = await event.locals.api.auth.POST('/api/v1/auth/passkeys/registration-options', {
			body: (await readProof(event)) as never
		});
		const device = deviceName(event.request.headers.get('user-agent') ?? '');
		return answer.data ? { options: answer.data.data, device } : refuse(event, answer, {});
	},
	addPasskey: async (event) => {
		requireSession(event);
		const { name, credential } = await readForm(event.request, 'name', 'credential');
		const answer = await event.locals.api.auth.POST('/api/v1/auth/passkeys', {
			body: { name, credential: parsedCredential(credential) }
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, {});
	},
	renamePasskey: async (event) => {
		requireSession(event);
		const { id, name } = await readForm(event.request, 'id', 'name');
		const answer = await event.locals.api.auth.PATCH('/api/v1/users/me/passkeys/{id}', {
			params: { path: { id } },
			body: { name }
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, {});
	},
	removePasskey: async (event) => {
		requireSession(event);
		const { id } = await readForm(event.request, 'id');
		const answer = await event.locals.api.auth.DELETE('/api/v1/users/me/passkeys/{id}', {
			params: { path: { id } }
		});
		return answer.response.ok ? { done: true } : refuse(event, answer, {});
	}
};
