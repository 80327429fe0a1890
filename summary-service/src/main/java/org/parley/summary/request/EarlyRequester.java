package org.parley.summary.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.problem.ProblemException;
import org.parley.summary.discussion.SummaryPerson;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.http.HttpStatus;

/**
 * A person who asked for summaries of threads that have not arrived here. One document
 * for each person, so that a person can never have more requests than the limit.
 */
@Document(EarlyRequesters.COLLECTION)
class EarlyRequester {

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

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
	 * Keeps a request; the same one is kept once.
	 * @throws ProblemException 429 {@code summary.too-many-waiting}
	 */
	void request(EarlyRequest request, EarlyRequestSettings settings) {
		var now = request.askedAt();
		dropExpired(settings, now);
		if (isWaitingFor(request.threadId(), settings, now)) {
			return;
		}
		if (this.requests.size() >= settings.perPerson()) {
			throw ProblemException.later(HttpStatus.TOO_MANY_REQUESTS, "summary.too-many-waiting",
					"You wait for the summaries of %d new threads already.".formatted(this.requests.size()),
					Duration.ofMinutes(1));
		}
		var all = new ArrayList<>(this.requests);
		all.add(request);
		this.requests = List.copyOf(all);
		lookAgain(now);
	}

	/** Whether the person still waits for a thread. */
	boolean isWaitingFor(String threadId, EarlyRequestSettings settings, Instant now) {
		return settings.mayArrive(threadId, now)
				&& this.requests.stream().anyMatch((request) -> request.threadId().equals(threadId));
	}

	/** Drops every request that is answered, and every one whose thread cannot arrive. */
	void settle(Predicate<EarlyRequest> isAnswered, EarlyRequestSettings settings, Instant now) {
		dropExpired(settings, now);
		this.requests = this.requests.stream().filter(isAnswered.negate()).toList();
		lookAgain(now);
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
			.filter((request) -> settings.mayArrive(request.threadId(), now))
			.toList();
	}

	/**
	 * Looks less and less often: after half the time that the last request has waited.
	 */
	private void lookAgain(Instant now) {
		var waited = this.requests.stream()
			.map((request) -> Duration.between(request.askedAt(), now).dividedBy(2))
			.min(Duration::compareTo)
			.filter((half) -> half.compareTo(SHORTEST_PAUSE) > 0)
			.orElse(SHORTEST_PAUSE);
		this.dueAt = now.plus(waited);
	}

}
