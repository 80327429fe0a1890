import { error, type RequestEvent } from '@sveltejs/kit';
import { translator } from '#lib/messages/index.ts';

/**
 * The kind of comparison in an address.
 * @throws the error page 404 for any other word
 */
export function comparisonKind(event: RequestEvent): 'shadow-runs' | 'replays' {
	const { kind } = event.params;
	if (kind !== 'shadow-runs' && kind !== 'replays') {
		error(404, { message: translator(event.locals.language)('error.404.text') });
	}
	return kind;
}
