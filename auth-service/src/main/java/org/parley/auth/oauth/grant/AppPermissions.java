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
 * Reads what people have permitted which app: what they agreed to, and what apps have
 * tokens for, which need not be asked for when all that they want is to know who it is.
 */
@Component
public class AppPermissions {

	private static final String SCOPE = "SCOPE_";

	private final MongoOperations mongo;

	AppPermissions(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** All of a person, one for each app. */
	public Collection<AppPermission> of(String person) {
		var consents = this.mongo.find(MongoAuthorizationConsentService.allOf(person), Document.class,
				MongoAuthorizationConsentService.COLLECTION);
		var grants = this.mongo.find(Query.query(Criteria.where("principal").is(person)), Document.class,
				MongoAuthorizationService.COLLECTION);
		var found = new LinkedHashMap<String, AppPermission>();
		Stream
			.concat(consents.stream().map(AppPermissions::agreed),
					grants.stream().filter(EndGrants::hasTokens).map(AppPermissions::used))
			.forEach((permission) -> found.merge(permission.client(), permission, AppPermission::and));
		return List.copyOf(found.values());
	}

	private static AppPermission agreed(Document consent) {
		var scopes = consent.getList("authorities", String.class)
			.stream()
			.filter((authority) -> authority.startsWith(SCOPE))
			.map((authority) -> authority.substring(SCOPE.length()))
			.toList();
		return new AppPermission(consent.getString("client"), scopes, instant(consent, "since"), null);
	}

	private static AppPermission used(Document grant) {
		return new AppPermission(grant.getString("client"), grant.getList("scopes", String.class),
				instant(grant, "createdAt"), instant(grant, "savedAt"));
	}

	private static Instant instant(Document kept, String name) {
		return kept.getDate(name).toInstant();
	}

}
