/** The cookies of the forum with their purposes, and when they are set. */
export const COOKIES = [
	{ names: ['parley_web_session', 'parley_web_sign_ins'], purpose: 'privacy.cookieSession', set: 'privacy.atSignIn' },
	{ names: ['parley_refresh'], purpose: 'privacy.cookieRefresh', set: 'privacy.atSignIn' },
	{ names: ['parley_browser'], purpose: 'privacy.cookieBrowser', set: 'privacy.atSignIn' },
	{ names: ['parley_form', 'parley_second_step', 'parley_mailed'], purpose: 'privacy.cookieForm', set: 'privacy.atSignIn' },
	{ names: ['parley_federation', 'parley_joining'], purpose: 'privacy.cookieProvider', set: 'privacy.atSignIn' },
	{ names: ['parley_device', 'parley_page_device'], purpose: 'privacy.cookieDevice', set: 'privacy.atSignIn' },
	{ names: ['parley_web_kept'], purpose: 'privacy.cookieKept', set: 'privacy.atSignIn' },
	{ names: ['parley_language', 'parley_theme', 'parley_keys'], purpose: 'privacy.cookieLanguage', set: 'privacy.atChoice' }
] as const;
