import { chosen, lines, texts } from './forms';

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
		values,
		body: {
			name: values.name,
			description: values.description,
			...(values.homePage ? { homePage: values.homePage } : {}),
			redirectUris: lines(values.redirectUris),
			postLogoutRedirectUris: lines(values.postLogoutRedirectUris),
			scopes: chosen(form, 'scopes'),
			dpopRequired: form.has('dpopRequired'),
			parRequired: form.has('parRequired'),
			...proofOf({ password, otp })
		}
	};
}

/** That the form was sent by the owner of the session: the password, and a code if there is one. */
export function proofOf(form: { password: string; otp: string }) {
	return { password: form.password, ...(form.otp ? { otp: form.otp } : {}) };
}
