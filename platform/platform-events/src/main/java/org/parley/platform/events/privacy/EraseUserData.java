package org.parley.platform.events.privacy;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;

/** Erases all that this service keeps of a person, and answers. */
public class EraseUserData {

	private final LocalErasures localErasures;

	private final PersonalDataKinds personalDataKinds;

	private final ApplicationEventPublisher events;

	private final ClusterLoop loop;

	private final UnitOfWork work;

	private final InstantSource clock;

	EraseUserData(LocalErasures localErasures, PersonalDataKinds personalDataKinds, ApplicationEventPublisher events,
			ClusterLoop loop, UnitOfWork work, InstantSource clock) {
		this.localErasures = localErasures;
		this.personalDataKinds = personalDataKinds;
		this.events = events;
		this.loop = loop;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Begins, as part of the transaction that asks. Who is asked again answers again, and
	 * what is under way goes on.
	 */
	public void begin(ErasureRequestedEventData requested) {
		var now = this.clock.instant();
		var known = this.localErasures.of(requested.userId());
		if (known.isEmpty()) {
			this.localErasures.begin(LocalErasure.begin(requested, this.personalDataKinds.names(), now));
			this.work.afterCommit(this.loop::signal);
		}
		else if (known.get().isAnswered()) {
			this.events.publishEvent(ErasureDone.of(requested.erasureId(), known.get(), now));
		}
	}

}
