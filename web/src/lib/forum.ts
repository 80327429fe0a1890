import type { components } from '#lib/server/api/generated/forum.d.ts';

export type Thread = components['schemas']['ThreadView'];
export type Post = components['schemas']['PostView'];
export type Category = components['schemas']['CategoryView'];

export type { Refusal } from '#lib/server/problems.ts';
