package org.parley.auth.user;

import java.time.Instant;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/**
 * 403 {@code account.deleting}, with the end of the restoration period. Only the owner,
 * who has proved who they are, receives it.
 */
public final class AccountDeletingException extends RefusalException {

	private final transient User user;

	AccountDeletingException(User user, Instant end) {
		super(RefusalKind.FORBIDDEN, "account.deleting",
				"This account will be deleted on %s. Until then POST /api/v1/auth/restore-account restores it."
					.formatted(end));
		this.user = user;
	}

	/** The closed account. */
	public User user() {
		return this.user;
	}

}
