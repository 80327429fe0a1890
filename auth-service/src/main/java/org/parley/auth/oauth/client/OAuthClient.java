package org.parley.auth.oauth.client;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An app, an OAuth client. Its id is the {@code client_id}.
 */
@Document("oauth_clients")
@CompoundIndex(def = "{'owner': 1, '_id': 1}")
@CompoundIndex(def = "{'endingUntil': 1}", sparse = true)
public class OAuthClient {

	/** Validity of a secret after its rotation. */
	static final Duration OVERLAP = Duration.ofHours(24);

	private static final int MAX_SECRETS = 5;

	/** Time for running requests to finish after the end of an app. */
	static final Duration LINGER = Duration.ofMinutes(1);

	@Id
	private final String id;

	/** User id of the owner; null for apps of the operator. */
	private final @Nullable String owner;

	private final Instant createdAt;

	/** Null unless it was registered dynamically. */
	private final @Nullable DynamicRegistration registration;

	private AppTerms terms;

	private List<StoredAppSecret> secrets;

	private State state;

	/** Null unless an administrator has set it. */
	private @Nullable AppCompatibility compatibility;

	/** End of the time in which its grants are ended; null when none are left. */
	private @Nullable Instant endingUntil;

	private Instant changedAt;

	@Version
	private long version;

	OAuthClient(String id, @Nullable String owner, Instant createdAt, @Nullable DynamicRegistration registration,
			AppTerms terms, List<StoredAppSecret> secrets, State state, @Nullable Instant endingUntil,
			Instant changedAt, long version) {
		this.id = id;
		this.owner = owner;
		this.createdAt = createdAt;
		this.registration = registration;
		this.terms = terms;
		this.secrets = secrets;
		this.state = state;
		this.endingUntil = endingUntil;
		this.changedAt = changedAt;
		this.version = version;
	}

	/**
	 * Creates an app of the operator.
	 * @throws RefusalException 400 about the invalid property
	 */
	static OAuthClient createForOperator(String id, AppTerms terms, Instant now) {
		return create(id, null, null, terms.validated(EnumSet.allOf(AppScope.class)), now);
	}

	/**
	 * Creates an app of a user.
	 * @throws RefusalException 400 about the invalid property
	 */
	static OAuthClient createForUser(String id, String owner, AppTerms terms, Instant now) {
		return create(id, owner, null, terms.validated(Set.of()), now);
	}

	/**
	 * Creates a dynamically registered app. It has no owner and no privileged scopes.
	 * @throws RefusalException 400 about the invalid property
	 */
	static OAuthClient createDynamically(String id, DynamicRegistration registration, AppTerms terms, Instant now) {
		return create(id, null, registration, terms.validated(Set.of()), now);
	}

	private static OAuthClient create(String id, @Nullable String owner, @Nullable DynamicRegistration registration,
			AppTerms terms, Instant now) {
		return new OAuthClient(id, owner, now, registration, terms, List.of(), State.ACTIVE, null, now, 0);
	}

	/**
	 * Changes the app on behalf of its owner, who may keep its privileged scopes.
	 * @throws RefusalException 400 about the invalid property
	 */
	void change(AppTerms changed, Instant now) {
		var given = EnumSet.noneOf(AppScope.class);
		this.terms.scopes().forEach((scope) -> AppScope.of(scope).ifPresent(given::add));
		replaceTerms(changed.validated(given), now);
	}

	/**
	 * Changes the app on behalf of an administrator.
	 * @throws RefusalException 400 about the invalid property
	 */
	void changeByAdmin(AppTerms changed, AppCompatibility compatibility, Instant now) {
		replaceTerms(changed.validated(EnumSet.allOf(AppScope.class)), now);
		this.compatibility = compatibility.validated(this.terms.kind());
	}

	private void replaceTerms(AppTerms validated, Instant now) {
		this.terms = validated;
		this.changedAt = now;
	}

	/**
	 * Rotates the secret. The previous one stays valid for {@link #OVERLAP}, and earlier
	 * ones as long as before, because the answer to a rotation may be lost.
	 * @throws RefusalException 409 {@code app.no-secret}
	 */
	void rotate(OpaqueSecret next, Instant now) {
		if (!this.terms.kind().hasSecret()) {
			throw RefusalException.conflict("app.no-secret", "An app of this kind has no secret.");
		}
		var previous = secrets(now).stream().map((secret) -> secret.expireAt(now.plus(OVERLAP)));
		this.secrets = Stream.concat(Stream.of(new StoredAppSecret(next.hash(), now, null)), previous)
			.limit(MAX_SECRETS)
			.toList();
		this.changedAt = now;
	}

