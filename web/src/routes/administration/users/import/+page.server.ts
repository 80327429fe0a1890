import type { Language } from '#lib/messages/index.ts';
import { fieldText, problemText } from '#lib/refusals.ts';
import type { components } from '#lib/server/api/generated/auth.d.ts';
import { refuse, requireAdministrator } from '#lib/server/problems.ts';
import type { Actions } from './$types';
import { remaining } from './remaining.ts';

/** Why a line was refused, in the language of the administrator. */
function reasonOf(language: Language, { code, field, detail }: components['schemas']['LineReport']): string {
	const problem = { code: code ?? '', detail: detail ?? '' };
	return field ? `${field}: ${fieldText(language, { field, code: problem.code, message: problem.detail })}` : problemText(language, { status: 409, ...problem });
}

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const file = (await event.request.formData()).get('csv');
		const csv = file instanceof File ? await file.text() : (file ?? '');
		const answer = await event.locals.api.auth.POST('/api/v1/admin/users/import', { body: { csv } });
		if (!answer.data) {
			return refuse<Record<string, string>>(event, answer, file instanceof File ? {} : { csv });
		}
		const { lines, ...counts } = answer.data.data;
		return { report: { ...counts, remaining: remaining(csv, lines), lines: lines.map((line) => ({ ...line, reason: reasonOf(event.locals.language, line) })) } };
	}
};
