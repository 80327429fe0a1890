import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isMessage } from '#lib/messages/index.ts';

const services = readdirSync('..').filter((folder) => folder.endsWith('-service'));

const jobs = services.flatMap((service) =>
	readdirSync(`../${service}/src/main/java`, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.java'))
		.map((file) => readFileSync(`../${service}/src/main/java/${file}`, 'utf8'))
		.filter((source) => /class \w+ implements Job\b/.test(source))
		.map((source) => /String name\(\) \{\s*return "([^"]+)"/.exec(source)?.[1] ?? source)
);

it('sources have services and jobs', () => {
	expect(services).toContain('forum-service');
	expect(jobs).toContain('digest-mail');
});

it.each(services)('%s has a name in words', (service) => expect(isMessage(`service.${service}`)).toBe(true));

it.each(jobs)('job %s has a name in words', (job) => expect(isMessage(`job.${job}`)).toBe(true));
