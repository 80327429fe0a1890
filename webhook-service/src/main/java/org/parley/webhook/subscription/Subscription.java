package org.parley.webhook.subscription;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody who wants to be told, where and of what. */
@Document(Subscriptions.COLLECTION)
public class Subscription {

	/** After so long without a success nobody is told any more. */
	private static final Duration PATIENCE = Duration.ofDays(5);

	@Id
	private final String id;

	private final String owner;

	private final Instant createdAt;

	private String url;

	private Set<String> events;

	private @Nullable String description;

	private List<SealedSecret> secrets;

	private SubscriptionStatus status = SubscriptionStatus.ACTIVE;

	private @Nullable Instant failingSince;

	private @Nullable String reason;

	@Version
	private @Nullable Long version;

	Subscription(String id, String owner, Instant createdAt, String url, Set<String> events,
			List<SealedSecret> secrets) {
		this.id = id;
		this.owner = owner;
		this.createdAt = createdAt;
		this.url = url;
		this.events = Set.copyOf(events);
		this.secrets = List.copyOf(secrets);
	}

	static Subscription create(String owner, SubscriptionRequest request, String secret, Instant now) {
		var subscription = new Subscription(Ids.next(), owner, now, Objects.requireNonNull(request.url()),
				Objects.requireNonNull(request.events()), List.of(new SealedSecret(secret, null)));
		subscription.description = request.description();
		return subscription;
	}

	/** Takes over what is said; what is not said stays. */
	void change(SubscriptionRequest request) {
		this.url = Objects.requireNonNullElse(request.url(), this.url);
		this.events = Set.copyOf(Objects.requireNonNullElse(request.events(), this.events));
		if (request.description() != null) {
			this.description = request.description();
		}
		if (request.status() != null) {
			become(request.status());
		}
	}

	/** Signs with a new secret; with the last one, too, for a while. */
	void rotate(String secret, Instant until) {
		var last = this.secrets.getFirst();
		this.secrets = List.of(new SealedSecret(secret, null), new SealedSecret(last.jwe(), until));
	}

	/** The subscriber has something now. */
	void succeeded() {
		this.failingSince = null;
	}

	/** The subscriber could not be told; for too long, it is not told any more. */
	void failed(Instant now) {
		if (this.failingSince == null) {
			this.failingSince = now;
		}
		else if (isActive() && !now.isBefore(this.failingSince.plus(PATIENCE))) {
			this.status = SubscriptionStatus.DISABLED;
			this.reason = "Nothing could be delivered for 5 days.";
		}
	}

	/** The subscriber wants no more. */
	void end() {
		this.status = SubscriptionStatus.ENDED;
		this.reason = "The endpoint answered 410 Gone.";
	}

	/**
	 * Lets pass only who is told.
	 * @throws ProblemException 409
	 */
	public void requireActive() {
		if (!isActive()) {
			throw ProblemException.conflict("subscription.not-active",
					"This subscription is %s.".formatted(this.status.word()));
		}
	}

	public String id() {
		return this.id;
	}

	public URI url() {
		return URI.create(this.url);
	}

	public boolean isActive() {
		return this.status == SubscriptionStatus.ACTIVE;
	}

	public boolean isFailing() {
		return this.failingSince != null;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	/** What it signs with now, sealed; the newest first. */
	Stream<String> secrets(Instant now) {
		return this.secrets.stream().filter((secret) -> secret.isValid(now)).map(SealedSecret::jwe);
	}

	SubscriptionView view() {
		return new SubscriptionView(this.id, this.url, new TreeSet<>(this.events), this.description, this.status,
				this.reason, this.failingSince, this.owner, this.createdAt, version());
	}

	private void become(String wish) {
		if (this.status == SubscriptionStatus.ENDED) {
			throw ProblemException.conflict("subscription.ended",
					"The endpoint has ended this subscription. Make another one.");
		}
		this.status = wish.equals(SubscriptionStatus.ACTIVE.word()) ? SubscriptionStatus.ACTIVE
				: SubscriptionStatus.DISABLED;
		this.reason = isActive() ? null : "An administrator has disabled it.";
		this.failingSince = isActive() ? null : this.failingSince;
	}

}
