package org.parley.auth.federation.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Kinds of identity providers. All but GitHub are OpenID Connect issuers. */
public enum IdentityProviderKind {

	/** Any OpenID Connect issuer. */
	OIDC(null),

	/** Google. */
	GOOGLE("https://accounts.google.com"),

	/** Microsoft Entra, whose issuer names the tenant. */
	MICROSOFT(null),

	/** GitHub, or a GitHub Enterprise server. */
	GITHUB("https://github.com");

	/** The regular expression of the names in the API. */
	static final String NAMES = "oidc|google|microsoft|github";

	private final @Nullable String issuer;

	IdentityProviderKind(@Nullable String issuer) {
		this.issuer = issuer;
	}

	/** The issuer of a provider that names none. */
	Optional<String> issuer() {
		return Optional.ofNullable(this.issuer);
	}

	/** The name in the API. */
	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<IdentityProviderKind> of(String text) {
		return Arrays.stream(values()).filter((kind) -> kind.text().equals(text)).findAny();
	}

}
