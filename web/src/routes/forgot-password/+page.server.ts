import { readForm } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/pages.ts';
import { refuse } from '#lib/server/problems.ts';
import { ownPath, returnPath } from '#lib/server/provider.ts';
import { currentSettings } from '#lib/server/settings.ts';
import type { Cookies } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	keepSecret(event);
	return { back: await returnPath(event) };
};

/** Names a device on which people have signed in before, whose mails strangers cannot use up. */
function deviceOf(cookies: Cookies): { cookie?: string } {
	const name = (currentSettings().publicUrl.protocol === 'https:' ? '__Secure-' : '') + 'parley_page_device';
	const secret = cookies.get(name);
	return secret && /^[\w-]{1,100}$/.test(secret) ? { cookie: `${name}=${secret}` } : {};
}

export const actions: Actions = {
	default: async (event) => {
		const { email, return: given } = await readForm(event.request, 'email', 'return');
		const back = ownPath(given);
		const body = email && !email.includes('@', 1) ? { username: email } : { email };
		const answer = await event.locals.api.auth.POST('/api/v1/auth/forgot-password', { body, headers: deviceOf(event.cookies) });
		return answer.response.ok ? { done: true, back } : refuse(event, answer, { email, return: back });
	}
};
