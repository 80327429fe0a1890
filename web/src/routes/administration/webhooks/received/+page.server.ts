import { readQuery } from '#lib/server/forms.ts';
import { filteredPage } from '#lib/server/problems.ts';
import type { PageServerLoad } from './$types';

/** The time at which a day, or one some days later, begins; what is no day is refused by the API. */
function startOf(day: string, later = 0): string {
	const date = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(date.getTime())) {
		return day;
	}
	date.setUTCDate(date.getUTCDate() + later);
	return date.toISOString();
}

export const load: PageServerLoad = async (event) => {
	const query = readQuery(event.url, 'provider', 'status', 'type', 'cursor');
	const days = readQuery(event.url, 'since', 'until');
	const answer = await event.locals.api.webhook.GET('/api/v1/webhook/logs', {
		params: {
			query: {
				...query,
				...(days.since && { since: startOf(days.since) }),
				...(days.until && { until: startOf(days.until, 1) })
			}
		}
	});
	const { found: receipts, ...page } = filteredPage(event, answer);
	return { query: { ...query, ...days }, receipts, ...page };
};
