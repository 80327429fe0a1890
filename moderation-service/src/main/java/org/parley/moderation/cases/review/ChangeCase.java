package org.parley.moderation.cases.review;

import java.util.function.Predicate;

import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.Moderator;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/**
 * Changes a case of a moderator's scope in a transaction. Of two concurrent changes, the
 * second is refused.
 */
@Component
class ChangeCase {

	private final Cases cases;

	private final CaseAccess access;

	private final UnitOfWork unitOfWork;

	ChangeCase(Cases cases, CaseAccess access, UnitOfWork unitOfWork) {
		this.cases = cases;
		this.access = access;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Changes a case.
	 * @param change changes the case, and returns whether it must be stored
	 */
	ModerationCase change(String id, Moderator moderator, IfMatch condition, Predicate<ModerationCase> change) {
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
