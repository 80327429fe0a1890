import { json } from '@sveltejs/kit';
import { lastDraft } from '#lib/server/compose.ts';
import type { RequestHandler } from './$types';

/** Returns the reader's last draft for a thread, or for new threads of a category. */
export const GET: RequestHandler = async (event) => {
	const thread = event.url.searchParams.get('thread');
	const category = event.url.searchParams.get('category');
	const draft = await lastDraft(event, (one) =>
		thread ? one.threadId === thread : !one.threadId && one.category === category
	);
	const headers = { 'cache-control': 'no-store' };
	return draft
		? json(
				{
					id: draft.handle,
					title: draft.title,
					tags: draft.tags.join(', '),
					content: draft.content,
					replyTo: draft.replyTo
				},
				{ headers }
			)
		: new Response(null, { status: 204, headers });
};
