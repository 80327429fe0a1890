// Generates the types of the API from the documents in contracts/, so that a changed API
// breaks the build.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const documents = new URL('../../contracts/src/main/resources/openapi/', import.meta.url);
const gateway = new URL('../../gateway/src/main/resources/docs/gateway.json', import.meta.url);
const target = new URL('../src/lib/server/api/generated/', import.meta.url);

await mkdir(target, { recursive: true });
for (const service of ['auth', 'chat', 'forum', 'media', 'moderation', 'notification', 'realtime', 'social', 'summary', 'webhook']) {
	await generate(service, await read(new URL(`${service}-service.json`, documents)));
}
await generate('gateway', await read(gateway));
await generate('operations', operationsOf(await read(new URL('forum-service.json', documents))));

async function read(document) {
	return JSON.parse(await readFile(document, 'utf8'));
}

async function generate(name, document) {
	const types = astToString(await openapiTS(document));
	await writeFile(new URL(`${name}.d.ts`, target), types);
}

/** Returns the operators' endpoints of every service, with the service's name as a parameter. */
function operationsOf(document) {
	const service = { name: 'service', in: 'path', required: true, schema: { type: 'string' } };
	const operations = Object.entries(document.paths)
		.filter(([path]) => path.startsWith('/api/v1/admin/forum-service/'))
		.map(([path, methods]) => [
			path.replace('forum-service', '{service}'),
			{ ...methods, parameters: [service] }
		]);
	return { ...document, paths: Object.fromEntries(operations) };
}
