package org.parley.auth.tokens.refresh;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.UserSession;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Exchanges a refresh token for its successor. Of several that come at once one makes the
 * successor, and the others are given the same.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700,
 * 4.14.2</a>
 */
@Component
class RefreshSession {

	private final RefreshTokens tokens;

	private final UserSessions userSessions;

	private final Users users;

	private final StartSession startSession;

	private final SendSecurityAlert sendSecurityAlert;

	private final UnitOfWork work;

	private final Audit audit;

	private final UserSessionSettings settings;

	private final InstantSource clock;

	private final RandomGenerator random;

	RefreshSession(RefreshTokens tokens, UserSessions userSessions, Users users, StartSession startSession,
			SendSecurityAlert sendSecurityAlert, UnitOfWork work, Audit audit, UserSessionSettings settings,
			InstantSource clock, RandomGenerator random) {
		this.tokens = tokens;
		this.userSessions = userSessions;
		this.users = users;
		this.startSession = startSession;
		this.sendSecurityAlert = sendSecurityAlert;
		this.work = work;
		this.audit = audit;
		this.settings = settings;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Renews the tokens of a session.
	 * @throws ProblemException 401 {@code auth.refresh-invalid} when the token counts no
	 * more, {@code auth.refresh-reused} when it was used before, which ends its session;
	 * 403 {@code auth.banned}
	 */
	SignInTokens refresh(RefreshSecret secret, ClientDevice clientDevice) {
		if (!secret.isFormed()) {
			throw invalid();
		}
		return this.work.run(() -> exchange(secret, clientDevice)).orElseThrow(RefreshSession::reused);
	}

	/** Empty when the family has ended just now, which must be kept. */
	private Optional<SignInTokens> exchange(RefreshSecret secret, ClientDevice clientDevice) {
		var token = this.tokens.findById(secret.hash()).orElseThrow(RefreshSession::invalid);
		var now = this.clock.instant();
		var userSession = this.userSessions.findById(token.sessionId()).orElseThrow(RefreshSession::invalid);
		if (!userSession.isLive(now)) {
			throw refusal(userSession, now);
		}
		return switch (token.presented(clientDevice, now, this.settings.grace())) {
			case FIRST -> Optional.of(succeed(token, secret, userSession, clientDevice));
			case REPEATED -> Optional.of(answer(userSession, secret.open(token.successor(), this.random)));
			case REUSED -> endFamily(userSession, clientDevice);
			case EXPIRED -> throw invalid();
		};
	}

	/** Who still holds a token of a session that a ban has ended is told so. */
	private ProblemException refusal(UserSession ended, Instant now) {
		return this.users.findById(ended.userId())
			.flatMap((user) -> user.refusal(now))
			.<ProblemException>map((banned) -> banned)
			.orElseGet(RefreshSession::invalid);
	}

	private SignInTokens succeed(RefreshToken token, RefreshSecret secret, UserSession userSession,
			ClientDevice clientDevice) {
		var now = this.clock.instant();
		var successor = RefreshSecret.next(this.random);
		token.use(clientDevice, now, secret.seal(successor, this.random));
		this.tokens.save(token);
		this.tokens.save(RefreshToken.of(successor, userSession.id(), now.plus(this.settings.refreshToken())));
		userSession.use(clientDevice, now, this.settings.refreshToken(), this.settings.longest());
		this.userSessions.save(userSession);
		return answer(userSession, successor);
	}

	private Optional<SignInTokens> endFamily(UserSession userSession, ClientDevice clientDevice) {
		userSession.end(SessionEndReason.REFRESH_REUSED, this.clock.instant());
		this.userSessions.save(userSession);
		this.users.findById(userSession.userId())
			.ifPresent((user) -> this.sendSecurityAlert.alert(user, SecurityAlert.Kind.SESSION_STOLEN));
		this.audit.record(AuditAction.REFRESH_REUSED, userSession.userId(), null, userSession.id(), clientDevice);
		return Optional.empty();
	}

	private SignInTokens answer(UserSession userSession, RefreshSecret successor) {
		var user = this.users.findById(userSession.userId()).orElseThrow(RefreshSession::invalid);
		return this.startSession.renewed(user, userSession.id(), successor);
	}

	private static ProblemException invalid() {
		return new ProblemException(HttpStatus.UNAUTHORIZED, "auth.refresh-invalid",
				"The refresh token does not count, or no longer. Sign in again.");
	}

	private static ProblemException reused() {
		return new ProblemException(HttpStatus.UNAUTHORIZED, "auth.refresh-reused",
				"The refresh token was used before. To be safe, the session has ended. Sign in again.");
	}

}
