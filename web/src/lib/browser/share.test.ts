import { afterAll, beforeEach, expect, it, vi } from 'vitest';

const listeners: ((click: object) => void)[] = [];
const writeText = vi.fn(() => Promise.resolve());
const share = vi.fn(() => Promise.reject(new Error('AbortError')));
const link = { href: 'https://forum.example.org/threads/t?post=2#post-2', dataset: { share: 'Copied' }, lastElementChild: {} };

function click(more: object = {}, found: object | null = link) {
	const event = { target: { closest: () => found }, preventDefault: vi.fn(), ...more };
	listeners.forEach((listener) => listener(event));
	return event.preventDefault;
}

beforeEach(async () => {
	vi.clearAllMocks();
	vi.resetModules();
	listeners.length = 0;
	link.lastElementChild = { className: 'unseen', textContent: 'Link to this post' };
	vi.stubGlobal('document', { addEventListener: (_: string, listener: (click: object) => void) => listeners.push(listener) });
	vi.stubGlobal('isSecureContext', true);
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
	vi.stubGlobal('navigator', { clipboard: { writeText }, share });
	await import('./share.ts');
});

afterAll(() => {
	vi.unstubAllGlobals();
});

it('link to a post is copied, and says so', async () => {
	expect(click()).toHaveBeenCalledOnce();
	expect(writeText).toHaveBeenCalledExactlyOnceWith(link.href);
	await vi.waitFor(() => expect(link.lastElementChild).toEqual({ className: '', role: 'status', textContent: 'Copied' }));
});

it('link to a post is shared where people touch the page', () => {
	vi.stubGlobal('matchMedia', () => ({ matches: true }));
	expect(click()).toHaveBeenCalledOnce();
	expect(share).toHaveBeenCalledExactlyOnceWith({ url: link.href });
	expect(writeText).not.toHaveBeenCalled();
});

it('other links, other tabs and pages without a secure connection are followed as ever', () => {
	expect(click({}, null)).not.toHaveBeenCalled();
	expect(click({ ctrlKey: true })).not.toHaveBeenCalled();
	vi.stubGlobal('isSecureContext', false);
	expect(click()).not.toHaveBeenCalled();
	expect(writeText).not.toHaveBeenCalled();
});
