package org.parley.moderation.cases.review;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.moderation.CaseReversed;
import org.parley.moderation.cases.CaseRefusedException;
import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.place.PostLocations;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.web.IfMatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reverses the decision of a case. */
@Component
public class ReverseDecision {

	private final ChangeCase changeCase;

	private final Cases cases;

	private final PostLocations postLocations;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	private final AdministratorActs acts;

	ReverseDecision(ChangeCase changeCase, Cases cases, PostLocations postLocations,
			ApplicationEventPublisher publisher, InstantSource clock, AdministratorActs acts) {
		this.changeCase = changeCase;
		this.cases = cases;
		this.postLocations = postLocations;
		this.publisher = publisher;
		this.clock = clock;
		this.acts = acts;
	}

	/**
	 * Reverses the decision, if no newer case restricts the post. The lock of the post's
	 * location makes this conflict with a check that opens a case.
	 */
	public ModerationCase reverse(String id, @Nullable String note, Moderator moderator) {
		return this.changeCase.change(id, moderator, IfMatch.ANY, (found) -> {
			var grounds = found.grounds();
			this.postLocations.lock(grounds.post(), grounds.thread(), grounds.revision().post());
			var reversed = found.reverse(moderator, note, this.clock.instant());
			if (this.cases.existsNewer(found, reversed.at())) {
				throw CaseRefusedException.newerCase();
			}
			publishReversed(found, reversed, moderator);
			this.acts.record(AdministratorAct.CASE_REVERSED, moderator.person().id(), id);
			return true;
		});
	}

	/**
	 * A reversed dismissal opens the case again: it has no reversal, and nobody is told.
	 */
	private void publishReversed(ModerationCase found, ModerationCase.Ruling reversed, Moderator moderator) {
		var reversal = found.reversal();
		if (reversal != null) {
			this.publisher.publishEvent(event(found, reversed, reversal, moderator));
			this.publisher.publishEvent(new CaseRuled(found));
		}
	}

	private static CaseReversed event(ModerationCase reversed, ModerationCase.Ruling ruling,
			ModerationCase.Reversal reversal, Moderator moderator) {
		var content = reversed.content();
		return new CaseReversed(content.type("case.reversed"), reversed.id(), content, reversed.contentVersion(),
				ruling.decision(), reversal.note(), (ruling.text() != null) ? reversed.text() : null,
				reversal.by().reference(), moderator.authority().role(), reversal.at());
	}

}
