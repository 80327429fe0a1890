package org.parley.platform.events.personal;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.Origin;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;

/** Erases in small steps. A step and the note of it are one transaction. */
class ErasingWork implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(ErasingWork.class);

	private static final Duration POLL = Duration.ofSeconds(5);

	private static final int STEP = 200;

	private final Erasures erasures;

	private final Kinds kinds;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final InstantSource clock;

	ErasingWork(Erasures erasures, Kinds kinds, ApplicationEventPublisher events, UnitOfWork work,
			InstantSource clock) {
		this.erasures = erasures;
		this.kinds = kinds;
		this.events = events;
		this.work = work;
		this.clock = clock;
	}

	@Override
	public Duration poll() {
		return POLL;
	}

	@Override
	public boolean waits() {
		return this.erasures.isAnyDue(this.clock.instant());
	}

	@Override
	public boolean doBatch() {
		return this.work.run(() -> this.erasures.due(this.clock.instant()).map(this::step).orElse(false));
	}

	private boolean step(Erasure erasure) {
		if (erasure.isAtEnd()) {
			return end(erasure);
		}
		var step = this.kinds.find(erasure.kinds().getFirst())
			.map((kind) -> kind.erase(erasure.person(), erasure.after(), STEP))
			.orElse(PersonalData.Step.end(0));
		return this.erasures.advance(erasure, erasure.after(step));
	}

	private boolean end(Erasure erasure) {
		var now = this.clock.instant();
		if (!erasure.isAnswered()) {
			try (var _ = Origin.of(erasure.correlationId(), null).open()) {
				this.events.publishEvent(ErasureDone.of(erasure.erasureId(), erasure, now));
			}
		}
		log.atInfo()
			.addKeyValue("erasure", erasure.erasureId())
			.addKeyValue("round", erasure.round())
			.log("A person was erased");
		return this.erasures.advance(erasure, erasure.next(this.kinds.names(), now));
	}

}
