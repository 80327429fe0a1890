package org.parley.auth.oauth.initial;

import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.auth.oauth.client.AppTerms;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.tokens.session.SessionRevoked;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives initial access tokens, takes them back, and counts what they are used for. */
@Component
public class InitialAccessTokens {

	private final InitialTokens tokens;

	private final VerifyOwner proving;

	private final Users users;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	InitialAccessTokens(InitialTokens tokens, VerifyOwner proving, Users users, UnitOfWork work, Audit audit,
			InstantSource clock, RandomGenerator random) {
		this.tokens = tokens;
		this.proving = proving;
		this.users = users;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * An administrator gives one.
	 * @throws ProblemException as {@link VerifyOwner} and {@link InitialToken#give} say
	 */
	Given give(Caller admin, InitialTokenRequest wish, ClientDevice clientDevice) {
		var secret = InitialSecret.next(this.random);
		return this.proving.prove(admin, wish.proof(), clientDevice, (giver) -> {
			var token = InitialToken.give(Ids.next(), secret, wish, giver.id(), this.clock.instant());
			this.audit.record(AuditAction.REGISTRATION_TOKEN_CREATED, giver.id(), token.id(), clientDevice);
			return new Given(this.tokens.save(token), secret);
		});
	}

	/**
	 * Takes one back, whoever gave it.
	 * @throws ProblemException 404 {@code registration-token.not-found}
	 */
	void takeBack(String id, String admin, ClientDevice clientDevice) {
		this.work.run(() -> {
			var token = this.tokens.findById(id)
				.orElseThrow(
						() -> ProblemException.notFound("registration-token.not-found", "There is no such token."));
			this.tokens.delete(token);
			this.audit.record(AuditAction.REGISTRATION_TOKEN_REMOVED, token.givenBy(), admin, id, clientDevice);
			return id;
		});
	}

	/** The token that counts, as long as who gave it is an administrator. */
	public Optional<InitialToken> find(String presented) {
		return this.tokens.findByHash(new InitialSecret(presented).hash())
			.filter((token) -> token.isLive(this.clock.instant())
					&& this.users.findById(token.givenBy()).filter(this::mayGive).isPresent());
	}

	private boolean mayGive(User giver) {
		return giver.role() == Role.ADMIN && giver.refusal(this.clock.instant()).isEmpty() && giver.erasureAt() == null;
	}

	/**
	 * An app is registered with it, in the same transaction.
	 * @throws ProblemException 400 as {@link InitialToken#use} says
	 */
	public void use(InitialToken token, AppTerms app) {
		token.use(app);
		this.tokens.save(token);
	}

	/** What ends all that somebody has given ends these, too. */
	@EventListener
	void on(SessionRevoked event) {
		if (event.endsAll()) {
			this.tokens.deleteByGivenBy(event.userId());
		}
	}

	@EventListener
	void on(TokensRevoked event) {
		this.tokens.deleteByGivenBy(event.userId());
	}

	/**
	 * A token, this once with its secret.
	 *
	 * @param token what is kept
	 * @param secret what is not
	 */
	record Given(InitialToken token, InitialSecret secret) {
	}

}
