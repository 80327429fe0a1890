package org.parley.summary.request;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.summary.discussion.thread.SummarizedThreadAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Requests the summaries of new threads once they have arrived, for requesters who can
 * read them. Expired requests are dropped.
 */
@Component
class ResolveEarlyRequests {

	private static final Logger log = LoggerFactory.getLogger(ResolveEarlyRequests.class);

	private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

	private final EarlyRequesters requesters;

	private final SummarizedThreadAccess access;

	private final FindOrStartSummary findOrStartSummary;

	private final EarlyRequestSettings settings;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	ResolveEarlyRequests(EarlyRequesters requesters, SummarizedThreadAccess access,
			FindOrStartSummary findOrStartSummary, EarlyRequestSettings settings, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.requesters = requesters;
		this.access = access;
		this.findOrStartSummary = findOrStartSummary;
		this.settings = settings;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/** Resolves a person's requests. A failure is logged and postpones them. */
	void resolve(EarlyRequester due) {
		try {
			this.unitOfWork.run(() -> {
				this.requesters.find(due.id()).ifPresent(this::settle);
				return due;
			});
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Early requests cannot be resolved");
			this.requesters.postpone(due, this.clock.instant().plus(RETRY_DELAY));
		}
	}

	private void settle(EarlyRequester requester) {
		requester.settle((request) -> requestIfReadable(request, requester), this.settings, this.clock.instant());
		this.requesters.save(requester);
	}

	private boolean requestIfReadable(EarlyRequest request, EarlyRequester requester) {
		var thread = this.access.find(request.threadId(), request.audience());
		thread.ifPresent((found) -> this.findOrStartSummary.findOrStart(found, requester.id(),
				Optional.ofNullable(requester.person())));
		return thread.isPresent();
	}

}
