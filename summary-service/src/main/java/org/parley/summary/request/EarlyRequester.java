package org.parley.summary.request;

import java.util.Objects;
import java.util.Set;
import org.parley.platform.readmodels.category.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.readmodels.category.Audience;
import org.parley.summary.discussion.thread.SummaryPerson;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person with early requests. One document holds all requests of a person, so that
 * concurrent requests cannot exceed the limit.
 */
@Document(EarlyRequesters.COLLECTION)
@CompoundIndex(def = "{'dueAt': 1}")
class EarlyRequester {

	private static final Duration MIN_DELAY = Duration.ofMillis(500);

	@Id
	private final String id;

	private final @Nullable SummaryPerson person;

	private List<EarlyRequest> requests = List.of();

	private Instant dueAt = Instant.EPOCH;

	@SuppressWarnings("UnusedVariable") // Spring Data reads it
	@Version
	private @Nullable Long version;

	EarlyRequester(String id, @Nullable SummaryPerson person) {
		this.id = id;
		this.person = person;
	}

	/**
	 * Adds a request. A repeated request is ignored.
	 * @throws RefusalException 429 {@code summary.too-many-waiting}
	 */
	void add(EarlyRequest request, EarlyRequestSettings settings) {
		var now = request.askedAt();
		dropExpired(settings, now);
		if (isWaitingFor(request.threadId(), settings, now)) {
			return;
		}
		if (this.requests.size() >= settings.perPerson()) {
			throw RefusalException.later(RefusalKind.LIMITED, "summary.too-many-waiting",
					"You already wait for the summaries of %d new threads.".formatted(this.requests.size()),
					Duration.ofMinutes(1));
		}
		var all = new ArrayList<>(this.requests);
		all.add(request);
		this.requests = List.copyOf(all);
		scheduleNextCheck(now);
	}

	/** Whether the person has a valid request for a thread. */
	boolean isWaitingFor(String threadId, EarlyRequestSettings settings, Instant now) {
		return settings.canArrive(threadId, now)
				&& this.requests.stream().anyMatch((request) -> request.threadId().equals(threadId));
	}

	void settle(Predicate<EarlyRequest> isAnswered, EarlyRequestSettings settings, Instant now) {
		dropExpired(settings, now);
		this.requests = this.requests.stream().filter(isAnswered.negate()).toList();
		scheduleNextCheck(now);
	}

	boolean isDone() {
		return this.requests.isEmpty();
	}

	String id() {
		return this.id;
	}

	@Nullable SummaryPerson person() {
		return this.person;
	}

	Instant dueAt() {
		return this.dueAt;
	}

	private void dropExpired(EarlyRequestSettings settings, Instant now) {
		this.requests = this.requests.stream()
			.filter((request) -> settings.canArrive(request.threadId(), now))
			.toList();
	}

	/** Sets the next check after half the waiting time of the newest request. */
	private void scheduleNextCheck(Instant now) {
		var delay = this.requests.stream()
			.map((request) -> Duration.between(request.askedAt(), now).dividedBy(2))
			.min(Duration::compareTo)
			.filter((half) -> half.compareTo(MIN_DELAY) > 0)
			.orElse(MIN_DELAY);
		this.dueAt = now.plus(delay);
	}

	/**
	 * A request for the summary of a thread that has not arrived or is not readable.
	 *
	 * @param audience the audience of the requester's token
	 * @param groups the ids of the requester's groups
	 * @param askedAt when the summary was requested
	 */
	record EarlyRequest(String threadId, Audience audience, @Nullable Set<String> groups, Instant askedAt) {

		static EarlyRequest of(String threadId, Rights rights, Instant now) {
			return new EarlyRequest(threadId, rights.everywhere(), rights.groups(), now);
		}

		/** The rights at the time of the request; old requests have no groups. */
		Rights rights() {
			return new Rights(this.audience, Objects.requireNonNullElse(this.groups, Set.of()), Set.of());
		}

	}

}
