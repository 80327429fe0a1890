package org.parley.summary.asking;

import java.time.InstantSource;

import org.parley.platform.security.Caller;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.summary.discussion.Audience;
import org.parley.summary.discussion.Person;
import org.parley.summary.discussion.ThreadAccess;
import org.parley.summary.discussion.ThreadNotFoundException;

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

	private final ThreadAccess access;

	private final Asking asking;

	private final EarlyAskers askers;

	private final EarlyRequestSettings settings;

	private final UnitOfWork work;

	private final InstantSource clock;

	RequestSummary(ThreadAccess access, Asking asking, EarlyAskers askers, EarlyRequestSettings settings,
			UnitOfWork work, InstantSource clock) {
		this.access = access;
		this.asking = asking;
		this.askers = askers;
		this.settings = settings;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Requests the summary of a thread.
	 * @throws ThreadNotFoundException when there is no such thread for this caller
	 */
	SummaryView request(String threadId, Caller caller) {
		var audience = Audience.of(caller);
		return this.access.find(threadId, audience)
			.map((thread) -> this.asking.ask(thread, caller.id(), Person.of(caller)))
			.orElseGet(() -> requestEarly(threadId, audience, caller));
	}

	private SummaryView requestEarly(String threadId, Audience audience, Caller caller) {
		var now = this.clock.instant();
		if (!this.settings.mayArrive(threadId, now)) {
			throw new ThreadNotFoundException();
		}
		return this.work.run(() -> {
			var asker = this.askers.find(caller.id())
				.orElseGet(() -> new EarlyAsker(caller.id(), Person.of(caller).orElse(null)));
			asker.request(new EarlyRequest(threadId, audience, now), this.settings);
			this.askers.save(asker);
			return SummaryView.of(SummaryStatus.PENDING, null);
		});
	}

}
