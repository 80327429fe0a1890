package org.parley.moderation.cases.review;

import java.time.InstantSource;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.web.IfMatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Decides a case. */
@Component
public class DecideCase {

	private final ChangeCase changeCase;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	private final AdministratorActs acts;

	DecideCase(ChangeCase changeCase, ApplicationEventPublisher publisher, InstantSource clock,
			AdministratorActs acts) {
		this.changeCase = changeCase;
		this.publisher = publisher;
		this.clock = clock;
		this.acts = acts;
	}

	public ModerationCase decide(String id, ProposedDecision decision, IfMatch condition, Moderator moderator) {
		decision.requireValid(this.clock.instant());
		return this.changeCase.change(id, moderator, condition, (found) -> {
			var ruling = found.decide(moderator, decision, this.clock.instant());
			this.publisher.publishEvent(CaseDecided.of(found, ruling, moderator.authority()));
			this.publisher.publishEvent(new CaseRuled(found));
			this.acts.record(AdministratorAct.CASE_DECIDED, moderator.person().id(),
					"%s %s".formatted(ruling.decision().json(), id));
			return true;
		});
	}

}
