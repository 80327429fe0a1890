import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { send } from './send.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
	[{ value: '7' }, '7'],
	[null, '']
])('page with the field %j sends in the name of %j', async (field, reader) => {
	const fetch = vi.fn(async () => new Response());
	vi.stubGlobal('fetch', fetch);
	vi.stubGlobal('document', { querySelector: () => field });
	await send('/media/1', { method: 'DELETE', headers: { accept: 'application/json' } });
	expect(fetch).toHaveBeenCalledWith('/media/1', {
		method: 'DELETE',
		headers: { accept: 'application/json', 'x-parley-reader': reader }
	});
});

/** Those that send the field of the page's forms instead. */
const WITH_FIELD = ['device.ts', 'draft.ts', 'scroll.ts'];

const scripts = readdirSync(import.meta.dirname).filter((name) => /(?<!\.test)\.ts$/.test(name) && !WITH_FIELD.includes(name));

it.each(scripts)('%s writes in the name of the reader of its page', (name) => {
	expect(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')).not.toMatch(/\bfetch\([^;]*\bmethod:/);
});
