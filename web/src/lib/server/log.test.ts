import { expect, test } from 'vitest';
import { ecsLine } from './log.ts';

const at = new Date('2026-11-22T10:00:00Z');

test('event is one line with the properties of the schema', () => {
	const error = new TypeError('fetch\nfailed');
	const line = ecsLine({ level: 'ERROR', message: 'page failed', fields: { route: '/feed', correlationId: null }, error }, at);
	expect(line).not.toContain('\n');
	expect(JSON.parse(line)).toMatchObject({
		'@timestamp': '2026-11-22T10:00:00.000Z',
		log: { level: 'ERROR' },
		service: { name: 'web' },
		message: 'page failed',
		route: '/feed',
		error: { type: 'TypeError', message: 'fetch\nfailed' },
		ecs: { version: '8.11' }
	});
	expect(JSON.parse(line)).not.toHaveProperty('correlationId');
});

test('event without an error has none', () => {
	expect(JSON.parse(ecsLine({ level: 'INFO', message: 'started' }, at))).not.toHaveProperty('error');
	expect(JSON.parse(ecsLine({ level: 'WARN', message: 'odd', error: 'text' }, at)).error.message).toBe('text');
});
