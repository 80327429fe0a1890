import { fail } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms.ts';
import { requirePolicy, storeTerms } from '#lib/server/policies.ts';
import { requireSession } from '#lib/server/problems.ts';
import { translator } from '#lib/messages/index.ts';
import { documentOf, type Terms } from '#lib/policy.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { policy, tag } = await requirePolicy(event);
	return { policy, tag, document: documentOf(policy.terms) };
};

export const actions: Actions = {
	default: async (event) => {
		requireSession(event);
		const { tag, document } = await readForm(event.request, 'tag', 'document');
		let terms: Terms;
		try {
			terms = JSON.parse(document) as Terms;
		} catch (malformed) {
			const message = translator(event.locals.language)('policy.notJson', {
				reason: malformed instanceof Error ? malformed.message : ''
			});
			return fail(422, { refusal: { code: 'json.malformed', message, fields: {} }, values: { tag, document } });
		}
		return storeTerms(event, tag, { terms }, { document });
	}
};
