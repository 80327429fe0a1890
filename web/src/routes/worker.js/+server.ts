import worker from '../../worker/worker.js?raw';
import type { RequestHandler } from './$types';

/** The worker is here, not among the files, as its policy permits it to ask this site, and nothing else. */
export const GET: RequestHandler = () =>
	new Response(worker, {
		headers: {
			'content-type': 'text/javascript; charset=utf-8',
			'content-security-policy': "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
			'cache-control': 'no-cache'
		}
	});
