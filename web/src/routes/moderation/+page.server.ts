import { BULK_DECISIONS, CASE_STATUSES } from '#lib/moderation.ts';
import { boxes, chosen, readQuery, texts } from '#lib/server/forms.ts';
import { refuse, requireData, requireSession } from '#lib/server/problems.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cursor, status } = readQuery(event.url, 'cursor', 'status');
	const shown = status === 'all' ? status : (CASE_STATUSES.find((one) => one === status) ?? 'open');
	const read = async (from?: string) =>
		requireData(
			event,
			await event.locals.api.moderation.GET('/api/v1/admin/cases', {
				params: { query: { ...(from ? { cursor: from } : {}), ...(shown === 'all' ? {} : { status: shown }) } }
			})
		);
	let page = await read(cursor);
	// All cases of the page were just decided.
	if (cursor && event.request.method === 'POST' && !page.data.length) {
		page = await read();
	}
	return { cases: page.data, shown, ...page.meta.pagination };
};

export const actions: Actions = {
	decide: async (event) => {
		requireSession(event);
		const form = await event.request.formData();
		const values = texts(form, 'decision', 'note');
		const answer = await event.locals.api.moderation.POST('/api/v1/admin/cases/decide', {
			body: {
				ids: chosen(form, 'ids'),
				decision: BULK_DECISIONS.find((one) => one === values.decision) ?? '',
				...(values.note ? { note: values.note } : {})
			}
		});
		if (!answer.data) {
			return refuse(event, answer, { ...values, ...boxes(form, 'ids') });
		}
		const { decided, results } = answer.data.data;
		return { outcome: { decided, refused: results.filter((one) => !one.decided) } };
	}
};
