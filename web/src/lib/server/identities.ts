import { proofOf } from './apps';
import { boxes, texts } from './forms';

/** Reads the form of an identity provider. The values are those that a refused form shows again. */
export async function readProvider(request: Request) {
	const form = await request.formData();
	const { id, kind, key, clientSecret, password, otp, ...given } = texts(
		form,
		'id',
		'kind',
		'key',
		'name',
		'issuer',
		'clientId',
		'clientSecret',
		'position',
		'password',
		'otp'
	);
	// Values that are copied from the provider's page often bring the spaces around them.
	const values = {
		...given,
		...boxes(form, 'trusted', 'enabled', 'onlyWayIn'),
		issuer: given.issuer.trim(),
		clientId: given.clientId.trim()
	};
	const secret = clientSecret.trim();
	return {
		id,
		kind,
		key,
		values,
		body: {
			name: values.name,
			...(values.clientId ? { clientId: values.clientId } : {}),
			...(values.issuer ? { issuer: values.issuer } : {}),
			...(secret ? { clientSecret: secret } : {}),
			trusted: form.has('trusted'),
			enabled: form.has('enabled'),
			onlyWayIn: form.has('onlyWayIn'),
			position: Number(values.position || '0'),
			...proofOf({ password, otp })
		}
	};
}
