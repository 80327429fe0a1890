import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('../../**/*.svelte', { query: '?raw', import: 'default', eager: true });

const keeping = Object.entries(sources).filter(([, source]) => source.includes('data-keep'));

it.each(keeping)('form of %s says that it shows what the browser has kept', (_, source) => {
	expect(source).toMatch(/<Restored \/>|data-restored/);
});

it('forms that keep a text are found', () => {
	expect(keeping.length).toBeGreaterThan(3);
});
