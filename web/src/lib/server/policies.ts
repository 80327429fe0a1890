import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { translator } from '#lib/messages/index.ts';
import { withoutNulls, type Policy, type Terms } from '#lib/policy.ts';
import { refuse, requireData, requireSession } from './problems';

/** Returns a policy and its entity tag. */
export async function requirePolicy(event: RequestEvent): Promise<{ policy: Policy; tag: string }> {
	requireSession(event);
	const answer = await event.locals.api.moderation.GET('/api/v1/admin/policies/{id}', {
		params: { path: { id: event.params.id ?? '' } }
	});
	return {
		policy: requireData(event, answer).data as Policy,
		tag: answer.response.headers.get('etag') ?? ''
	};
}

/**
 * Returns the draft that a form changes.
 * @throws the error page 404 for a policy that has been in force
 */
export async function requireDraft(event: RequestEvent): Promise<{ policy: Policy; tag: string }> {
	const found = await requirePolicy(event);
	if (found.policy.status !== 'draft') {
		error(404, { message: translator(event.locals.language)('policy.notDraft') });
	}
	return found;
}

/**
 * Stores changed terms of a draft and returns to it. The tag is that of the page, so that of two
 * moderators the slower one sees the change of the other first.
 */
export async function storeTerms<V extends Record<string, string>>(
	event: RequestEvent,
	tag: string,
	change: { name?: string; terms?: Terms },
	values: V
) {
	const id = event.params.id ?? '';
	const answer = await event.locals.api.moderation.PATCH('/api/v1/admin/policies/{id}', {
		params: { path: { id }, header: tag ? { 'If-Match': tag } : {} },
		body: withoutNulls(change) as typeof change
	});
	if (!answer.response.ok) {
		return refuse(event, answer, { ...values, tag });
	}
	redirect(303, `/moderation/policies/${id}`);
}

/** The forum's categories and the places of social posts and rooms, which policies name by their ids. */
export async function categoriesOf(event: RequestEvent): Promise<{ id: string; name: string }[]> {
	const categories = requireData(event, await event.locals.api.forum.GET('/api/v1/categories')).data;
	const t = translator(event.locals.language);
	return [
		...categories,
		{ id: 'social', name: t('policy.social') },
		{ id: 'rooms', name: t('policy.rooms') },
		{ id: 'rooms-limited', name: t('policy.roomsLimited') }
	];
}
