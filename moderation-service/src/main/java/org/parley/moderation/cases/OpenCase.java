package org.parley.moderation.cases;

import java.time.InstantSource;

import org.parley.moderation.place.PostLocations;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings a post before moderators. Part of the transaction that notes why. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OpenCase {

	private final Cases cases;

	private final PostLocations postLocations;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	OpenCase(Cases cases, PostLocations postLocations, ApplicationEventPublisher publisher, InstantSource clock) {
		this.cases = cases;
		this.postLocations = postLocations;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** Opens a case where the post is now, or adds to the one that is open. */
	public Raised raise(CaseGrounds told) {
		var grounds = located(told);
		var id = this.cases.unresolvedOf(grounds.post().id())
			.map((open) -> refresh(open, grounds))
			.orElseGet(() -> open(ModerationCase.open(grounds, this.clock.instant())));
		return new Raised(id, grounds);
	}

	/** Opens a case because a reader asks for it, or joins the one that is open. */
	public void report(CaseGrounds told) {
		var grounds = located(told);
		this.cases.unresolvedOf(grounds.post().id()).ifPresentOrElse((open) -> {
			open.report(grounds.reasons());
			this.cases.update(open);
		}, () -> open(ModerationCase.report(grounds, this.clock.instant())));
	}

	private CaseGrounds located(CaseGrounds told) {
		return told.at(this.postLocations.hold(told.post(), told.thread(), told.revision().post()));
	}

	private String refresh(ModerationCase open, CaseGrounds grounds) {
		open.refresh(grounds);
		this.cases.update(open);
		return open.id();
	}

	private String open(ModerationCase opened) {
		this.cases.insert(opened);
		this.publisher.publishEvent(CaseOpened.of(opened));
		return opened.id();
	}

	/**
	 * A post is before moderators.
	 *
	 * @param caseId which case
	 * @param grounds why, and where the post is now
	 */
	public record Raised(String caseId, CaseGrounds grounds) {
	}

}
