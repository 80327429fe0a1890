import { afterAll, expect, it, vi } from 'vitest';

afterAll(() => {
	vi.unstubAllGlobals();
});

it('form that is sent while its challenge is solved says so, and is sent once', async () => {
	const solution = { value: '' };
	const status = { textContent: '', dataset: { solving: 'One moment.' } };
	const button = { setAttribute: vi.fn() };
	const form = Object.assign(new EventTarget(), {
		dataset: { challenge: 'token', bits: '1' },
		elements: { namedItem: () => solution },
		querySelector: () => status,
		requestSubmit: vi.fn()
	});
	vi.stubGlobal('document', { querySelector: () => form });
	await import('./challenge.ts');
	const send = () => form.dispatchEvent(Object.assign(new Event('submit', { cancelable: true }), { submitter: button }));
	expect([send(), send()]).toEqual([false, false]);
	expect(status.textContent).toBe('One moment.');
	await vi.waitFor(() => expect(form.requestSubmit).toHaveBeenCalledExactlyOnceWith(button));
	expect(solution.value).not.toBe('');
	expect(send()).toBe(true);
});
