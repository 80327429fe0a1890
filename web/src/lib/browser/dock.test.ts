import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { dock } from './dock.ts';

const layers: CloseLayer[] = [];

/** What the sign for going back closes. */
class CloseLayer extends EventTarget {
	destroy = vi.fn();

	constructor() {
		super();
		layers.push(this);
	}
}

beforeEach(() => {
	layers.length = 0;
	vi.stubGlobal('window', { CloseWatcher: CloseLayer });
	vi.stubGlobal('CloseWatcher', CloseLayer);
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

afterAll(() => {
	vi.unstubAllGlobals();
});

/** Docks a form after a link had the focus. */
function docked() {
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
	return { form, close, classes, field, link };
}

it.each([new Event('click'), Object.assign(new Event('keydown'), { key: 'Escape' })])('closing a docked form gives the focus back', (closing) => {
	const { form, close, classes, field, link } = docked();
	(closing.type === 'click' ? close : form).dispatchEvent(closing);
	expect(classes.has('docked')).toBe(false);
	expect(field.blur).toHaveBeenCalledOnce();
	expect(link.focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
	expect(layers).toEqual([]);
});

it('going back closes a form that covers a phone, and one that was closed is no layer any more', () => {
	vi.stubGlobal('matchMedia', () => ({ matches: true }));
	const { classes } = docked();
	layers[0]?.dispatchEvent(new Event('close'));
	expect(classes.has('docked')).toBe(false);
	const other = docked();
	other.close.dispatchEvent(new Event('click'));
	expect(layers[1]?.destroy).toHaveBeenCalledOnce();
});

it('a browser without layers docks forms as well', () => {
	vi.stubGlobal('matchMedia', () => ({ matches: true }));
	vi.stubGlobal('window', {});
	expect(docked().classes.has('docked')).toBe(true);
});
