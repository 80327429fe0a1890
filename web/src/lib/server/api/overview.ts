import type { components } from './generated/operations';

type Schemas = components['schemas'];

/** A service that did not answer. */
interface Missing {
	service: string;
	reason: string;
}

interface Overview<T> {
	get: {
		responses: {
			200: { content: { 'application/json': { data: T[]; meta: { missing: Missing[] } } } };
		};
	};
}

/** The overviews that the gateway combines from the answers of all services. */
export interface OverviewPaths {
	'/api/v1/admin/jobs': Overview<Schemas['JobView'] & { service: string }>;
	'/api/v1/admin/dead-letters': Overview<{
		service: string;
		letters: Schemas['DeadLetterView'][];
		more: boolean;
	}>;
	'/api/v1/admin/outboxes': Overview<Schemas['OutboxStatus'] & { service: string }>;
}
