import { redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/messages/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { ownPath } from '#lib/server/provider.ts';
import { currentSettings } from '#lib/server/settings.ts';
import { themeOf } from '#lib/themes.ts';
import type { RequestHandler } from './$types';

const YEAR = 365 * 24 * 60 * 60;

/** Remembers the language or the theme that a reader chose. */
export const POST: RequestHandler = async ({ request, cookies }) => {
	const { language, theme, back } = await readForm(request, 'language', 'theme', 'back');
	const options = {
		path: '/',
		maxAge: YEAR,
		httpOnly: true,
		sameSite: 'lax',
		secure: currentSettings().publicUrl.protocol === 'https:'
	} as const;
	if (isLanguage(language)) {
		cookies.set('parley_language', language, options);
	}
	if (themeOf(theme) !== 'device') {
		cookies.set('parley_theme', theme, options);
	} else if (theme) {
		cookies.delete('parley_theme', { path: '/' });
	}
	redirect(303, ownPath(back));
};
