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
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An app: a program that people may let act for them, or that acts for itself. Its id is
 * its {@code client_id}.
 */
@Document("oauth_clients")
public class OAuthClient {

	/** How long a secret counts beside its successor. */
	static final Duration OVERLAP = Duration.ofHours(24);

	/** How long after its end requests may still be under way that began before. */
	static final Duration LINGER = Duration.ofMinutes(1);

	@Id
	private final String id;

	/** The person whose app it is; null for those of the operator. */
	private final @Nullable String owner;

	private final Instant createdAt;

	/** How it was registered by itself; null when somebody did that. */
	private final @Nullable DynamicRegistration registration;

	private AppTerms terms;

	private List<StoredAppSecret> secrets;

	private State state;

	/** Until when its grants are to be ended; null when none are left. */
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
	 * An administrator registers an app that has no owner.
	 * @throws ProblemException 400 about the property at fault
	 */
	static OAuthClient ofOperator(String id, AppTerms terms, Instant now) {
		return of(id, null, null, terms.checked(EnumSet.allOf(AppScope.class)), now);
	}

	/**
	 * Somebody registers an app of theirs.
	 * @throws ProblemException 400 about the property at fault
	 */
	static OAuthClient ofPerson(String id, String owner, AppTerms terms, Instant now) {
		return of(id, owner, null, terms.checked(Set.of()), now);
	}

	/**
	 * A program registers itself. Nobody owns it, and it may have what anybody's app may.
	 * @throws ProblemException 400 about the property at fault
	 */
	static OAuthClient ofItself(String id, DynamicRegistration registration, AppTerms terms, Instant now) {
		return of(id, null, registration, terms.checked(Set.of()), now);
	}

	private static OAuthClient of(String id, @Nullable String owner, @Nullable DynamicRegistration registration,
			AppTerms terms, Instant now) {
		return new OAuthClient(id, owner, now, registration, terms, List.of(), State.ACTIVE, null, now, 0);
	}

	/**
	 * Its owner says something else of it. What an administrator gave it, it may keep.
	 * @throws ProblemException 400 about the property at fault
	 */
	void change(AppTerms other, Instant now) {
		var given = EnumSet.noneOf(AppScope.class);
		this.terms.scopes().forEach((scope) -> AppScope.of(scope).ifPresent(given::add));
		changed(other.checked(given), now);
	}

	/**
	 * An administrator says something else of it.
	 * @throws ProblemException 400 about the property at fault
	 */
	void changeByAdmin(AppTerms other, Instant now) {
		changed(other.checked(EnumSet.allOf(AppScope.class)), now);
	}

	private void changed(AppTerms checked, Instant now) {
		this.terms = checked;
		this.changedAt = now;
	}

	/**
	 * There is another secret; the one before counts for a while longer.
	 * @throws ProblemException 409 {@code app.no-secret}
	 */
	void rotate(AppSecret next, Instant now) {
		if (!this.terms.kind().isSecretive()) {
			throw ProblemException.conflict("app.no-secret", "An app of this kind cannot keep a secret.");
		}
		var latest = this.secrets.stream()
			.filter((secret) -> secret.until() == null)
			.map((secret) -> secret.replaced(now.plus(OVERLAP)));
		this.secrets = Stream.concat(Stream.of(new StoredAppSecret(next.hash(), now, null)), latest).toList();
		this.changedAt = now;
	}

	/**
	 * Secrets that were made since then count no more, and the one before them counts
	 * again; says whether there were any.
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

	/** It is of no use for now, and what it was permitted ends. */
	void disable(Instant now) {
		if (this.state == State.ACTIVE) {
			end(State.DISABLED, now);
		}
	}

	/**
	 * It may ask again.
	 * @throws ProblemException 409 {@code app.ending} as long as grants are being ended
	 */
	void enable(Instant now) {
		if (this.endingUntil != null) {
			throw ProblemException.conflict("app.ending", "What it was permitted is being ended. Try in a minute.");
		}
		this.state = State.ACTIVE;
		this.changedAt = now;
	}

	/** It is gone for everybody, as soon as all that it was permitted has ended. */
	void remove(Instant now) {
		this.secrets = List.of();
		end(State.REMOVED, now);
	}

	private void end(State next, Instant now) {
		this.state = next;
		this.endingUntil = now.plus(LINGER);
		this.changedAt = now;
	}

	/** Nothing that it was permitted is left. */
	void ended() {
		this.endingUntil = null;
	}

	/** Whether what began before its end is over. */
	boolean isQuiet(Instant now) {
		return this.endingUntil == null || !now.isBefore(this.endingUntil);
	}

	/** {@link Instant#EPOCH} when there is nothing to end. */
	Instant endingUntil() {
		return (this.endingUntil != null) ? this.endingUntil : Instant.EPOCH;
	}

	public boolean isActive() {
		return this.state == State.ACTIVE;
	}

	public boolean isRemoved() {
		return this.state == State.REMOVED;
	}

	/** The secrets that count, the latest first. */
	public List<StoredAppSecret> secrets(Instant now) {
		return this.secrets.stream().filter((secret) -> secret.isLive(now)).toList();
	}

	public String id() {
		return this.id;
	}

	public Optional<String> owner() {
		return Optional.ofNullable(this.owner);
	}

	public boolean isOf(String person) {
		return Objects.equals(this.owner, person);
	}

	/** How it was registered by itself, if it was. */
	public Optional<DynamicRegistration> registration() {
		return Optional.ofNullable(this.registration);
	}

	public AppTerms terms() {
		return this.terms;
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

	/** What becomes of an app. */
	enum State {

		/** It may ask. */
		ACTIVE,
		/** An administrator has shut it out. */
		DISABLED,
		/** It only waits for its grants to end. */
		REMOVED

	}

}
