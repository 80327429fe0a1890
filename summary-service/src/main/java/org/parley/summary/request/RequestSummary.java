package org.parley.summary.request;

import java.time.InstantSource;

import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.category.Rights;
import org.parley.summary.discussion.thread.SummarizedThreadAccess;
import org.parley.summary.discussion.thread.SummarizedThreadNotFoundException;
import org.parley.summary.discussion.thread.SummaryPerson;
import org.parley.summary.request.EarlyRequester.EarlyRequest;
import org.parley.summary.request.SummaryView.SummaryStatus;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Requests a summary. The request for a new thread whose events have not arrived is
 * stored until they arrive. The response is the same for an unknown and for an unreadable
 * thread, so it does not reveal whether a thread exists.
 */
@Component
@EnableConfigurationProperties(EarlyRequestSettings.class)
class RequestSummary {

	private final SummarizedThreadAccess access;

	private final FindOrStartSummary findOrStartSummary;

	private final EarlyRequesters requesters;

	private final EarlyRequestSettings settings;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	RequestSummary(SummarizedThreadAccess access, FindOrStartSummary findOrStartSummary, EarlyRequesters requesters,
			EarlyRequestSettings settings, UnitOfWork unitOfWork, InstantSource clock) {
		this.access = access;
		this.findOrStartSummary = findOrStartSummary;
		this.requesters = requesters;
		this.settings = settings;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/**
	 * Requests the summary of a thread.
	 * @throws SummarizedThreadNotFoundException when the thread does not exist or the
	 * caller cannot read it
	 */
	SummaryView request(String threadId, Caller caller) {
		var rights = Rights.of(caller);
		return this.access.find(threadId, rights)
			.map((thread) -> this.findOrStartSummary.findOrStart(thread, caller.id(), SummaryPerson.of(caller)))
			.orElseGet(() -> storeEarlyRequest(threadId, rights, caller));
	}

	private SummaryView storeEarlyRequest(String threadId, Rights rights, Caller caller) {
		var now = this.clock.instant();
		if (!this.settings.canArrive(threadId, now)) {
			throw new SummarizedThreadNotFoundException();
		}
		return this.unitOfWork.run(() -> {
			var requester = this.requesters.find(caller.id())
				.orElseGet(() -> new EarlyRequester(caller.id(), SummaryPerson.of(caller).orElse(null)));
			requester.add(EarlyRequest.of(threadId, rights, now), this.settings);
			this.requesters.submit(requester);
			return SummaryView.of(SummaryStatus.PENDING, null);
		});
	}

}
