package org.parley.auth.tokens.refresh;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.auth.tokens.refresh.RefreshTokenRotation.Found;
import org.parley.auth.tokens.session.AccessTokenIssuer;
import org.parley.auth.tokens.session.UserSession;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Exchanges a refresh token for its successor. One of several concurrent requests creates
 * the successor; the others receive the same one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700,
 * 4.14.2</a>
 */
@Component
class RefreshSession {

	private final RefreshTokenRotation rotation;

	private final EndReusedSession endReusedSession;

	private final AccessTokenIssuer accessTokenIssuer;

	private final Users users;

	private final UnitOfWork work;

	private final InstantSource clock;

	RefreshSession(RefreshTokenRotation rotation, EndReusedSession endReusedSession,
			AccessTokenIssuer accessTokenIssuer, Users users, UnitOfWork work, InstantSource clock) {
		this.rotation = rotation;
		this.endReusedSession = endReusedSession;
		this.accessTokenIssuer = accessTokenIssuer;
		this.users = users;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Renews the tokens of a session.
	 * @throws RefusalException 401 {@code auth.refresh-invalid} if the token is invalid
	 * or has expired, {@code auth.refresh-reused} if it was used before, which ends its
	 * session; 403 {@code auth.banned}; 429 {@code limit.exceeded}
	 */
	SignInTokens refresh(RefreshSecret secret, ClientDevice clientDevice) {
		if (!secret.isWellFormed()) {
			throw invalid();
		}
		return this.work.run(() -> exchange(secret, clientDevice)).orElseThrow(RefreshSession::reused);
	}

	/**
	 * Returns empty for a reused token: an exception would roll back the session's end.
	 */
	private Optional<SignInTokens> exchange(RefreshSecret secret, ClientDevice clientDevice) {
		var found = this.rotation.find(secret).orElseThrow(RefreshSession::invalid);
		var session = found.session();
		var now = this.clock.instant();
		if (!session.isLive(now)) {
			throw refusal(session, now);
		}
		return switch (this.rotation.classify(found, clientDevice, now)) {
			case FIRST -> Optional.of(answer(found, this.rotation.rotate(found, clientDevice, now)));
			case REPEATED -> Optional.of(answer(found, this.rotation.successorOf(found)));
			case REUSED -> {
				this.endReusedSession.end(session, clientDevice, now);
				yield Optional.empty();
			}
			case EXPIRED -> throw invalid();
		};
	}

	/** Reports a ban to the holder of a token of the session that the ban has ended. */
	private RefusalException refusal(UserSession ended, Instant now) {
		return this.users.findById(ended.userId())
			.flatMap((user) -> user.refusal(now))
			.<RefusalException>map((banned) -> banned)
			.orElseGet(RefreshSession::invalid);
	}

	private SignInTokens answer(Found found, RefreshSecret successor) {
		var session = found.session();
		var user = this.users.findById(session.userId()).orElseThrow(RefreshSession::invalid);
		return SignInTokens.issue(this.accessTokenIssuer, user, session.id(), successor, null);
	}

	private static RefusalException invalid() {
		return new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.refresh-invalid",
				"The refresh token is invalid or has expired. Sign in again.");
	}

	private static RefusalException reused() {
		return new RefusalException(RefusalKind.UNAUTHENTICATED, "auth.refresh-reused",
				"The refresh token was used before. The session has ended to protect the account. Sign in again.");
	}

}
