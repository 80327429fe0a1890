package org.parley.moderation.cases;

import java.time.InstantSource;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings a post before moderators. Part of the transaction that notes why. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Raising {

	private final Cases cases;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	Raising(Cases cases, ApplicationEventPublisher publisher, InstantSource clock) {
		this.cases = cases;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * Opens a case, or adds to the one that is open.
	 * @return the id of the case
	 */
	public String raise(Grounds grounds) {
		return this.cases.unresolvedOf(grounds.post().id())
			.map((open) -> refresh(open, grounds))
			.orElseGet(() -> open(ModerationCase.open(grounds, this.clock.instant())));
	}

	/** Opens a case because a reader asks for it, or joins the one that is open. */
	public void report(Grounds grounds) {
		this.cases.unresolvedOf(grounds.post().id()).ifPresentOrElse((open) -> {
			open.report(grounds.reasons());
			this.cases.update(open);
		}, () -> open(ModerationCase.report(grounds, this.clock.instant())));
	}

	private String refresh(ModerationCase open, Grounds grounds) {
		open.refresh(grounds);
		this.cases.update(open);
		return open.id();
	}

	private String open(ModerationCase opened) {
		this.cases.insert(opened);
		this.publisher.publishEvent(CaseOpened.of(opened));
		return opened.id();
	}

}
