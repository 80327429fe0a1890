package org.parley.webhook.subscription;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.webhook.WebhookEndpointReported;
import org.parley.contracts.webhook.WebhookEndpointReported.Cause;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.text.TagKey;
import org.parley.webhook.format.MessageFormats;
import org.parley.webhook.subscription.secret.StoredWebhookSecret;
import org.parley.webhook.visibility.MessageSubject;
import org.parley.webhook.visibility.MessageVisibility.VisibilityQuery;
import org.parley.webhook.visibility.Subscriber;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A subscription of an endpoint to types of events. */
@Document(WebhookSubscriptions.COLLECTION)
@CompoundIndex(def = "{'events': 1, 'status': 1}")
@CompoundIndex(def = "{'owner': 1, '_id': -1}")
public class WebhookSubscription {

	/** The least time of failures after which a subscription is disabled. */
	private static final Duration MAX_FAILING = Duration.ofDays(5);

	/** One for each signature in the header of a message. */
	private static final int MAX_SECRETS = 5;

	/**
	 * Time of failures after which the owner is warned, and time between the warning and
	 * the end.
	 */
	private static final Duration WARNING = MAX_FAILING.dividedBy(2);

	@Id
	private final String id;

	private final String owner;

	private final Instant createdAt;

	private String url;

	private Set<String> events;

	private Set<String> categories = Set.of();

	private Set<String> tags = Set.of();

	private @Nullable String format;

	private @Nullable String description;

	/**
	 * The audience whose rights the owner's last token covered; null in older documents,
	 * which have no limit.
	 */
	private @Nullable Audience limit;

	/** The token or app that the owner last used; null for a session of the site. */
	private @Nullable String token;

	private List<StoredWebhookSecret> secrets;

	private WebhookSubscriptionStatus status = WebhookSubscriptionStatus.ACTIVE;

	private @Nullable Instant failingSince;

	private @Nullable Instant warnedAt;

	private @Nullable String reason;

	@Version
	private @Nullable Long version;

	WebhookSubscription(String id, String owner, Instant createdAt, String url, Set<String> events,
			List<StoredWebhookSecret> secrets) {
		this.id = id;
		this.owner = owner;
		this.createdAt = createdAt;
		this.url = url;
		this.events = Set.copyOf(events);
		this.secrets = List.copyOf(secrets);
	}

	static WebhookSubscription create(Caller owner, WebhookSubscriptionRequest request, String secret, Instant now) {
		var subscription = new WebhookSubscription(Ids.next(), owner.id(), now, Objects.requireNonNull(request.url()),
				Objects.requireNonNull(request.events()), List.of(new StoredWebhookSecret(secret, null)));
		subscription.changeForm(request);
		subscription.description = request.description();
		subscription.recordCaller(owner);
		return subscription;
	}

	/**
	 * Applies the given properties; absent ones stay unchanged. A new address begins
	 * without failures.
	 */
	void change(WebhookSubscriptionRequest request, Caller caller) {
		if (isOwnedBy(caller)) {
			recordCaller(caller);
		}
		if (request.url() != null && !request.url().equals(this.url)) {
			this.url = request.url();
			recordSuccess();
		}
		this.events = Set.copyOf(Objects.requireNonNullElse(request.events(), this.events));
		changeForm(request);
		if (request.description() != null) {
			this.description = request.description();
		}
		if (request.status() != null) {
			setStatus(request.status());
		}
	}

	/** A program's subscription depends on its token. */
	private void recordCaller(Caller caller) {
		this.limit = limitOf(caller);
		this.token = caller.covers(Caller.FIRST_PARTY) ? null : caller.sessionId();
	}

	/** A program's subscription receives no more than its token may read. */
	private static Audience limitOf(Caller caller) {
		if (caller.covers("admin")) {
			return Audience.ADMINS;
		}
		return caller.covers("moderation") ? Audience.MODERATORS : Audience.MEMBERS;
	}

	private void changeForm(WebhookSubscriptionRequest request) {
		this.format = (request.format() != null) ? request.format() : this.format;
		this.categories = Set.copyOf(Objects.requireNonNullElse(request.categories(), this.categories));
		if (request.tags() != null) {
			this.tags = request.tags()
				.stream()
				.map((tag) -> tag.toLowerCase(Locale.ROOT))
				.collect(Collectors.toUnmodifiableSet());
		}
	}

	/**
	 * Adds a new secret; the previous one stays valid until a time, and earlier ones as
	 * long as before, because the answer to a rotation may be lost.
	 */
	void rotate(String secret, Instant until) {
		var previous = new StoredWebhookSecret(this.secrets.getFirst().jwe(), until);
		this.secrets = Stream
			.concat(Stream.of(new StoredWebhookSecret(secret, null), previous), this.secrets.stream().skip(1))
			.limit(MAX_SECRETS)
			.toList();
	}

	void recordSuccess() {
		this.failingSince = null;
		this.warnedAt = null;
	}

