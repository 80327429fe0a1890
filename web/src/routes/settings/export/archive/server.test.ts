import { expect, it, vi } from 'vitest';
import { GET } from './+server.ts';

function open(status: number, body: ReadableStream) {
	const event = {
		locals: { session: {}, api: { auth: { GET: async () => ({ data: body, response: new Response(null, { status }) }) } } },
		setHeaders: vi.fn()
	};
	return GET(event as unknown as Parameters<typeof GET>[0]);
}

it('sends an archive as it arrives', async () => {
	const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
	const answer = await open(200, readable);
	expect(answer.headers.get('content-disposition')).toContain('parley-export.json');
	const writer = writable.getWriter();
	void writer.write(new TextEncoder().encode('{"parts":['));
	const sent = await answer.body?.getReader().read();
	expect(new TextDecoder().decode(sent?.value)).toBe('{"parts":[');
});

it('leads back to the page while the archive is gathered', async () => {
	const body = new ReadableStream();
	const cancel = vi.spyOn(body, 'cancel');
	await expect(open(202, body)).rejects.toMatchObject({ status: 303, location: '/settings/export?pending' });
	expect(cancel).toHaveBeenCalledOnce();
});
