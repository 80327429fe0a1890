import { json } from '@sveltejs/kit';
import { deviceName } from '#lib/devices.ts';
import { readForm } from '#lib/server/forms.ts';
import type { RequestHandler } from './$types';

/** The key for which browsers subscribe, for scripts. */
export const GET: RequestHandler = async ({ locals }) => {
	if (!locals.session) {
		return json({}, { status: 401 });
	}
	const { data, response } = await locals.api.notification.GET('/api/v1/notifications/devices');
	return json({ key: data?.data.publicKey }, { status: response.status, headers: { 'cache-control': 'no-store' } });
};

/** Sends the member's notifications to this browser, for scripts. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const { endpoint, p256dh, auth } = await readForm(request, 'endpoint', 'p256dh', 'auth');
	if (!locals.session) {
		return json({}, { status: 401 });
	}
	const name = deviceName(request.headers.get('user-agent') ?? '');
	const { response } = await locals.api.notification.POST('/api/v1/notifications/devices', {
		body: { endpoint, keys: { p256dh, auth }, ...(name ? { name } : {}) }
	});
	return json({}, { status: response.status });
};
