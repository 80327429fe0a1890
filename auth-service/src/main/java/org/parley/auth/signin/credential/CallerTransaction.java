package org.parley.auth.signin.credential;

import java.util.function.Function;

import org.parley.auth.tokens.session.HoldSession;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Changes the caller's account in a transaction that fails once their session has ended.
 */
@Component
public class CallerTransaction {

	private final HoldSession holdSession;

	private final Users users;

	private final UnitOfWork unitOfWork;

	CallerTransaction(HoldSession holdSession, Users users, UnitOfWork unitOfWork) {
		this.holdSession = holdSession;
		this.users = users;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Runs the change.
	 * @throws org.springframework.security.oauth2.server.resource.InvalidBearerTokenException
	 * when the session has ended since the request began
	 */
	public <T> T run(Caller caller, Function<User, T> change) {
		return this.unitOfWork.run(() -> {
			this.holdSession.requireLive(caller);
			return change.apply(this.users.findById(caller.id()).orElseThrow());
		});
	}

}
