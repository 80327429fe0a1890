package org.parley.auth.user;

import java.time.Instant;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** 403 {@code account.deleting}, which says until when there is a way back. */
public final class AccountDeletingException extends ProblemException {

	AccountDeletingException(Instant end) {
		super(HttpStatus.FORBIDDEN, "account.deleting",
				"This account is deleted on %s. Until then POST /api/v1/auth/restore-account takes that back."
					.formatted(end));
	}

}
