import { afterAll, expect, it, vi } from 'vitest';

const found = vi.hoisted(() => ({ show: undefined as ((people: object[]) => void) | undefined }));

vi.mock('./find', () => ({ showFound: (_: object, __: string, ___: number, show: (people: object[]) => void) => (found.show = show) }));

afterAll(() => {
	vi.unstubAllGlobals();
});

it('name of a suggested person does not turn their username', async () => {
	vi.stubGlobal('Option', Array);
	const { suggestPeople } = await import('./people.ts');
	const list = { replaceChildren: vi.fn() };
	suggestPeople({ list } as never);
	found.show?.([{ username: 'ali_9', displayName: 'علي' }]);
	expect(list.replaceChildren).toHaveBeenCalledWith(['\u2068علي\u2069 @ali_9', 'ali_9']);
});
