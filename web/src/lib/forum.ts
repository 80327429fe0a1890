import type { components } from '#lib/server/api/generated/forum.d.ts';
import type { components as moderation } from '#lib/server/api/generated/moderation.d.ts';

export type Thread = components['schemas']['ThreadView'];
export type Post = components['schemas']['PostView'];
export type Category = components['schemas']['CategoryView'];
export type Report = components['schemas']['ReportItem'];
export type Incident = moderation['schemas']['Incident'];

export type { Refusal } from '#lib/server/problems.ts';
