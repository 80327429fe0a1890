import { redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/messages/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { ownPath } from '#lib/server/provider.ts';
import { currentSettings } from '#lib/server/settings.ts';
import type { RequestHandler } from './$types';

const YEAR = 365 * 24 * 60 * 60;

export const POST: RequestHandler = async (event) => {
	const { language, back } = await readForm(event.request, 'language', 'back');
	if (isLanguage(language)) {
		event.cookies.set('parley_language', language, {
			path: '/',
			maxAge: YEAR,
			httpOnly: true,
			sameSite: 'lax',
			secure: currentSettings().publicUrl.protocol === 'https:'
		});
	}
	redirect(303, ownPath(back));
};
