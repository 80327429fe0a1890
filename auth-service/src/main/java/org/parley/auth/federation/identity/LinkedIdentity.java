package org.parley.auth.federation.identity;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** An identity at an issuer, which belongs to one account. */
@Document("identities")
@CompoundIndex(def = "{'issuer': 1, 'subject': 1}", unique = true)
@CompoundIndex(def = "{'userId': 1, '_id': 1}")
public class LinkedIdentity {

	/** How many an account may have. */
	static final int MAXIMUM = 20;

	@Id
	private final String id;

	private final String userId;

	private final String issuer;

	private final String subject;

	private final String provider;

	private String label;

	private final Instant createdAt;

	private @Nullable Instant lastUsedAt;

	@Version
	@SuppressWarnings("UnusedVariable")
	private long version;

	LinkedIdentity(String id, String userId, String issuer, String subject, String provider, String label,
			Instant createdAt, @Nullable Instant lastUsedAt, long version) {
		this.id = id;
		this.userId = userId;
		this.issuer = issuer;
		this.subject = subject;
		this.provider = provider;
		this.label = label;
		this.createdAt = createdAt;
		this.lastUsedAt = lastUsedAt;
		this.version = version;
	}

	/** Links an identity to an account. */
	public static LinkedIdentity link(String userId, String provider, ProviderAccount account, Instant now) {
		return new LinkedIdentity(Ids.next(), userId, account.issuer(), account.subject(), provider, account.label(),
				now, null, 0);
	}

	/** Records a sign-in. */
	public void use(ProviderAccount account, Instant now) {
		this.label = account.label();
		this.lastUsedAt = now;
	}

	String id() {
		return this.id;
	}

	public String userId() {
		return this.userId;
	}

	String issuer() {
		return this.issuer;
	}

	String subject() {
		return this.subject;
	}

	/** The id of the provider through which it was linked. */
	String provider() {
		return this.provider;
	}

	/** By which its owner recognizes it: a mail address, or a name at the provider. */
	String label() {
		return this.label;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Nullable Instant lastUsedAt() {
		return this.lastUsedAt;
	}

}
