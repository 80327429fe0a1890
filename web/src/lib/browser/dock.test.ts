import { afterAll, expect, it, vi } from 'vitest';
import { dock } from './dock.ts';

afterAll(() => {
	vi.unstubAllGlobals();
});

it('closing a docked form gives the focus back', () => {
	const link = { focus: vi.fn() };
	const close = Object.assign(new EventTarget(), { remove: vi.fn() });
	vi.stubGlobal('document', { activeElement: link, createElement: () => close, getElementById: () => null });
	const classes = new Set<string>();
	const classList = { contains: (name: string) => classes.has(name), add: (name: string) => classes.add(name), remove: (name: string) => classes.delete(name) };
	dock(Object.assign(new EventTarget(), { classList, prepend: vi.fn() }) as never);
	expect(classes.has('docked')).toBe(true);
	close.dispatchEvent(new Event('click'));
	expect(classes.has('docked')).toBe(false);
	expect(link.focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
});
