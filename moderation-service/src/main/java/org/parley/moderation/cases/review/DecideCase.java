package org.parley.moderation.cases.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Predicate;

import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.Decision;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Claims, releases and decides cases. Of two concurrent changes, the second is refused.
 */
@Component
class DecideCase {

	private static final Duration LONGEST_BAN = Duration.ofDays(36_525);

	private final Cases cases;

	private final CaseAccess access;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	DecideCase(Cases cases, CaseAccess access, UnitOfWork unitOfWork, ApplicationEventPublisher publisher,
			InstantSource clock) {
		this.cases = cases;
		this.access = access;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.clock = clock;
	}

	ModerationCase claim(String id, IfMatch condition, Moderator moderator) {
		return change(id, moderator, condition, (found) -> found.claim(moderator, this.clock.instant()));
	}

	ModerationCase release(String id, IfMatch condition, Moderator moderator) {
		return change(id, moderator, condition, (found) -> found.release(moderator));
	}

	ModerationCase decide(String id, ProposedDecision decision, IfMatch condition, Moderator moderator) {
		requireValidUntil(decision, this.clock.instant());
		return change(id, moderator, condition, (found) -> {
			found.decide(moderator, decision, this.clock.instant());
			this.publisher
				.publishEvent(CaseDecided.of(found, Objects.requireNonNull(found.ruling()), moderator.authority()));
			return true;
		});
	}

	private ModerationCase change(String id, Moderator moderator, IfMatch condition, Predicate<ModerationCase> change) {
		return this.unitOfWork.run(() -> {
			var found = this.access.get(id, moderator.scope());
			condition.require(found.version());
			if (change.test(found)) {
				this.cases.update(found);
			}
			return found;
		});
	}

	private static void requireValidUntil(ProposedDecision decision, Instant now) {
		var until = decision.until();
		if (until == null) {
			return;
		}
		if (decision.decision() != Decision.BAN) {
			throw ProblemException.field("until", "until.without-ban", "is allowed for a ban only");
		}
		if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_BAN))) {
			throw ProblemException.field("until", "until.out-of-range", "must be in the next hundred years");
		}
	}

}
