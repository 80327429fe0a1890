package org.parley.moderation.cases;

import java.time.Duration;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The case does not let this happen. */
final class CaseRefusedException extends ProblemException {

	private static final Duration LATER = Duration.ofSeconds(2);

	private CaseRefusedException(HttpStatus status, String code, String detail) {
		super(status, code, detail);
	}

	static CaseRefusedException notFound() {
		return new CaseRefusedException(HttpStatus.NOT_FOUND, "case.not-found", "There is no such case.");
	}

	/** The case exists; a moment later it is known whether this moderator may see it. */
	static ProblemException categoryUnknown() {
		return ProblemException.later(HttpStatus.SERVICE_UNAVAILABLE, "case.category-unknown",
				"The rights of this case's category are not known yet. Try again in a moment.", LATER);
	}

	static CaseRefusedException claimed() {
		return new CaseRefusedException(HttpStatus.CONFLICT, "case.claimed", "Another moderator has taken this case.");
	}

	static CaseRefusedException closed(CaseStatus status) {
		return new CaseRefusedException(HttpStatus.CONFLICT, "case." + status.json(),
				"The case is " + status.json() + " already.");
	}

	static CaseRefusedException ownPost() {
		return new CaseRefusedException(HttpStatus.FORBIDDEN, "case.own-post", "Nobody decides about their own posts.");
	}

	static CaseRefusedException banNeedsAdmin() {
		return new CaseRefusedException(HttpStatus.FORBIDDEN, "case.ban-needs-admin",
				"Only administrators may ban an account. Moderators may remove the post.");
	}

}
