package org.parley.moderation.cases.review;

import java.time.InstantSource;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.Decision;
import org.parley.moderation.author.AuthorProfiles;
import org.parley.moderation.cases.CaseRefusedException;
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

	private final AuthorProfiles authorProfiles;

	DecideCase(ChangeCase changeCase, ApplicationEventPublisher publisher, InstantSource clock, AdministratorActs acts,
			AuthorProfiles authorProfiles) {
		this.changeCase = changeCase;
		this.publisher = publisher;
		this.clock = clock;
		this.acts = acts;
		this.authorProfiles = authorProfiles;
	}

	public ModerationCase decide(String id, ProposedDecision decision, IfMatch condition, Moderator moderator) {
		decision.requireValid(this.clock.instant());
		return this.changeCase.change(id, moderator, condition, (found) -> {
			var ruling = found.decide(moderator, decision, this.clock.instant());
			requireNoBanOfAdmin(decision, found);
			this.publisher.publishEvent(event(found, ruling, moderator));
			this.publisher.publishEvent(new CaseRuled(found));
			this.acts.record(AdministratorAct.CASE_DECIDED, moderator.person().id(),
					"%s %s".formatted(ruling.decision().json(), id));
			return true;
		});
	}

	/** The author would read of a ban that auth-service refuses. */
	private void requireNoBanOfAdmin(ProposedDecision decision, ModerationCase found) {
		if (decision.decision() == Decision.BAN && this.authorProfiles.find(found.author().id()).isAdmin()) {
			throw CaseRefusedException.banOfAdmin();
		}
	}

	private static CaseDecided event(ModerationCase decided, ModerationCase.Ruling ruling, Moderator moderator) {
		var content = decided.content();
		return new CaseDecided(content.type("case.decided"), decided.id(), content, decided.contentVersion(),
				ruling.decision(), ruling.note(), ruling.until(), ruling.text(), ruling.by().reference(),
				moderator.authority().role(), ruling.at(), decided.version());
	}

}
