package org.parley.auth.oauth.grant;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.bson.Document;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Reads the permissions of apps from consents and grants. Requests for identification
 * only have a grant without a consent.
 */
@Component
public class AppPermissions {

	private static final String SCOPE = "SCOPE_";

	private final MongoOperations mongo;

	AppPermissions(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** The permissions of a user, one per app. */
	public Collection<AppPermission> findByUser(String userId) {
		var consents = this.mongo.find(MongoAuthorizationConsentService.allOf(userId), Document.class,
				MongoAuthorizationConsentService.COLLECTION);
		var grants = this.mongo.find(Query.query(Criteria.where("principal").is(userId)), Document.class,
				MongoAuthorizationService.COLLECTION);
		var found = new LinkedHashMap<String, AppPermission>();
		Stream
			.concat(consents.stream().map(AppPermissions::ofConsent),
					grants.stream().filter(EndGrants::hasTokens).map(AppPermissions::ofGrant))
			.forEach((permission) -> found.merge(permission.client(), permission, AppPermission::merge));
		return List.copyOf(found.values());
	}

	private static AppPermission ofConsent(Document consent) {
		var scopes = consent.getList("authorities", String.class)
			.stream()
			.filter((authority) -> authority.startsWith(SCOPE))
			.map((authority) -> authority.substring(SCOPE.length()))
			.toList();
		return new AppPermission(consent.getString("client"), scopes, instant(consent, "since"), null);
	}

	private static AppPermission ofGrant(Document grant) {
		return new AppPermission(grant.getString("client"), grant.getList("scopes", String.class),
				instant(grant, "createdAt"), instant(grant, "savedAt"));
	}

	private static Instant instant(Document stored, String name) {
		return stored.getDate(name).toInstant();
	}

}
