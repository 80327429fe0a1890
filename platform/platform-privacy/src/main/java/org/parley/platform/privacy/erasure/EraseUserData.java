package org.parley.platform.privacy.erasure;

import java.time.InstantSource;

import org.parley.contracts.privacy.ErasureRequested;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.PersonalDataKinds;

import org.springframework.context.ApplicationEventPublisher;

/** Starts the erasure of a person's data in this service. */
public class EraseUserData {

	private final LocalErasures localErasures;

	private final PersonalDataKinds personalDataKinds;

	private final ApplicationEventPublisher events;

	private final ClusterLoop loop;

	private final UnitOfWork work;

	private final InstantSource clock;

	public EraseUserData(LocalErasures localErasures, PersonalDataKinds personalDataKinds,
			ApplicationEventPublisher events, ClusterLoop loop, UnitOfWork work, InstantSource clock) {
		this.localErasures = localErasures;
		this.personalDataKinds = personalDataKinds;
		this.events = events;
		this.loop = loop;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Starts the erasure in the current transaction. A repeated request publishes the
	 * answer again, or has no effect while the erasure runs.
	 */
	public void begin(ErasureRequested requested) {
		var now = this.clock.instant();
		var known = this.localErasures.find(requested.userId());
		if (known.isEmpty()) {
			this.localErasures.begin(LocalErasure.begin(requested, this.personalDataKinds.names(), now));
			this.work.afterCommit(this.loop::signal);
		}
		else if (known.get().isAnswered()) {
			this.events.publishEvent(known.get().done(requested.erasureId(), now));
		}
	}

}
