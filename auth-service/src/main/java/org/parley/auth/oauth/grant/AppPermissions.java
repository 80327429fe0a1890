package org.parley.auth.oauth.grant;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

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

	/** The access of an app to a user's account. */
	public record AppPermission(String client, List<String> scopes, Instant since, @Nullable Instant lastUsedAt) {

		/** Merges this with another permission of the same app. */
		AppPermission merge(AppPermission other) {
			return new AppPermission(this.client,
					Stream.of(this.scopes, other.scopes).flatMap(List::stream).distinct().sorted().toList(),
					this.since.isBefore(other.since) ? this.since : other.since,
					later(this.lastUsedAt, other.lastUsedAt));
		}

		private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
			if (one == null || other == null) {
				return (one != null) ? one : other;
			}
			return one.isAfter(other) ? one : other;
		}

	}

}
