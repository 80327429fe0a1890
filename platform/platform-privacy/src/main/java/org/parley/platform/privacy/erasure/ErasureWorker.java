package org.parley.platform.privacy.erasure;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.PersonalData;
import org.parley.platform.privacy.PersonalDataKinds;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Erases page by page. Each page and its progress share a transaction. An erasure that
 * fails is postponed, so that it does not delay others.
 */
public class ErasureWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(ErasureWorker.class);

	private static final int STEP = 200;

	private static final Duration RETRY_DELAY = Duration.ofMinutes(5);

	private final LocalErasures localErasures;

	private final PersonalDataKinds personalDataKinds;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final InstantSource clock;

	public ErasureWorker(LocalErasures localErasures, PersonalDataKinds personalDataKinds,
			ApplicationEventPublisher events, UnitOfWork work, InstantSource clock) {
		this.localErasures = localErasures;
		this.personalDataKinds = personalDataKinds;
		this.events = events;
		this.work = work;
		this.clock = clock;
	}

	@Override
	public boolean waits() {
		return this.localErasures.isAnyDue(this.clock.instant());
	}

	@Override
	public boolean doBatch() {
		return this.localErasures.findNextDue(this.clock.instant()).map(this::continueOrPostpone).orElse(false);
	}

	private boolean continueOrPostpone(LocalErasure localErasure) {
		try {
			return this.work.run(() -> step(localErasure));
		}
		catch (RuntimeException ex) {
			log.atError()
				.addKeyValue("erasure", localErasure.erasureId())
				.setCause(ex)
				.log("A step of an erasure failed; it is postponed");
			return this.localErasures.advance(localErasure,
					localErasure.postponed(this.clock.instant().plus(RETRY_DELAY)));
		}
	}

	private boolean step(LocalErasure localErasure) {
		if (localErasure.isAtEnd()) {
			return end(localErasure);
		}
		var step = this.personalDataKinds.find(localErasure.kinds().getFirst())
			.map((kind) -> kind.erase(localErasure.person(), localErasure.after(), STEP))
			.orElse(PersonalData.Step.end(0));
		return this.localErasures.advance(localErasure, localErasure.after(step));
	}

	private boolean end(LocalErasure localErasure) {
		var now = this.clock.instant();
		if (!localErasure.isAnswered()) {
			try (var _ = RequestOrigin.of(localErasure.correlationId(), null).open()) {
				this.events.publishEvent(localErasure.done(localErasure.erasureId(), now));
			}
		}
		log.atInfo()
			.addKeyValue("erasure", localErasure.erasureId())
			.addKeyValue("round", localErasure.round())
			.log("A round of an erasure is complete");
		return this.localErasures.advance(localErasure, localErasure.next(this.personalDataKinds.names(), now));
	}

}
