package org.parley.auth.oauth.grant;

import java.time.Instant;
import java.util.TreeSet;

import org.bson.Document;
import org.parley.auth.oauth.firstparty.WebClientSettings;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.TokensRevoked;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;

/**
 * Ends grants: deletes their refresh tokens and revokes their access tokens in all
 * services.
 */
@Component
public class EndGrants {

	private static final int BATCH = 100;

	private final MongoOperations mongo;

	private final Users users;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	EndGrants(MongoOperations mongo, Users users, UnitOfWork unitOfWork, ApplicationEventPublisher events,
			Audit audit) {
		this.mongo = mongo;
		this.users = users;
		this.unitOfWork = unitOfWork;
		this.events = events;
		this.audit = audit;
	}

	/** Ends a grant; false when there is none. */
	public boolean end(String id, SessionEndReason reason) {
		return end(Criteria.where("_id").is(id), 1, reason) == 1;
	}

	/** Ends the grants of a user to an app; returns their number. */
	public int endOfUserAndClient(String userId, String client, SessionEndReason reason) {
		return endAll(Criteria.where("client").is(client).and("principal").is(userId), reason);
	}

	/**
	 * Ends all grants and consents of a user together with their personal tokens. Grants
	 * of the web client end with their sessions.
	 */
	@EventListener
	void on(TokensRevoked event) {
		var given = Criteria.where("principal").is(event.userId()).and("client").ne(WebClientSettings.ID);
		var consents = MongoAuthorizationConsentService.allOf(event.userId());
		var clients = new TreeSet<>(this.mongo.findDistinct(Query.query(given), "client",
				MongoAuthorizationService.COLLECTION, Document.class, String.class));
		clients.addAll(this.mongo.findDistinct(consents, "client", MongoAuthorizationConsentService.COLLECTION,
				Document.class, String.class));
		this.mongo.remove(consents, MongoAuthorizationConsentService.COLLECTION);
		endAll(given, event.reason());
		for (var client : clients) {
			this.audit.recordWithoutRequest(AuditAction.APP_ACCESS_WITHDRAWN, event.userId(), null, client);
		}
	}

	/** Ends all grants of an app; returns their number. */
	public int endOfClient(String client, SessionEndReason reason) {
		return endAll(Criteria.where("client").is(client), reason);
	}

	/**
	 * Ends the first grants of an app, as many as fit one transaction. Part of the
	 * caller's transaction.
	 */
	public void endFirstOfClient(String client, SessionEndReason reason) {
		end(Criteria.where("client").is(client), BATCH, reason);
	}

	/**
	 * Ends the grants and the consent of a user to an app; false when there are none.
	 * Part of the caller's transaction. No code is issued for the consent afterwards.
	 */
	public boolean withdraw(String userId, String client) {
		this.users.forceConflict(userId, client);
		var consent = this.mongo.remove(
				Query.query(Criteria.where("_id").is(MongoAuthorizationConsentService.id(client, userId))),
				MongoAuthorizationConsentService.COLLECTION);
		return endOfUserAndClient(userId, client, SessionEndReason.ENDED_BY_OWNER) + consent.getDeletedCount() > 0;
	}

	/**
	 * Ends the grants of users that have expired, and deletes those of apps for
	 * themselves, which end with each token; returns the number of the former.
	 */
	int endExpired(Instant now) {
		var ended = endAll(expired(now).and("type").ne(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()),
				SessionEndReason.EXPIRED);
		this.mongo.remove(Query.query(expired(now)), MongoAuthorizationService.COLLECTION);
		return ended;
	}

	private static Criteria expired(Instant now) {
		return Criteria.where("expiresAt").lte(now);
	}

	/** Deletes all consents to an app. */
	public void deleteConsents(String client) {
		this.mongo.remove(Query.query(Criteria.where("client").is(client)),
				MongoAuthorizationConsentService.COLLECTION);
	}

	/** Each batch has its own transaction, unless the caller has one. */
	private int endAll(Criteria which, SessionEndReason reason) {
		var count = 0;
		for (var ended = BATCH; ended == BATCH; count += ended) {
			ended = end(which, BATCH, reason);
		}
		return count;
	}

	private int end(Criteria which, int maximum, SessionEndReason reason) {
		return this.unitOfWork.run(() -> {
			var found = this.mongo.find(Query.query(which).limit(maximum), Document.class,
					MongoAuthorizationService.COLLECTION);
			var ids = found.stream().map((grant) -> grant.getString("_id")).toList();
			this.mongo.remove(Query.query(Criteria.where("_id").in(ids)), MongoAuthorizationService.COLLECTION);
			found.stream().filter(EndGrants::hasTokens).forEach((grant) -> publishRevocation(grant, reason));
			return found.size();
		});
	}

	private void publishRevocation(Document grant, SessionEndReason reason) {
		this.events.publishEvent(
				SessionRevoked.ofSession(grant.getString("principal"), grant.getString("_id"), reason.json()));
	}

	static boolean hasTokens(Document grant) {
		return grant.get("tokens", Document.class).containsKey(TokenKind.ACCESS.text());
	}

}
