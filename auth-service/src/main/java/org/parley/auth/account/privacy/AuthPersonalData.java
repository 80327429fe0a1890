package org.parley.auth.account.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data that this service stores. The account, its tokens and its second
 * factor are deleted with the account. The audit keeps ids for one year.
 */
@Configuration(proxyBeanMethods = false)
class AuthPersonalData {

	@Bean
	PersonalData accountData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "account", "users")
			.shown("_id", "username", "email", "emailVerified", "role", "profile", "createdAt", "lastSeenAt")
			.removed();
	}

	@Bean
	PersonalData sessionData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "sessions", "sessions", "userId")
			.shown("createdAt", "device", "address", "lastUsedAt", "endedAt")
			.removed();
	}

	@Bean
	PersonalData browserSessionData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "browser-sessions", "browser_sessions", "userId").removed();
	}

	@Bean
	PersonalData personalTokenData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "personal-tokens", "personal_tokens", "userId")
			.shown("name", "scopes", "createdAt", "expiresAt", "lastUsedAt")
			.removed();
	}

	@Bean
	PersonalData passkeyData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "passkeys", "passkeys", "userId")
			.shown("name", "createdAt", "lastUsedAt")
			.removed();
	}

	/** Apps are deleted with the account, after their grants have ended. */
	@Bean
	PersonalData appData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "apps", "oauth_clients", "owner")
			.shown("_id", "terms", "createdAt", "changedAt");
	}

	@Bean
	PersonalData initialTokenData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "app-registration-tokens", "oauth_initial_tokens", "givenBy")
			.shown("description", "kinds", "scopes", "createdAt", "expiresAt")
			.removed();
	}

	@Bean
	PersonalData grantData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "app-grants", "oauth_grants", "principal")
			.shown("client", "scopes", "createdAt", "savedAt")
			.removed();
	}

	@Bean
	PersonalData consentData(MongoOperations mongo) {
		return CollectionPersonalData.below(mongo, "app-consents", "oauth_consents")
			.shown("client", "authorities", "since")
			.removed();
	}

	@Bean
	PersonalData deviceData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "known-devices", "known_devices").removed();
	}

	@Bean
	PersonalData linkData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "mailed-links", "mail_tokens", "owner").removed();
	}

	@Bean
	PersonalData auditData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "audit", "audit", "userId")
			.shown("at", "act", "detail")
			.changed((person) -> new Update().unset("address").unset("detail"));
	}

	@Bean
	PersonalData exportData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "exports", "exports").removed();
	}

	@Bean
	PersonalData exportPartData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "export-parts", "export_parts", "userId").removed();
	}

}
