package org.parley.auth.oauth.grant;

import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.auth.user.Users;
import org.parley.auth.user.digest.Sha256;
import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Grants in the database. A grant that was read is saved only over what was read: of two
 * who redeem one code, or one refresh token, one wins.
 */
@Component
class MongoAuthorizationService implements OAuth2AuthorizationService {

	static final String COLLECTION = "oauth_grants";

	private static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

	private final MongoOperations mongo;

	private final Users users;

	private final UserSessions userSessions;

	private final MongoAuthorizationConsentService consents;

	private final UnitOfWork work;

	private final InstantSource clock;

	MongoAuthorizationService(MongoOperations mongo, Users users, UserSessions userSessions,
			MongoAuthorizationConsentService consents, UnitOfWork work, InstantSource clock) {
		this.mongo = mongo;
		this.users = users;
		this.userSessions = userSessions;
		this.consents = consents;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Keeps it. A new one has an id of ours from now on: the {@code sid} of its access
	 * token, if there is one, else another.
	 * @throws OAuth2AuthorizationCodeRequestAuthenticationException {@code invalid_grant}
	 * when it was changed or ended since it was read, or a code is redeemed whose session
	 * has ended; {@code access_denied} when the session has ended in which it is given,
	 * or the consent was withdrawn that it is given for
	 */
	@Override
	public void save(OAuth2Authorization grant) {
		var before = LoadedGrant.in(grant);
		try {
			this.work.run(() -> (before != null) ? replace(grant, before) : insert(grant));
		}
		catch (DuplicateKeyException ex) {
			throw refused(OAuth2ErrorCodes.INVALID_GRANT);
		}
	}

	private Document insert(OAuth2Authorization grant) {
		var kept = GrantDocument.of(grant, id(grant), null, this.clock.instant());
		requireGiver(grant, kept.getString("_id"));
		requireConsent(grant);
		return this.mongo.insert(kept, COLLECTION);
	}

	private Document replace(OAuth2Authorization grant, LoadedGrant before) {
		var kept = GrantDocument.of(grant, grant.getId(), before, this.clock.instant());
		if (!before.given()) {
			requireGiver(grant, grant.getId());
		}
		var read = new Document("_id", grant.getId()).append("version", before.version());
		var found = this.mongo.execute(COLLECTION, (grants) -> grants.replaceOne(read, kept).getMatchedCount());
		if (found == null || found == 0) {
			throw refused(OAuth2ErrorCodes.INVALID_GRANT);
		}
		return kept;
	}

	/**
	 * What ends all that somebody was given must know of this grant, or come before it.
	 */
	private void requireGiver(OAuth2Authorization grant, String id) {
		if (grant.getAttribute(Principal.class.getName()) instanceof BrowserUser browserUser) {
			this.users.forceConflict(browserUser.getPrincipal(), id);
			if (!isSignedIn(browserUser)) {
				throw refused((grant.getAccessToken() != null) ? OAuth2ErrorCodes.INVALID_GRANT
						: OAuth2ErrorCodes.ACCESS_DENIED);
			}
		}
	}

	/** A code that is issued without a question is issued for a consent that stands. */
	private void requireConsent(OAuth2Authorization grant) {
		if (grant.getToken(OAuth2AuthorizationCode.class) == null || grant.getAccessToken() != null) {
			return;
		}
		var given = this.consents.findById(grant.getRegisteredClientId(), grant.getPrincipalName());
		if (given == null || !given.getScopes().containsAll(grant.getAuthorizedScopes())) {
			throw refused(OAuth2ErrorCodes.ACCESS_DENIED);
		}
	}

	private boolean isSignedIn(BrowserUser browserUser) {
		return this.userSessions.findById(browserUser.sessionId())
			.filter((session) -> session.userId().equals(browserUser.getPrincipal())
					&& session.isLive(this.clock.instant()))
			.isPresent();
	}

	private static String id(OAuth2Authorization grant) {
		if (ID.matcher(grant.getId()).matches()) {
			return grant.getId();
		}
		return Optional.ofNullable(grant.getAccessToken())
			.map(OAuth2Authorization.Token::getClaims)
			.map((claims) -> claims.get("sid"))
			.map(String::valueOf)
			.filter((sid) -> ID.matcher(sid).matches())
			.orElseGet(Ids::next);
	}

	/** The kind of exception that all of Spring's endpoints know how to answer. */
	private static OAuth2AuthorizationCodeRequestAuthenticationException refused(String code) {
		return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code), null);
	}

	/** Forgets it. What has tokens is ended: {@link EndGrants}. */
	@Override
	public void remove(OAuth2Authorization grant) {
		this.mongo.remove(Query.query(Criteria.where("_id").is(grant.getId())), COLLECTION);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		var kept = this.mongo.findById(id, Document.class, COLLECTION);
		return (kept != null) ? GrantDocument.grant(kept, null) : null;
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType kind) {
		var keys = (kind != null) ? List.of(GrantDocument.key(kind.getValue(), Sha256.hex(token)))
				: GrantDocument.keys(token);
		var kept = this.mongo.findOne(Query.query(Criteria.where("keys").in(keys)), Document.class, COLLECTION);
		return (kept != null) ? GrantDocument.grant(kept, token) : null;
	}

}
