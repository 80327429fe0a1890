package org.parley.auth.user;

import java.time.Instant;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** 403 {@code account.deleting}, with the end of the restoration period. */
public final class AccountDeletingException extends RefusalException {

	AccountDeletingException(Instant end) {
		super(RefusalKind.FORBIDDEN, "account.deleting",
				"This account will be deleted on %s. Until then POST /api/v1/auth/restore-account restores it."
					.formatted(end));
	}

}
