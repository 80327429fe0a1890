package org.parley.auth.oauth.grant;

import java.security.Principal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.firstparty.WebClientSettings;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.auth.user.Users;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.Sha256;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.Index;
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
 * Stores grants with optimistic locking: of two concurrent uses of one code or refresh
 * token, one succeeds.
 */
@Component
class MongoAuthorizationService implements OAuth2AuthorizationService, InitializingBean {

	static final String COLLECTION = "oauth_grants";

	/** A job ends and deletes expired grants; MongoDB does so only if none has run. */
	private static final Duration FALLBACK = Duration.ofDays(7);

	private static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

	private final MongoOperations mongo;

	private final Users users;

	private final UserSessions userSessions;

	private final MongoAuthorizationConsentService consents;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	MongoAuthorizationService(MongoOperations mongo, Users users, UserSessions userSessions,
			MongoAuthorizationConsentService consents, UnitOfWork unitOfWork, InstantSource clock) {
		this.mongo = mongo;
		this.users = users;
		this.userSessions = userSessions;
		this.consents = consents;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(COLLECTION);
		indexes.createIndex(new Index("keys", Direction.ASC).unique().sparse());
		indexes.createIndex(new CompoundIndexDefinition(new Document("principal", 1).append("_id", 1)));
		indexes.createIndex(new CompoundIndexDefinition(new Document("client", 1).append("principal", 1)));
		indexes.createIndex(new Index("expiresAt", Direction.ASC).expire(FALLBACK));
	}

	/**
	 * Saves a grant. A new one gets an id of ours: the {@code sid} of its access token,
	 * if there is one.
	 * @throws OAuth2AuthorizationCodeRequestAuthenticationException {@code invalid_grant}
	 * when it has changed since it was loaded, or the session of a redeemed code has
	 * ended; {@code access_denied} when the session that grants it has ended or its
	 * consent was withdrawn
	 */
	@Override
	public void save(OAuth2Authorization grant) {
		var loaded = LoadedGrant.find(grant);
		try {
			this.unitOfWork.run(() -> (loaded != null) ? replace(grant, loaded) : insert(grant));
		}
		catch (DuplicateKeyException ex) {
			throw refused(OAuth2ErrorCodes.INVALID_GRANT);
		}
	}

	private Document insert(OAuth2Authorization grant) {
		var document = GrantDocument.of(grant, id(grant), null, this.clock.instant());
		requireLiveSession(grant, document.getString("_id"));
		requireConsent(grant);
		return this.mongo.insert(document, COLLECTION);
	}

	private Document replace(OAuth2Authorization grant, LoadedGrant loaded) {
		var document = GrantDocument.of(grant, grant.getId(), loaded, this.clock.instant());
		if (!loaded.given()) {
			requireLiveSession(grant, grant.getId());
		}
		var read = new Document("_id", grant.getId()).append("version", loaded.version());
		var found = this.mongo.execute(COLLECTION, (grants) -> grants.replaceOne(read, document).getMatchedCount());
		if (found == null || found == 0) {
			throw refused(OAuth2ErrorCodes.INVALID_GRANT);
		}
		return document;
	}

	/** Requires a live session, and conflicts with transactions that end all grants. */
	private void requireLiveSession(OAuth2Authorization grant, String id) {
		if (grant.getAttribute(Principal.class.getName()) instanceof BrowserUser browserUser) {
			this.users.forceConflict(browserUser.getPrincipal(), id);
			if (!hasLiveSession(browserUser)) {
				throw refused((grant.getAccessToken() != null) ? OAuth2ErrorCodes.INVALID_GRANT
						: OAuth2ErrorCodes.ACCESS_DENIED);
			}
		}
	}

	/** A code requires a consent that covers its scopes, except for the web client. */
	private void requireConsent(OAuth2Authorization grant) {
		if (grant.getToken(OAuth2AuthorizationCode.class) == null || grant.getAccessToken() != null
				|| WebClientSettings.isWebClient(grant.getRegisteredClientId())) {
			return;
		}
		var given = this.consents.findById(grant.getRegisteredClientId(), grant.getPrincipalName());
		if (given == null || !given.getScopes().containsAll(grant.getAuthorizedScopes())) {
			throw refused(OAuth2ErrorCodes.ACCESS_DENIED);
		}
	}

	private boolean hasLiveSession(BrowserUser browserUser) {
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

	/** All endpoints of Spring handle this type of exception. */
	private static OAuth2AuthorizationCodeRequestAuthenticationException refused(String code) {
		return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code), null);
	}

	/** Deletes a grant. {@link EndGrants} also revokes its tokens. */
	@Override
	public void remove(OAuth2Authorization grant) {
		this.mongo.remove(Query.query(Criteria.where("_id").is(grant.getId())), COLLECTION);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		var document = this.mongo.findById(id, Document.class, COLLECTION);
		return (document != null) ? GrantDocument.toGrant(document, null) : null;
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType kind) {
		var keys = (kind != null) ? List.of(GrantDocument.key(kind.getValue(), Sha256.hex(token)))
				: GrantDocument.keys(token);
		var document = this.mongo.findOne(Query.query(Criteria.where("keys").in(keys)), Document.class, COLLECTION);
		return (document != null) ? GrantDocument.toGrant(document, token) : null;
	}

}
