import { readQuery } from '#lib/server/forms.ts';
import { filteredPage } from '#lib/server/problems.ts';
import { beginningOf } from '#lib/times.ts';
import type { PageServerLoad } from './$types';

/** The time at which a day begins for the reader, or the one after it; what is no day is refused by the API. */
function startOf(day: string, timeZone: string, later = 0): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + later);
	const begins = beginningOf(timeZone, date);
	return Number.isNaN(begins.getTime()) ? day : begins.toISOString();
}

export const load: PageServerLoad = async (event) => {
	const query = readQuery(event.url, 'provider', 'status', 'type', 'cursor');
	const days = readQuery(event.url, 'since', 'until');
	const timeZone = event.locals.session?.timeZone ?? 'UTC';
	const answer = await event.locals.api.webhook.GET('/api/v1/webhook/logs', {
		params: {
			query: {
				...query,
				...(days.since && { since: startOf(days.since, timeZone) }),
				...(days.until && { until: startOf(days.until, timeZone, 1) })
			}
		}
	});
	const { found: receipts, ...page } = filteredPage(event, answer);
	return { query: { ...query, ...days }, receipts, ...page };
};
