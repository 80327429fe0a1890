package org.parley.auth.signin.passkey;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** A device's key that lets its owner in: the public part, and what is known of it. */
@Document("passkeys")
class Passkey {

	@Id
	private final String id;

	private final String userId;

	private String name;

	/** Unique, so that a key has one owner. */
	private final String credentialId;

	private final String key;

	private long signCount;

	private final boolean backupEligible;

	private boolean backedUp;

	private final List<String> transports;

	private final Instant createdAt;

	private @Nullable Instant lastUsedAt;

	@Version
	@SuppressWarnings("UnusedVariable")
	private long version;

	Passkey(String id, String userId, String name, String credentialId, String key, long signCount,
			boolean backupEligible, boolean backedUp, List<String> transports, Instant createdAt,
			@Nullable Instant lastUsedAt, long version) {
		this.id = id;
		this.userId = userId;
		this.name = name;
		this.credentialId = credentialId;
		this.key = key;
		this.signCount = signCount;
		this.backupEligible = backupEligible;
		this.backedUp = backedUp;
		this.transports = transports;
		this.createdAt = createdAt;
		this.lastUsedAt = lastUsedAt;
		this.version = version;
	}

	/** Somebody adds one. */
	static Passkey add(String userId, String name, Made made, Instant now) {
		return new Passkey(Ids.next(), userId, name.strip(), made.credentialId(), made.key(), made.signCount(),
				made.backupEligible(), made.backedUp(), made.transports(), now, null, 0);
	}

	/**
	 * It has signed.
	 * @throws CopiedPasskeyException when its count did not grow, as if there were two of
	 * it; keys that many devices share do not count, and say 0
	 */
	void use(Used used, Instant now) {
		if ((used.signCount() != 0 || this.signCount != 0) && used.signCount() <= this.signCount) {
			throw new CopiedPasskeyException();
		}
		this.signCount = used.signCount();
		this.backedUp = used.backedUp();
		this.lastUsedAt = now;
	}

	void rename(String other) {
		this.name = other.strip();
	}

	String id() {
		return this.id;
	}

	String userId() {
		return this.userId;
	}

	String name() {
		return this.name;
	}

	/** How devices name it, base64url. */
	String credentialId() {
		return this.credentialId;
	}

	/** The public key with the credential's id and the device's kind, base64url. */
	String key() {
		return this.key;
	}

	long signCount() {
		return this.signCount;
	}

	boolean isBackupEligible() {
		return this.backupEligible;
	}

	boolean isBackedUp() {
		return this.backedUp;
	}

	/** How a browser may reach the device. */
	List<String> transports() {
		return this.transports;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Nullable Instant lastUsedAt() {
		return this.lastUsedAt;
	}

	/**
	 * What a device has made.
	 *
	 * @param credentialId how it names the key, base64url
	 * @param key the public part, base64url
	 * @param signCount how often it has signed
	 * @param backupEligible whether it may be on several devices
	 * @param backedUp whether it is
	 * @param transports how a browser may reach it
	 */
	record Made(String credentialId, String key, long signCount, boolean backupEligible, boolean backedUp,
			List<String> transports) {
	}

	/**
	 * What a device says as it signs.
	 *
	 * @param signCount how often it has signed
	 * @param backedUp whether the key is on several devices
	 */
	record Used(long signCount, boolean backedUp) {
	}

}
