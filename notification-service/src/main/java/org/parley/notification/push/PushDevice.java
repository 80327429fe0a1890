package org.parley.notification.push;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.notification.push.WebPushCipher.ReceiverKeys;
import org.parley.platform.domain.Sha256;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A browser that takes the notifications of a user: its subscription at a push service.
 *
 * @param id the hash of the endpoint, so that a browser has one user
 * @param sessionId the session, token or app that registered it, with which it ends
 * @param endpoint the address at the push service, which nobody else learns
 * @param key the public key of the subscription
 * @param secret the authentication secret of the subscription
 * @param name how the user recognizes the browser
 */
@Document("push_devices")
@CompoundIndex(def = "{'userId': 1, 'createdAt': 1}")
record PushDevice(@Id String id, String userId, String sessionId, String endpoint, String key, String secret,
		@Nullable String name, Instant createdAt) {

	private static final int ID_LENGTH = 32;

	static String idOf(String endpoint) {
		return Sha256.hex(endpoint).substring(0, ID_LENGTH);
	}

	ReceiverKeys keys() {
		return ReceiverKeys.of(this.key, this.secret);
	}

}
