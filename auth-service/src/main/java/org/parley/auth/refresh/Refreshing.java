package org.parley.auth.refresh;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.session.Session;
import org.parley.auth.session.SessionEnd;
import org.parley.auth.session.SessionSettings;
import org.parley.auth.session.Sessions;
import org.parley.auth.user.Users;
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
class Refreshing {

	private final RefreshTokens tokens;

	private final Sessions sessions;

	private final Users users;

	private final SigningIn signingIn;

	private final Alerting alerting;

	private final UnitOfWork work;

	private final Audit audit;

	private final SessionSettings settings;

	private final InstantSource clock;

	private final RandomGenerator random;

	Refreshing(RefreshTokens tokens, Sessions sessions, Users users, SigningIn signingIn, Alerting alerting,
			UnitOfWork work, Audit audit, SessionSettings settings, InstantSource clock, RandomGenerator random) {
		this.tokens = tokens;
		this.sessions = sessions;
		this.users = users;
		this.signingIn = signingIn;
		this.alerting = alerting;
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
	SignedIn refresh(RefreshSecret secret, Client client) {
		if (!secret.isFormed()) {
			throw invalid();
		}
		return this.work.run(() -> exchange(secret, client)).orElseThrow(Refreshing::reused);
	}

	/** Empty when the family has ended just now, which must be kept. */
	private Optional<SignedIn> exchange(RefreshSecret secret, Client client) {
		var token = this.tokens.findById(secret.hash()).orElseThrow(Refreshing::invalid);
		var now = this.clock.instant();
		var session = this.sessions.findById(token.sessionId()).orElseThrow(Refreshing::invalid);
		if (!session.isLive(now)) {
			throw refusal(session, now);
		}
		return switch (token.presented(client, now, this.settings.grace())) {
			case FIRST -> Optional.of(succeed(token, secret, session, client));
			case REPEATED -> Optional.of(answer(session, secret.open(token.successor(), this.random)));
			case REUSED -> endFamily(session, client);
			case EXPIRED -> throw invalid();
		};
	}

	/** Who still holds a token of a session that a ban has ended is told so. */
	private ProblemException refusal(Session ended, Instant now) {
		return this.users.findById(ended.userId())
			.flatMap((user) -> user.refusal(now))
			.<ProblemException>map((banned) -> banned)
			.orElseGet(Refreshing::invalid);
	}

	private SignedIn succeed(RefreshToken token, RefreshSecret secret, Session session, Client client) {
		var now = this.clock.instant();
		var successor = RefreshSecret.next(this.random);
		token.use(client, now, secret.seal(successor, this.random));
		this.tokens.save(token);
		this.tokens.save(RefreshToken.of(successor, session.id(), now.plus(this.settings.refreshToken())));
		session.use(client, now, this.settings.refreshToken(), this.settings.longest());
		this.sessions.save(session);
		return answer(session, successor);
	}

	private Optional<SignedIn> endFamily(Session session, Client client) {
		session.end(SessionEnd.REFRESH_REUSED, this.clock.instant());
		this.sessions.save(session);
		this.users.findById(session.userId())
			.ifPresent((user) -> this.alerting.alert(user, SecurityAlert.Kind.SESSION_STOLEN));
		this.audit.record(Act.REFRESH_REUSED, session.userId(), null, session.id(), client);
		return Optional.empty();
	}

	private SignedIn answer(Session session, RefreshSecret successor) {
		var user = this.users.findById(session.userId()).orElseThrow(Refreshing::invalid);
		return this.signingIn.renewed(user, session.id(), successor);
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