	/** Whether a failure changes anything. */
	boolean isChangedByFailure(Instant now) {
		var previous = (this.warnedAt != null) ? this.warnedAt : this.failingSince;
		return previous == null || !now.isBefore(previous.plus(WARNING));
	}

	/**
	 * Records a failure; disables the subscription after five days of failures, and warns
	 * of it after half of them. An endpoint that seldom gets messages has as much time
	 * after the warning.
	 */
	void recordFailure(Instant now) {
		if (!isChangedByFailure(now)) {
			return;
		}
		if (this.failingSince == null) {
			this.failingSince = now;
		}
		else if (this.warnedAt == null) {
			this.warnedAt = now;
		}
		else {
			this.status = WebhookSubscriptionStatus.DISABLED;
			this.reason = "All deliveries failed for %d days.".formatted(MAX_FAILING.toDays());
		}
	}

	/** Ends the subscription for good. */
	void end() {
		this.status = WebhookSubscriptionStatus.ENDED;
		this.reason = "The endpoint answered 410 Gone.";
	}

	/** Whether such a token or app manages it. */
	boolean isManagedBy(Predicate<String> token) {
		return this.token != null && token.test(this.token);
	}

	/** Disables the subscription with the token or app that managed it. */
	void disableWithToken() {
		this.status = WebhookSubscriptionStatus.DISABLED;
		this.reason = "The token or app that managed it was revoked.";
	}

	/** Reports its endpoint to its owner. */
	WebhookEndpointReported report(String type, Cause cause, Instant now) {
		return new WebhookEndpointReported(type, this.id, this.owner, url().getHost(), cause, now);
	}

	/** Why the endpoint has stopped it. */
	Cause cause() {
		return (this.status == WebhookSubscriptionStatus.ENDED) ? Cause.GONE : Cause.FAILURES;
	}

	/**
	 * Requires an active subscription.
	 * @throws RefusalException 409 otherwise
	 */
	public void requireActive() {
		if (!isActive()) {
			throw RefusalException.conflict("subscription.not-active",
					"The subscription is %s.".formatted(this.status.word()));
		}
	}

	public String id() {
		return this.id;
	}

	public URI url() {
		return URI.create(this.url);
	}

	public String owner() {
		return this.owner;
	}

	public boolean isOwnedBy(Caller caller) {
		return this.owner.equals(caller.id());
	}

	/** Whose rights its messages need at most. */
	public Audience limit() {
		return (this.limit != null) ? this.limit : Audience.ADMINS;
	}

	/** Asks whether its owner may read a subject with the token of a caller. */
	public VisibilityQuery queryOf(MessageSubject subject, Caller caller) {
		var least = limitOf(caller);
		return new VisibilityQuery(subject, this.owner, limit().includes(least) ? least : limit());
	}

	/** Events carry the keys of tags. */
	Subscriber subscriber() {
		return new Subscriber(this.id, this.owner, limit(), this.categories,
				this.tags.stream().map(TagKey::of).collect(Collectors.toUnmodifiableSet()));
	}

	/** The name of the format of its messages. */
	public String format() {
		return (this.format != null) ? this.format : MessageFormats.STANDARD;
	}

	public boolean isActive() {
		return this.status == WebhookSubscriptionStatus.ACTIVE;
	}

	boolean isFailing() {
		return this.failingSince != null;
	}

	/** Whether the owner was warned that failures will disable it. */
	boolean isWarned() {
		return this.warnedAt != null;
	}

	/** No time that has passed: an endpoint that gets no messages is disabled later. */
	private @Nullable Instant disabledAt(Instant now) {
		if (!isActive() || this.failingSince == null) {
			return null;
		}
		var end = (this.warnedAt != null) ? this.warnedAt.plus(WARNING) : this.failingSince.plus(MAX_FAILING);
		return end.isAfter(now) ? end : null;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	/** The valid sealed secrets, newest first. */
	public Stream<String> secrets(Instant now) {
		return this.secrets.stream().filter((secret) -> secret.isValid(now)).map(StoredWebhookSecret::jwe);
	}

	WebhookSubscriptionView view(Instant now) {
		return new WebhookSubscriptionView(this.id, this.url, new TreeSet<>(this.events),
				new TreeSet<>(this.categories), new TreeSet<>(this.tags), format(), this.description, this.status,
				this.reason, this.failingSince, disabledAt(now), this.owner, this.createdAt, version());
	}

	private void setStatus(String requested) {
		if (this.status == WebhookSubscriptionStatus.ENDED) {
			throw RefusalException.conflict("subscription.ended",
					"The endpoint has ended this subscription. Create a new one.");
		}
		if (requested.equals(this.status.word())) {
			return;
		}
		this.status = requested.equals(WebhookSubscriptionStatus.ACTIVE.word()) ? WebhookSubscriptionStatus.ACTIVE
				: WebhookSubscriptionStatus.DISABLED;
		this.reason = isActive() ? null : "The subscription was disabled by hand.";
		if (isActive()) {
			recordSuccess();
		}
	}

}
