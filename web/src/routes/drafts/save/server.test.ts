import { expect, it, vi } from 'vitest';
import { POST } from './+server.ts';

async function save(fields: Record<string, string>) {
	const remove = vi.fn(async () => ({}));
	const write = vi.fn(async () => ({
		data: { data: { id: 'd' } },
		response: new Response(null, { headers: { etag: '"2"' } })
	}));
	const body = new FormData();
	Object.entries(fields).forEach(([name, value]) => body.set(name, value));
	const event = {
		request: new Request('https://forum.example/drafts/save', { method: 'POST', headers: { accept: 'application/json' }, body }),
		locals: { session: {}, api: { forum: { DELETE: remove, PUT: write, POST: write } } }
	};
	const answer = await POST(event as unknown as Parameters<typeof POST>[0]);
	return { remove, write, id: ((await answer.json()) as { id: string }).id };
}

it('draft that its writer has emptied is deleted, unless another page has continued it', async () => {
	const { remove, write, id } = await save({ draft: 'd "1"', thread: 't', content: ' \n' });
	expect(id).toBe('');
	expect(remove).toHaveBeenCalledWith('/api/v1/drafts/{id}', { params: { path: { id: 'd' }, header: { 'If-Match': '"1"' } } });
	expect(write).not.toHaveBeenCalled();
});

it.each([
	{ draft: 'd "1"', thread: 't', content: 'a' },
	{ draft: 'd "1"', title: 'a', content: '' },
	{ thread: 't', content: 'a' }
])('%j is stored', async (fields) => {
	const { remove, id } = await save(fields);
	expect(id).toBe('d "2"');
	expect(remove).not.toHaveBeenCalled();
});
