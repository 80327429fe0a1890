package org.parley.summary.request;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.summary.discussion.SummarizedThreadAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Asks for the summaries of new threads once they have arrived, for those who may read
 * them. A request whose thread has not arrived in time ends.
 */
@Component
class ResolveEarlyRequests implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(ResolveEarlyRequests.class);

	private static final int BATCH = 50;

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final EarlyRequesters askers;

	private final SummarizedThreadAccess access;

	private final FindOrStartSummary findOrStartSummary;

	private final EarlyRequestSettings settings;

	private final UnitOfWork work;

	private final Surroundings surroundings;

	ResolveEarlyRequests(EarlyRequesters askers, SummarizedThreadAccess access, FindOrStartSummary findOrStartSummary,
			EarlyRequestSettings settings, UnitOfWork work, Surroundings surroundings) {
		this.askers = askers;
		this.access = access;
		this.findOrStartSummary = findOrStartSummary;
		this.settings = settings;
		this.work = work;
		this.surroundings = surroundings;
	}

	@Override
	public boolean waits() {
		return this.surroundings.role().works() && this.askers.areDue(this.surroundings.clock().instant());
	}

	@Override
	public boolean doBatch() {
		var due = this.askers.due(this.surroundings.clock().instant(), BATCH);
		due.forEach(this::resolveQuietly);
		return due.size() == BATCH;
	}

	/** A failure for one person holds up nobody else. */
	private void resolveQuietly(EarlyRequester due) {
		try {
			this.work.run(() -> {
				this.askers.find(due.id()).ifPresent(this::resolve);
				return due;
			});
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Early requests cannot be resolved now");
			this.askers.postpone(due, this.surroundings.clock().instant().plus(PAUSE));
		}
	}

	private void resolve(EarlyRequester asker) {
		asker.settle((request) -> isAsked(request, asker), this.settings, this.surroundings.clock().instant());
		this.askers.save(asker);
	}

	private boolean isAsked(EarlyRequest request, EarlyRequester asker) {
		var thread = this.access.find(request.threadId(), request.audience());
		thread
			.ifPresent((found) -> this.findOrStartSummary.ask(found, asker.id(), Optional.ofNullable(asker.person())));
		return thread.isPresent();
	}

	/**
	 * Where the work runs.
	 *
	 * @param role whether this instance does such work
	 * @param clock the time
	 */
	@Component
	record Surroundings(ProcessRole role, InstantSource clock) {
	}

}
