import { plain } from '#lib/server/pages.ts';

export const GET = () => plain('ok');
