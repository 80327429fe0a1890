import { hostname } from 'node:os';
import { format } from 'node:util';

/** An event of this process. Its message is constant; values are fields. */
export interface LogEvent {
	level: 'ERROR' | 'WARN' | 'INFO' | 'DEBUG';
	message: string;
	fields?: Record<string, string | null | undefined>;
	error?: unknown;
}

/**
 * Formats an event as one JSON object of the Elastic Common Schema, with the properties that
 * Spring Boot gives to the lines of services.
 */
export function ecsLine({ level, message, fields = {}, error }: LogEvent, now = new Date()): string {
	const problem = error === undefined || error instanceof Error ? error : new Error(String(error));
	return JSON.stringify({
		'@timestamp': now.toISOString(),
		log: { level, logger: 'org.parley.web' },
		process: { pid: process.pid },
		service: { name: 'web', node: { name: hostname() } },
		message,
		...Object.fromEntries(Object.entries(fields).filter(([, value]) => value)),
		...(problem ? { error: { type: problem.name, message: problem.message, stack_trace: problem.stack } } : {}),
		ecs: { version: '8.11' }
	});
}

/** Whether this process writes JSON, as all services do in containers. */
function writesJson(): boolean {
	return process.env.LOGGING_STRUCTURED_FORMAT_CONSOLE === 'ecs';
}

/** Logs an event, without personal data. */
export function log(event: LogEvent): void {
	const { level, message, fields = {}, error } = event;
	if (writesJson()) {
		process.stdout.write(ecsLine(event) + '\n');
	} else {
		const values = Object.entries(fields).filter(([, value]) => value);
		console.log(level, message, ...values.map(([name, value]) => `${name}=${value}`), ...(error ? [error] : []));
	}
}

/** Makes lines of libraries, and the end of the process by an error, events, too. */
export function logLibraries(): void {
	if (!writesJson()) {
		return;
	}
	const levels = { debug: 'DEBUG', log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR' } as const;
	for (const [method, level] of Object.entries(levels) as [keyof typeof levels, LogEvent['level']][]) {
		console[method] = (...values: unknown[]) => {
			const error = values.find((value) => value instanceof Error);
			process.stdout.write(ecsLine({ level, message: format(...values), error }) + '\n');
		};
	}
	process.on('uncaughtExceptionMonitor', (error) => log({ level: 'ERROR', message: 'web ends by an error', error }));
}
