package org.parley.platform.events.personal;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;

/** Erases all that this service keeps of a person, and answers. */
public class Erasing {

	private final Erasures erasures;

	private final Kinds kinds;

	private final ApplicationEventPublisher events;

	private final ClusterLoop loop;

	private final UnitOfWork work;

	private final InstantSource clock;

	Erasing(Erasures erasures, Kinds kinds, ApplicationEventPublisher events, ClusterLoop loop, UnitOfWork work,
			InstantSource clock) {
		this.erasures = erasures;
		this.kinds = kinds;
		this.events = events;
		this.loop = loop;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Begins, as part of the transaction that asks. Who is asked again answers again, and
	 * what is under way goes on.
	 */
	public void begin(ErasureRequested requested) {
		var now = this.clock.instant();
		var known = this.erasures.of(requested.userId());
		if (known.isEmpty()) {
			this.erasures.begin(Erasure.begin(requested, this.kinds.names(), now));
			this.work.afterCommit(this.loop::signal);
		}
		else if (known.get().isAnswered()) {
			this.events.publishEvent(ErasureDone.of(requested.erasureId(), known.get(), now));
		}
	}

}
