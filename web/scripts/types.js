// Generates the types of the API from the documents in contracts/, so that a changed API
// breaks the build.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const documents = new URL('../../contracts/src/main/resources/openapi/', import.meta.url);
const target = new URL('../src/lib/server/api/generated/', import.meta.url);

await mkdir(target, { recursive: true });
for (const service of ['auth', 'forum', 'notification']) {
	const document = JSON.parse(await readFile(new URL(`${service}-service.json`, documents), 'utf8'));
	// Answers have all their properties; requests say which ones are required.
	const types = astToString(await openapiTS(document, { propertiesRequiredByDefault: true }));
	await writeFile(new URL(`${service}.d.ts`, target), types);
}
