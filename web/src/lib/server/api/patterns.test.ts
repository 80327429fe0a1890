import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const DOCUMENTS = '../contracts/src/main/resources/openapi/';

/** The patterns of a schema and of all schemas in it. */
function patterns(node: unknown): string[] {
	if (typeof node !== 'object' || node === null) {
		return [];
	}
	const own = 'pattern' in node && typeof node.pattern === 'string' ? [node.pattern] : [];
	return [...own, ...Object.values(node).flatMap(patterns)];
}

it('patterns of the API compile as validators of clients do it', () => {
	const found = readdirSync(DOCUMENTS).flatMap((name) => patterns(JSON.parse(readFileSync(DOCUMENTS + name, 'utf8'))));
	expect(found.length).toBeGreaterThan(100);
	for (const pattern of found) {
		expect(() => new RegExp(pattern, 'u'), pattern).not.toThrow();
	}
});
