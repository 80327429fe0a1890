import { requireData } from '#lib/server/problems.ts';
import { loadPreview } from '#lib/server/mail-templates.ts';
import type { RequestHandler } from './$types';

/** The HTML of a mail for the frame of its page. It loads nothing, runs nothing and leads nowhere. */
export const GET: RequestHandler = async (event) => {
	const { html } = requireData(event, await loadPreview(event, event.params.template)).data;
	return new Response(html, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
			'cache-control': 'private, no-store'
		}
	});
};
