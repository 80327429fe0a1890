package org.parley.auth.user.device;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Sha256;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The devices with which a user has signed in: hashes of device secrets and of networks
 * with user agents, the latest last, at most 40.
 *
 * @param marks the hashes
 * @param lastAt the last sign-in; MongoDB deletes the record {@value #KEPT} later
 */
@Document("known_devices")
record KnownDevices(@Id String userId, List<String> marks,
		@Indexed(expireAfter = KnownDevices.KEPT, useGeneratedName = true) Instant lastAt) {

	static final String KEPT = "P180D";

	private static final int MAX_MARKS = 40;

	static KnownDevices none(String userId) {
		return new KnownDevices(userId, List.of(), Instant.EPOCH);
	}

	/** Whether the user has known devices and this one is not among them. */
	boolean isNew(ClientDevice client) {
		return !this.marks.isEmpty() && !isTrusted(client) && !this.marks.contains(hashPlace(client));
	}

	/** Whether the device holds a known secret. */
	boolean isTrusted(ClientDevice client) {
		return client.secret() != null && this.marks.contains(hashSecret(client.secret()));
	}

	/** Adds the device; its next secret replaces the previous one. */
	KnownDevices with(ClientDevice client, String next, Instant now) {
		var replaced = Stream.of(hashSecret(String.valueOf(client.secret())), hashPlace(client)).toList();
		var all = Stream
			.concat(this.marks.stream().filter((mark) -> !replaced.contains(mark)),
					Stream.of(hashPlace(client), hashSecret(next)))
			.toList();
		return new KnownDevices(this.userId, all.subList(Math.max(0, all.size() - MAX_MARKS), all.size()), now);
	}

	private static String hashPlace(ClientDevice client) {
		return Sha256.hex("place\n" + client.network() + "\n" + client.device());
	}

	private static String hashSecret(@Nullable String text) {
		return Sha256.hex("secret\n" + text);
	}

}
