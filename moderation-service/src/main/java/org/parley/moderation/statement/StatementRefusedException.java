package org.parley.moderation.statement;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The statement or its appeal does not allow the request. */
public final class StatementRefusedException extends RefusalException {

	private StatementRefusedException(RefusalKind kind, String code, String detail) {
		super(kind, code, detail);
	}

	public static StatementRefusedException notFound() {
		return new StatementRefusedException(RefusalKind.NOT_FOUND, "statement.not-found",
				"The statement does not exist.");
	}

	public static StatementRefusedException appealNotFound() {
		return new StatementRefusedException(RefusalKind.NOT_FOUND, "appeal.not-found", "The appeal does not exist.");
	}

	/** For every reason why a token does not count. */
	public static StatementRefusedException linkInvalid() {
		return new StatementRefusedException(RefusalKind.NOT_FOUND, "statement.link-invalid",
				"The link is invalid or has expired.");
	}

	static StatementRefusedException appealed() {
		return new StatementRefusedException(RefusalKind.CONFLICT, "appeal.exists",
				"You have already appealed against this decision.");
	}

	static StatementRefusedException ended(StatementStatus status) {
		return new StatementRefusedException(RefusalKind.CONFLICT, "statement." + status.json(),
				"This decision is no longer in force.");
	}

	static StatementRefusedException tooLate() {
		return new StatementRefusedException(RefusalKind.CONFLICT, "appeal.too-late",
				"The period for an appeal against this decision has ended.");
	}

	static StatementRefusedException answered() {
		return new StatementRefusedException(RefusalKind.CONFLICT, "appeal.answered",
				"The appeal is already answered or closed.");
	}

	static StatementRefusedException ownPost() {
		return new StatementRefusedException(RefusalKind.FORBIDDEN, "appeal.own-post",
				"Moderators cannot answer their own appeals.");
	}

	public static StatementRefusedException ownDecision() {
		return new StatementRefusedException(RefusalKind.FORBIDDEN, "appeal.own-decision",
				"Another moderator must answer an appeal against your decision.");
	}

}
