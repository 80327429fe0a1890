package org.parley.auth.user.device;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.digest.Sha256;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * With what somebody has signed in: the secrets in cookies, and networks together with
 * what the device calls itself. Hashes, the latest last, forty at most.
 *
 * @param userId who
 * @param marks by what their devices are known again
 * @param lastAt when they signed in last; the record ends some time later
 */
@Document("known_devices")
record KnownDevices(@Id String userId, List<String> marks, Instant lastAt) {

	private static final int MOST = 40;

	static KnownDevices none(String userId) {
		return new KnownDevices(userId, List.of(), Instant.EPOCH);
	}

	/** Whether nothing of this device was seen before, though others were. */
	boolean isStrange(ClientDevice client) {
		return !this.marks.isEmpty() && !isTrusted(client) && !this.marks.contains(place(client));
	}

	/** Whether the device holds a secret, which a stranger beside it does not have. */
	boolean isTrusted(ClientDevice client) {
		return client.mark() != null && this.marks.contains(secret(client.mark()));
	}

	/** The same with this device, whose next secret takes the place of the one before. */
	KnownDevices and(ClientDevice client, String next, Instant now) {
		var gone = Stream.of(secret(String.valueOf(client.mark())), place(client)).toList();
		var all = Stream
			.concat(this.marks.stream().filter((mark) -> !gone.contains(mark)), Stream.of(place(client), secret(next)))
			.toList();
		return new KnownDevices(this.userId, all.subList(Math.max(0, all.size() - MOST), all.size()), now);
	}

	private static String place(ClientDevice client) {
		return Sha256.hex("place\n" + client.network() + "\n" + client.device());
	}

	private static String secret(@Nullable String text) {
		return Sha256.hex("secret\n" + text);
	}

}
