package org.parley.moderation.cases.review;

import java.time.InstantSource;

import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Lets a moderator claim a case, so that no other one works on it, or release it. */
@Component
class ClaimCase {

	private final ChangeCase changeCase;

	private final InstantSource clock;

	ClaimCase(ChangeCase changeCase, InstantSource clock) {
		this.changeCase = changeCase;
		this.clock = clock;
	}

	ModerationCase claim(String id, IfMatch condition, Moderator moderator) {
		return this.changeCase.change(id, moderator, condition,
				(found) -> found.claim(moderator, this.clock.instant()));
	}

	ModerationCase release(String id, IfMatch condition, Moderator moderator) {
		return this.changeCase.change(id, moderator, condition, (found) -> found.release(moderator));
	}

}
