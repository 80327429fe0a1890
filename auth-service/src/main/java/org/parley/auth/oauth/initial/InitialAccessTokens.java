package org.parley.auth.oauth.initial;

import java.time.InstantSource;
import java.util.Optional;

import org.parley.auth.oauth.client.AppTerms;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Validates, uses and revokes initial access tokens. */
@Component
public class InitialAccessTokens {

	private final InitialTokens tokens;

	private final MongoOperations mongo;

	private final Users users;

	private final UnitOfWork unitOfWork;

	private final Audit audit;

	private final InstantSource clock;

	InitialAccessTokens(InitialTokens tokens, MongoOperations mongo, Users users, UnitOfWork unitOfWork, Audit audit,
			InstantSource clock) {
		this.tokens = tokens;
		this.mongo = mongo;
		this.users = users;
		this.unitOfWork = unitOfWork;
		this.audit = audit;
		this.clock = clock;
	}

	/** Lists unexpired tokens, newest first, used-up ones included. */
	Paged<InitialTokenView> page(PageQuery request) {
		return new NewestFirst(request).find(this.mongo, new Query(), InitialToken.class, InitialToken::id)
			.map((token) -> InitialTokenView.of(token, null));
	}

	/**
	 * Revokes a token.
	 * @throws RefusalException 404 {@code registration-token.not-found}
	 */
	void revoke(String id, String admin, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			var token = this.tokens.findById(id)
				.orElseThrow(
						() -> RefusalException.notFound("registration-token.not-found", "The token does not exist."));
			this.tokens.delete(token);
			this.audit.record(AuditAction.REGISTRATION_TOKEN_REMOVED, token.givenBy(), admin, id, clientDevice);
		});
	}

	/** The token, if it is valid and its issuer is still an administrator. */
	public Optional<InitialToken> find(String presented) {
		return this.tokens.findByHash(new OpaqueSecret(presented).hash())
			.filter((token) -> token.isLive(this.clock.instant())
					&& this.users.findById(token.givenBy()).filter(this::mayIssue).isPresent());
	}

	private boolean mayIssue(User issuer) {
		return issuer.role() == Role.ADMIN && issuer.isAdmitted(this.clock.instant());
	}

	/**
	 * Uses the token for an app. Part of the caller's transaction.
	 * @throws RefusalException as {@link InitialToken#use}
	 */
	public void use(InitialToken token, AppTerms app) {
		token.use(app);
		this.tokens.save(token);
	}

	/** Deletes the tokens of an administrator whose sessions have all ended. */
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

}
