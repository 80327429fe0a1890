package org.parley.auth.signin.passkey;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.passkey.webauthn.CredentialUse;
import org.parley.auth.signin.passkey.webauthn.NewCredential;
import org.parley.auth.signin.passkey.webauthn.StoredCredential;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** The public key of an authenticator with which a user signs in. */
@Document("passkeys")
@CompoundIndex(def = "{'credentialId': 1}", unique = true)
@CompoundIndex(def = "{'userId': 1, '_id': 1}")
class Passkey {

	@Id
	private final String id;

	private final String userId;

	private String name;

	/** Unique index: a credential has one owner. */
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

	/** Creates a passkey from a verified credential. */
	static Passkey add(String userId, String name, NewCredential credential, Instant now) {
		return new Passkey(Ids.next(), userId, name.strip(), credential.credentialId(), credential.key(),
				credential.signCount(), credential.backupEligible(), credential.backedUp(), credential.transports(),
				now, null, 0);
	}

	/**
	 * Records a sign-in.
	 * @throws CopiedPasskeyException when the signature count has not grown; synchronized
	 * passkeys do not count, they always report 0
	 */
	void use(CredentialUse use, Instant now) {
		if ((use.signCount() != 0 || this.signCount != 0) && use.signCount() <= this.signCount) {
			throw new CopiedPasskeyException();
		}
		this.signCount = use.signCount();
		this.backedUp = use.backedUp();
		this.lastUsedAt = now;
	}

	void rename(String newName) {
		this.name = newName.strip();
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

	/** The data that a signature is verified against. */
	StoredCredential credential() {
		return new StoredCredential(this.key, this.signCount, this.backupEligible, this.backedUp);
	}

	/** Assigned by the authenticator, base64url. */
	String credentialId() {
		return this.credentialId;
	}

	boolean isBackedUp() {
		return this.backedUp;
	}

	/** How browsers reach the authenticator. */
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
	 * The signature count of a passkey has not grown, which indicates a copy of its key.
	 */
	static final class CopiedPasskeyException extends RuntimeException {

		CopiedPasskeyException() {
			super("The signature count of the passkey has not grown");
		}

	}

}
