package org.parley.summary.request;

import java.time.InstantSource;
import java.util.Optional;

import org.parley.summary.discussion.thread.SummarizedThreadAccess;
import org.parley.summary.request.EarlyRequester.EarlyRequest;

import org.springframework.stereotype.Component;

/**
 * Requests the summaries of new threads once they have arrived, for requesters who can
 * read them. Expired requests are dropped.
 */
@Component
class ResolveEarlyRequests {

	private final EarlyRequesters requesters;

	private final SummarizedThreadAccess access;

	private final FindOrStartSummary findOrStartSummary;

	private final EarlyRequestSettings settings;

	private final InstantSource clock;

	ResolveEarlyRequests(EarlyRequesters requesters, SummarizedThreadAccess access,
			FindOrStartSummary findOrStartSummary, EarlyRequestSettings settings, InstantSource clock) {
		this.requesters = requesters;
		this.access = access;
		this.findOrStartSummary = findOrStartSummary;
		this.settings = settings;
		this.clock = clock;
	}

	/** Resolves a person's requests, within the caller's transaction. */
	void resolve(EarlyRequester due) {
		this.requesters.find(due.id()).ifPresent(this::settle);
	}

	private void settle(EarlyRequester requester) {
		requester.settle((request) -> requestIfReadable(request, requester), this.settings, this.clock.instant());
		this.requesters.save(requester);
	}

	private boolean requestIfReadable(EarlyRequest request, EarlyRequester requester) {
		var thread = this.access.find(request.threadId(), request.rights());
		thread.ifPresent((found) -> this.findOrStartSummary.findOrStart(found, requester.id(),
				Optional.ofNullable(requester.person())));
		return thread.isPresent();
	}

}