	/**
	 * Removes secrets created since then and makes the one before them current again.
	 * Returns whether there were any.
	 */
	boolean withdrawSecretsSince(Instant then, Instant now) {
		var before = this.secrets.stream().filter((secret) -> secret.createdAt().isBefore(then)).toList();
		if (before.size() == this.secrets.size()) {
			return false;
		}
		this.secrets = before.stream()
			.limit(1)
			.map((secret) -> new StoredAppSecret(secret.hash(), secret.createdAt(), null))
			.toList();
		this.changedAt = now;
		return true;
	}

	/** Disables the app and ends its grants. */
	void disable(Instant now) {
		if (this.state == State.ACTIVE) {
			end(State.DISABLED, now);
		}
	}

	/**
	 * Enables the app again.
	 * @throws RefusalException 409 {@code app.ending} while its grants are being ended
	 */
	void enable(Instant now) {
		if (this.endingUntil != null) {
			throw RefusalException.conflict("app.ending",
					"The grants of the app are still being ended. Try again in a minute.");
		}
		this.state = State.ACTIVE;
		this.changedAt = now;
	}

	/** Removes the app and ends its grants. */
	void remove(Instant now) {
		this.secrets = List.of();
		end(State.REMOVED, now);
	}

	private void end(State next, Instant now) {
		this.state = next;
		this.endingUntil = now.plus(LINGER);
		this.changedAt = now;
	}

	/** Records that no grants are left. */
	void finishEnding() {
		this.endingUntil = null;
	}

	/** Whether requests that began before its end have finished. */
	boolean hasEnded(Instant now) {
		return this.endingUntil == null || !now.isBefore(this.endingUntil);
	}

	public boolean isActive() {
		return this.state == State.ACTIVE;
	}

	public boolean isRemoved() {
		return this.state == State.REMOVED;
	}

	/** The valid secrets, latest first. */
	public List<StoredAppSecret> secrets(Instant now) {
		return this.secrets.stream().filter((secret) -> secret.isLive(now)).toList();
	}

	public String id() {
		return this.id;
	}

	public Optional<String> owner() {
		return Optional.ofNullable(this.owner);
	}

	public boolean isOwnedBy(String userId) {
		return Objects.equals(this.owner, userId);
	}

	public Optional<DynamicRegistration> registration() {
		return Optional.ofNullable(this.registration);
	}

	public AppTerms terms() {
		return this.terms;
	}

	public AppCompatibility compatibility() {
		return (this.compatibility != null) ? this.compatibility : AppCompatibility.NONE;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant changedAt() {
		return this.changedAt;
	}

	public long version() {
		return this.version;
	}

	/**
	 * Exceptions that an administrator grants to an app whose software is outdated.
	 *
	 * @param pkceOptional whether its OpenID Connect requests need no PKCE; its secret
	 * protects the code
	 * @param formPost whether it may get answers as a form that the browser posts
	 */
	public record AppCompatibility(boolean pkceOptional, boolean formPost) {

		/** No exceptions, the default. */
		public static final AppCompatibility NONE = new AppCompatibility(false, false);

		/**
		 * Validates it for a kind of app.
		 * @throws RefusalException 400 {@code app.pkce-required},
		 * {@code app.no-form-post}
		 */
		AppCompatibility validated(AppKind kind) {
			if (this.pkceOptional && kind != AppKind.WEB) {
				throw RefusalException.field("pkceOptional", "app.pkce-required",
						"may only be set for apps of the kind web");
			}
			if (this.formPost && kind != AppKind.WEB) {
				throw RefusalException.field("formPost", "app.no-form-post",
						"may only be set for apps of the kind web");
			}
			return this;
		}

	}

	/** State of an app. */
	enum State {

		/** The app may request authorization. */
		ACTIVE,
		/** An administrator has disabled the app. */
		DISABLED,
		/** The app is deleted once its grants have ended. */
		REMOVED

	}

}
