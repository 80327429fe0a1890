package org.parley.summary.request;

import java.time.InstantSource;

import org.parley.platform.security.Caller;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.summary.discussion.SummarizedThreadAccess;
import org.parley.summary.discussion.SummarizedThreadNotFoundException;
import org.parley.summary.discussion.SummaryAudience;
import org.parley.summary.discussion.SummaryPerson;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Requests a summary. A new thread may exist although its events have not arrived, so a
 * request for it is kept until they do. The answer is the same for a thread that is not
 * known and for one that the caller may not see, so it reveals neither.
 */
@Component
@EnableConfigurationProperties(EarlyRequestSettings.class)
class RequestSummary {

	private final SummarizedThreadAccess access;

	private final FindOrStartSummary findOrStartSummary;

	private final EarlyRequesters askers;

	private final EarlyRequestSettings settings;

	private final UnitOfWork work;

	private final InstantSource clock;

	RequestSummary(SummarizedThreadAccess access, FindOrStartSummary findOrStartSummary, EarlyRequesters askers,
			EarlyRequestSettings settings, UnitOfWork work, InstantSource clock) {
		this.access = access;
		this.findOrStartSummary = findOrStartSummary;
		this.askers = askers;
		this.settings = settings;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Requests the summary of a thread.
	 * @throws SummarizedThreadNotFoundException when there is no such thread for this
	 * caller
	 */
	SummaryView request(String threadId, Caller caller) {
		var summaryAudience = SummaryAudience.of(caller);
		return this.access.find(threadId, summaryAudience)
			.map((thread) -> this.findOrStartSummary.ask(thread, caller.id(), SummaryPerson.of(caller)))
			.orElseGet(() -> requestEarly(threadId, summaryAudience, caller));
	}

	private SummaryView requestEarly(String threadId, SummaryAudience summaryAudience, Caller caller) {
		var now = this.clock.instant();
		if (!this.settings.mayArrive(threadId, now)) {
			throw new SummarizedThreadNotFoundException();
		}
		return this.work.run(() -> {
			var asker = this.askers.find(caller.id())
				.orElseGet(() -> new EarlyRequester(caller.id(), SummaryPerson.of(caller).orElse(null)));
			asker.request(new EarlyRequest(threadId, summaryAudience, now), this.settings);
			this.askers.save(asker);
			return SummaryView.of(SummaryStatus.PENDING, null);
		});
	}

}
