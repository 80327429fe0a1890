package org.parley.auth.oauth.grant;

import java.util.Set;
import java.util.TreeSet;

import org.bson.Document;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.SessionRevoked;
import org.parley.auth.user.Users;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Ends grants: nothing is left to refresh, and access tokens given for them are refused
 * wherever they come.
 */
@Component
public class EndGrants {

	private static final int BATCH = 100;

	private final MongoOperations mongo;

	private final Users users;

	private final UnitOfWork work;

	private final ApplicationEventPublisher events;

	EndGrants(MongoOperations mongo, Users users, UnitOfWork work, ApplicationEventPublisher events) {
		this.mongo = mongo;
		this.users = users;
		this.work = work;
		this.events = events;
	}

	/** Ends one; says whether it was there. */
	public boolean one(String id, SessionEndReason reason) {
		return end(Criteria.where("_id").is(id), 1, reason) == 1;
	}

	/** Ends all that an app has of a person; says how many. */
	public int of(String userId, String client, SessionEndReason reason) {
		return all(Criteria.where("client").is(client).and("principal").is(userId), reason);
	}

	/**
	 * Ends all that apps have of a person, and what the person agreed to; says which apps
	 * had something. Part of the transaction that asks.
	 */
	public Set<String> ofPerson(String userId, SessionEndReason reason) {
		var grants = Query.query(Criteria.where("principal").is(userId));
		var consents = Query.query(Criteria.where("_id").gte(userId + ":").lt(userId + ";"));
		var clients = new TreeSet<>(this.mongo.findDistinct(grants, "client", MongoAuthorizationService.COLLECTION,
				Document.class, String.class));
		clients.addAll(this.mongo.findDistinct(consents, "client", MongoAuthorizationConsentService.COLLECTION,
				Document.class, String.class));
		this.mongo.remove(consents, MongoAuthorizationConsentService.COLLECTION);
		all(Criteria.where("principal").is(userId), reason);
		return clients;
	}

	/** Ends all that an app has, of anybody; says how many. */
	public int ofClient(String client, SessionEndReason reason) {
		return all(Criteria.where("client").is(client), reason);
	}

	/**
	 * Ends as much of what an app has as one transaction bears. Part of the transaction
	 * that asks.
	 */
	public void firstOfClient(String client, SessionEndReason reason) {
		end(Criteria.where("client").is(client), BATCH, reason);
	}

	/**
	 * Ends all that an app has of a person, and what they agreed to; says whether there
	 * was anything. Part of the transaction that asks; a code that is being issued for
	 * that consent is issued before, or not at all.
	 */
	public boolean withdraw(String userId, String client) {
		this.users.forceConflict(userId, client);
		var consent = this.mongo.remove(
				Query.query(Criteria.where("_id").is(MongoAuthorizationConsentService.id(client, userId))),
				MongoAuthorizationConsentService.COLLECTION);
		return of(userId, client, SessionEndReason.ENDED_BY_OWNER) + consent.getDeletedCount() > 0;
	}

	/** Forgets who has permitted an app what. */
	public void forgetConsents(String client) {
		this.mongo.remove(Query.query(Criteria.where("client").is(client)),
				MongoAuthorizationConsentService.COLLECTION);
	}

	/** A batch has its own transaction, unless there is one: what was done, is done. */
	private int all(Criteria which, SessionEndReason reason) {
		var count = 0;
		for (var ended = BATCH; ended == BATCH; count += ended) {
			ended = end(which, BATCH, reason);
		}
		return count;
	}

	private int end(Criteria which, int most, SessionEndReason reason) {
		return this.work.run(() -> {
			var found = this.mongo.find(Query.query(which).limit(most), Document.class,
					MongoAuthorizationService.COLLECTION);
			var ids = found.stream().map((grant) -> grant.getString("_id")).toList();
			this.mongo.remove(Query.query(Criteria.where("_id").in(ids)), MongoAuthorizationService.COLLECTION);
			found.stream().filter(EndGrants::hasTokens).forEach((grant) -> tell(grant, reason));
			return found.size();
		});
	}

	private void tell(Document grant, SessionEndReason reason) {
		this.events.publishEvent(SessionRevoked.ofGrant(grant.getString("principal"), grant.getString("_id"), reason));
	}

	static boolean hasTokens(Document grant) {
		return grant.get("tokens", Document.class).containsKey(TokenKind.ACCESS.text());
	}

}
