package org.parley.auth.federation.provider;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A provider with which people sign in. Its id is part of its addresses. */
@Document("identity_providers")
@CompoundIndex(name = "one_only_way_in", def = "{'terms.onlyWayIn': 1}", unique = true,
		partialFilter = "{'terms.onlyWayIn': true}")
public class IdentityProvider {

	/** How many there may be. */
	static final int MAXIMUM = 30;

	@Id
	private final String id;

	private final IdentityProviderKind kind;

	private final Instant createdAt;

	private IdentityProviderTerms terms;

	private String sealedSecret;

	@Version
	private long version;

	IdentityProvider(String id, IdentityProviderKind kind, Instant createdAt, IdentityProviderTerms terms,
			String sealedSecret, long version) {
		this.id = id;
		this.kind = kind;
		this.createdAt = createdAt;
		this.terms = terms;
		this.sealedSecret = sealedSecret;
		this.version = version;
	}

	void change(IdentityProviderTerms changed) {
		this.terms = changed;
	}

	void replaceSecret(String sealed) {
		this.sealedSecret = sealed;
	}

	public String id() {
		return this.id;
	}

	public IdentityProviderKind kind() {
		return this.kind;
	}

	public IdentityProviderTerms terms() {
		return this.terms;
	}

	/** Whether people sign in with nothing else. */
	public boolean isOnlyWayIn() {
		return this.terms.enabled() && this.terms.onlyWayIn();
	}

	/** The secret of this site at the provider, encrypted. */
	String sealedSecret() {
		return this.sealedSecret;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public long version() {
		return this.version;
	}

}
