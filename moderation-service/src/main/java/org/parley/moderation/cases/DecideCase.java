package org.parley.moderation.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Predicate;

import org.parley.platform.web.IfMatch;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What moderators do with cases. Of two at once, the second is told of the first. */
@Component
class DecideCase {

	private static final Duration LONGEST = Duration.ofDays(36_525);

	private final Cases cases;

	private final CaseAccess access;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	DecideCase(Cases cases, CaseAccess access, UnitOfWork work, ApplicationEventPublisher publisher,
			InstantSource clock) {
		this.cases = cases;
		this.access = access;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	ModerationCase claim(String id, IfMatch condition, Moderator moderator) {
		return change(id, moderator, condition, (one) -> one.claim(moderator, this.clock.instant()));
	}

	ModerationCase release(String id, IfMatch condition, Moderator moderator) {
		return change(id, moderator, condition, (one) -> one.release(moderator));
	}

	ModerationCase decide(String id, DecisionWish decisionWish, IfMatch condition, Moderator moderator) {
		requireSensible(decisionWish, this.clock.instant());
		return change(id, moderator, condition, (one) -> {
			one.decide(moderator, decisionWish, this.clock.instant());
			this.publisher
				.publishEvent(CaseDecided.of(one, Objects.requireNonNull(one.ruling()), moderator.authority()));
			return true;
		});
	}

	private ModerationCase change(String id, Moderator moderator, IfMatch condition, Predicate<ModerationCase> change) {
		return this.work.run(() -> {
			var one = this.access.find(id, moderator.categories());
			condition.require(one.version());
			if (change.test(one)) {
				this.cases.update(one);
			}
			return one;
		});
	}

	private static void requireSensible(DecisionWish decisionWish, Instant now) {
		var until = decisionWish.until();
		if (until == null) {
			return;
		}
		if (decisionWish.decision() != Decision.BAN) {
			throw ProblemException.field("until", "until.without-ban", "goes with a ban only");
		}
		if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
			throw ProblemException.field("until", "until.out-of-range", "must be in the next hundred years");
		}
	}

}
