package org.parley.auth.federation.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Kinds of identity providers. All but GitHub and DiscourseConnect are OpenID Connect.
 */
public enum IdentityProviderKind {

	/** Any OpenID Connect issuer. */
	OIDC(null),

	/** Google. */
	GOOGLE("https://accounts.google.com"),

	/** Microsoft Entra, whose issuer names the tenant. */
	MICROSOFT(null),

	/** GitHub, or a GitHub Enterprise server. */
	GITHUB("https://github.com"),

	/**
	 * A site that speaks DiscourseConnect; its issuer is the address that it answers at.
	 */
	DISCOURSE(null);

	/** Asks for a sign-in (OpenID Connect Core, 3.1.2.1). */
	private static final Map<String, Object> SIGN_IN = Map.of("prompt", "login", "max_age", "0");

	/** Google and GitHub only let a person choose the account. */
	private static final Map<String, Object> CHOICE = Map.of("prompt", "select_account");

	/** The regular expression of the names in the API. */
	static final String NAMES = "oidc|google|microsoft|github|discourse";

	private final @Nullable String issuer;

	IdentityProviderKind(@Nullable String issuer) {
		this.issuer = issuer;
	}

	/** The issuer of a provider that names none. */
	Optional<String> issuer() {
		return Optional.ofNullable(this.issuer);
	}

	/** The parameters that ask a person to sign in there again. */
	public Map<String, Object> freshSignIn() {
		return (this == OIDC || this == MICROSOFT) ? SIGN_IN : CHOICE;
	}

	/**
	 * Whether its answers say when a person has signed in. Those of Google, Microsoft and
	 * GitHub do not, so the person's return counts.
	 */
	public boolean tellsTimeOfSignIn() {
		return this == OIDC;
	}

	/** The name in the API. */
	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<IdentityProviderKind> of(String text) {
		return Arrays.stream(values()).filter((kind) -> kind.text().equals(text)).findAny();
	}

}
