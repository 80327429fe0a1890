package org.parley.moderation.cases.review;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.CaseRefusedException;
import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.moderation.place.PostLocations;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Claims, releases and decides cases, and reverses decisions. Of two concurrent changes,
 * the second is refused.
 */
@Component
public class DecideCase {

	private final Cases cases;

	private final CaseAccess access;

	private final PostLocations postLocations;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	DecideCase(Cases cases, CaseAccess access, PostLocations postLocations, UnitOfWork unitOfWork,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.cases = cases;
		this.access = access;
		this.postLocations = postLocations;
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

	public ModerationCase decide(String id, ProposedDecision decision, IfMatch condition, Moderator moderator) {
		decision.requireValid(this.clock.instant());
		return change(id, moderator, condition, (found) -> {
			found.decide(moderator, decision, this.clock.instant());
			publishDecided(found, Objects.requireNonNull(found.ruling()), moderator);
			return true;
		});
	}

	private void publishDecided(ModerationCase decided, ModerationCase.Ruling ruling, Moderator moderator) {
		this.publisher.publishEvent(CaseDecided.of(decided, ruling, moderator.authority()));
		this.publisher.publishEvent(new CaseRuled(decided));
	}

	/**
	 * Reverses the decision of a case, if no newer case restricts the post. The lock of
	 * the post's location makes this conflict with a check that opens a case.
	 */
	public ModerationCase reverse(String id, @Nullable String note, Moderator moderator) {
		return change(id, moderator, new IfMatch(null), (found) -> {
			var now = this.clock.instant();
			var grounds = found.grounds();
			this.postLocations.lock(grounds.post(), grounds.thread(), grounds.revision().post());
			var reversed = found.reverse(moderator, note, now);
			if (this.cases.existsNewer(found, reversed.at())) {
				throw CaseRefusedException.newerCase();
			}
			var reversal = found.reversal();
			if (reversal != null) {
				publishReversed(found, reversed, reversal, moderator);
			}
			return true;
		});
	}

	private void publishReversed(ModerationCase found, ModerationCase.Ruling reversed, ModerationCase.Reversal reversal,
			Moderator moderator) {
		this.publisher.publishEvent(CaseReversed.of(found, reversed, reversal, moderator.authority()));
		this.publisher.publishEvent(new CaseRuled(found));
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

}
