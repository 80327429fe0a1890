import { afterAll, expect, it, vi } from 'vitest';
import { dock } from './dock.ts';

afterAll(() => {
	vi.unstubAllGlobals();
});

it.each([new Event('click'), Object.assign(new Event('keydown'), { key: 'Escape' })])('closing a docked form gives the focus back', (closing) => {
	const link = { focus: vi.fn() };
	const field = { blur: vi.fn() };
	const close = Object.assign(new EventTarget(), { remove: vi.fn() });
	const page = { activeElement: link as object, createElement: () => close, getElementById: () => null };
	vi.stubGlobal('document', page);
	const classes = new Set<string>();
	const classList = { contains: (name: string) => classes.has(name), add: (name: string) => classes.add(name), remove: (name: string) => classes.delete(name) };
	const form = Object.assign(new EventTarget(), { classList, prepend: vi.fn() });
	dock(form as never);
	expect(classes.has('docked')).toBe(true);
	page.activeElement = field;
	(closing.type === 'click' ? close : form).dispatchEvent(closing);
	expect(classes.has('docked')).toBe(false);
	expect(field.blur).toHaveBeenCalledOnce();
	expect(link.focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
});
