package org.parley.auth.oauth.initial;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppKind;
import org.parley.auth.oauth.client.AppScope;
import org.parley.auth.oauth.client.AppTerms;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Permission of an administrator to register a number of apps dynamically until a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3">RFC 7591, 3</a>
 */
@Document("oauth_initial_tokens")
@CompoundIndex(def = "{'hash': 1}", unique = true)
@CompoundIndex(def = "{'givenBy': 1, '_id': 1}")
public class InitialToken {

	static final Duration DEFAULT = Duration.ofDays(1);

	static final Duration LONGEST = Duration.ofDays(30);

	@Id
	private final String id;

	/** Unique index. Only queries read it. */
	@SuppressWarnings("UnusedVariable")
	private final String hash;

	private final String description;

	private final String givenBy;

	private final List<AppKind> kinds;

	private final List<AppScope> scopes;

	private final int uses;

	private final Instant createdAt;

	@Indexed(expireAfter = "0s", useGeneratedName = true)
	private final Instant expiresAt;

	private int left;

	@Version
	@SuppressWarnings("UnusedVariable")
	private long version;

	InitialToken(String id, String hash, String description, String givenBy, List<AppKind> kinds, List<AppScope> scopes,
			int uses, Instant createdAt, Instant expiresAt, int left, long version) {
		this.id = id;
		this.hash = hash;
		this.description = description;
		this.givenBy = givenBy;
		this.kinds = kinds;
		this.scopes = scopes;
		this.uses = uses;
		this.createdAt = createdAt;
		this.expiresAt = expiresAt;
		this.left = left;
		this.version = version;
	}

	/**
	 * Issues a token.
	 * @throws RefusalException 400 about {@code expiresAt} and privileged {@code scopes}
	 */
	static InitialToken issue(String id, OpaqueSecret secret, InitialTokenRequest request, String issuer, Instant now) {
		var end = (request.expiresAt() != null) ? request.expiresAt() : now.plus(DEFAULT);
		if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
			throw RefusalException.field("expiresAt", "registration-token.expiry",
					"must be in the future, within %d days".formatted(LONGEST.toDays()));
		}
		return new InitialToken(id, secret.hash(), request.description().strip(), issuer, kinds(request.kinds()),
				scopes(request.scopes()), request.times(), now, end.truncatedTo(ChronoUnit.MILLIS), request.times(), 0);
	}

	private static List<AppKind> kinds(@Nullable List<String> requested) {
		var kinds = EnumSet.noneOf(AppKind.class);
		if (requested == null) {
			kinds.addAll(Arrays.asList(AppKind.values()));
		}
		else {
			requested.forEach((text) -> kinds.add(AppKind.of(text).orElseThrow()));
		}
		return List.copyOf(kinds);
	}

	private static List<AppScope> scopes(@Nullable List<String> requested) {
		var scopes = new TreeSet<AppScope>();
		if (requested == null) {
			Arrays.stream(AppScope.values()).filter((scope) -> !scope.isPrivileged()).forEach(scopes::add);
			return List.copyOf(scopes);
		}
		for (var text : requested) {
			scopes.add(AppScope.of(text)
				.filter((scope) -> !scope.isPrivileged())
				.orElseThrow(() -> RefusalException.field("scopes", "app.scope", "must not be privileged scopes")));
		}
		return List.copyOf(scopes);
	}

	/**
	 * Uses the token for an app.
	 * @throws RefusalException 400 about a {@code kind} or {@code scopes} that this token
	 * does not cover
	 */
	void use(AppTerms app) {
		if (!this.kinds.contains(app.kind())) {
			throw RefusalException.field("kind", "app.kind", "must be a kind that this token covers");
		}
		if (!Set.copyOf(scopes()).containsAll(app.scopes())) {
			throw RefusalException.field("scopes", "app.scope", "must be scopes that this token covers");
		}
		this.left--;
	}

	boolean isLive(Instant now) {
		return this.left > 0 && now.isBefore(this.expiresAt);
	}

	public String id() {
		return this.id;
	}

	/** Id of the administrator who issued it. */
	public String givenBy() {
		return this.givenBy;
	}

	/** Scopes that a registered app may request. */
	public List<String> scopes() {
		return this.scopes.stream().map(AppScope::text).toList();
	}

	List<String> kinds() {
		return this.kinds.stream().map(AppKind::text).toList();
	}

	String description() {
		return this.description;
	}

	int uses() {
		return this.uses;
	}

	int left() {
		return this.left;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant expiresAt() {
		return this.expiresAt;
	}

}
