import { error, json, redirect } from '@sveltejs/kit';
import { dropDraft, handleOf, storeDraft } from '#lib/server/compose.ts';
import { readForm } from '#lib/server/forms.ts';
import { refusalOf } from '#lib/server/problems.ts';
import type { RequestHandler } from './$types';

/**
 * Saves what a composer sends, or deletes the draft that its writer has emptied; a script gets the draft's id, a form
 * the page of its drafts.
 */
export const POST: RequestHandler = async (event) => {
	const values = await readForm(
		event.request,
		'draft',
		'thread',
		'category',
		'replyTo',
		'title',
		'tags',
		'content'
	);
	const isScript = event.request.headers.get('accept') === 'application/json';
	const headers = { 'cache-control': 'no-store' };
	if (values.draft && !`${values.title}${values.tags}${values.content}`.trim()) {
		await dropDraft(event, values.draft);
		return isScript ? json({ id: '' }, { headers }) : redirect(303, '/drafts');
	}
	const answer = await storeDraft(event, values);
	if (!answer.data) {
		const { code, message } = refusalOf(event, answer);
		if (isScript) {
			return json({ code }, { status: answer.response.status });
		}
		error(answer.response.status, { message, code });
	}
	if (isScript) {
		return json({ id: handleOf(answer.data.data.id, answer.response) }, { headers });
	}
	redirect(303, '/drafts');
};
