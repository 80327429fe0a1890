package org.parley.moderation.cases;

import java.time.Duration;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The case or its category does not allow the request. */
public final class CaseRefusedException extends RefusalException {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

	private CaseRefusedException(RefusalKind kind, String code, String detail) {
		super(kind, code, detail);
	}

	public static CaseRefusedException notFound() {
		return new CaseRefusedException(RefusalKind.NOT_FOUND, "case.not-found", "The case does not exist.");
	}

	/** The case exists, but no event of its category has arrived yet. */
	public static RefusalException categoryUnknown() {
		return RefusalException.later(RefusalKind.UNAVAILABLE, "case.category-unknown",
				"The rights of this case's category are not known yet. Try again in a moment.", RETRY_AFTER);
	}

	static CaseRefusedException claimed() {
		return new CaseRefusedException(RefusalKind.CONFLICT, "case.claimed",
				"Another moderator has claimed this case.");
	}

	static CaseRefusedException closed(CaseStatus status) {
		return new CaseRefusedException(RefusalKind.CONFLICT, "case." + status.json(),
				"The case is already " + status.json() + ".");
	}

	static CaseRefusedException nothingToReverse() {
		return new CaseRefusedException(RefusalKind.CONFLICT, "case.no-decision",
				"The case has no decision that can be reversed.");
	}

	/** Another case of the post was decided later, or needs a decision. */
	public static CaseRefusedException newerCase() {
		return new CaseRefusedException(RefusalKind.CONFLICT, "case.newer-case",
				"The post has a newer case. Decide that case, or reverse its decision first.");
	}

	static CaseRefusedException ownPost() {
		return new CaseRefusedException(RefusalKind.FORBIDDEN, "case.own-post",
				"Moderators cannot decide cases about their own posts.");
	}

	public static CaseRefusedException banOfAdmin() {
		return new CaseRefusedException(RefusalKind.CONFLICT, "user.ban-admin",
				"An administrator cannot be banned. Change the role first.");
	}

	static CaseRefusedException banNeedsAdmin() {
		return new CaseRefusedException(RefusalKind.FORBIDDEN, "case.ban-needs-admin",
				"Only administrators can ban an account. Moderators can remove the post.");
	}

}
