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
			.exporting("_id", "username", "email", "emailVerified", "role", "profile", "createdAt", "lastSeenAt")
			.deleting();
	}

	@Bean
	PersonalData sessionData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "sessions", "sessions", "userId")
			.exporting("createdAt", "device", "address", "lastUsedAt", "endedAt")
			.deleting();
	}

	@Bean
	PersonalData browserSessionData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "browser-sessions", "browser_sessions", "userId").deleting();
	}

	@Bean
	PersonalData personalTokenData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "personal-tokens", "personal_tokens", "userId")
			.exporting("name", "scopes", "createdAt", "expiresAt", "lastUsedAt")
			.deleting();
	}

	@Bean
	PersonalData passkeyData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "passkeys", "passkeys", "userId")
			.exporting("name", "createdAt", "lastUsedAt")
			.deleting();
	}

	/** Apps are deleted with the account, after their grants have ended. */
	@Bean
	PersonalData appData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "apps", "oauth_clients", "owner")
			.exporting("_id", "terms", "createdAt", "changedAt");
	}

	@Bean
	PersonalData initialTokenData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "app-registration-tokens", "oauth_initial_tokens", "givenBy")
			.exporting("description", "kinds", "scopes", "createdAt", "expiresAt")
			.deleting();
	}

	@Bean
	PersonalData grantData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "app-grants", "oauth_grants", "principal")
			.exporting("client", "scopes", "createdAt", "savedAt")
			.deleting();
	}

	@Bean
	PersonalData consentData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "app-consents", "oauth_consents")
			.exporting("client", "authorities", "since")
			.deleting();
	}

	@Bean
	PersonalData deviceData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "known-devices", "known_devices").deleting();
	}

	@Bean
	PersonalData linkData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "mailed-links", "mail_tokens", "owner").deleting();
	}

	@Bean
	PersonalData auditData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "audit", "audit", "userId")
			.exporting("at", "act", "detail")
			.changed((person) -> new Update().unset("address").unset("detail"));
	}

	@Bean
	PersonalData exportData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "exports", "exports").deleting();
	}

	@Bean
	PersonalData exportPartData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "export-parts", "export_parts", "userId").deleting();
	}

}
