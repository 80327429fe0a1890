package org.parley.auth.account.privacy;

import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data that this service stores. The account, its tokens and its second
 * factor are deleted with the account. The audit keeps ids for one year.
 */
@Configuration(proxyBeanMethods = false)
class AuthPersonalData {

	@Bean
	PersonalCollections authData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.one("account", "users")
			.exporting("_id", "username", "email", "emailVerified", "role", "profile", "createdAt", "lastSeenAt",
					"groups", "directory", "erasureAt", "ban.reason", "ban.until", "ban.at")
			.deleting();
		data.indexed("sessions", "sessions", "userId")
			.exporting("createdAt", "device", "address", "lastUsedAt", "endedAt")
			.deleting();
		data.indexed("browser-sessions", "browser_sessions", "userId").deleting();
		data.of("personal-tokens", "personal_tokens", "userId")
			.exporting("name", "scopes", "createdAt", "expiresAt", "lastUsedAt")
			.deleting();
		data.of("passkeys", "passkeys", "userId").exporting("name", "createdAt", "lastUsedAt").deleting();
		data.of("identities", "identities", "userId")
			.exporting("provider", "issuer", "label", "createdAt", "lastUsedAt")
			.deleting();
		data.of("invitations", "invitations", "invitedBy")
			.exporting("email", "note", "uses", "left", "groups", "createdAt", "expiresAt")
			.deleting();
		// Erasure replaces who banned others by the deleted user
		data.indexed("bans-imposed", "users", "ban.by._id").changed((_) -> DeletedUser.at("ban.by"));
		data.indexed("shorter-bans-imposed", "users", "shorterBans.by._id")
			.changed((person) -> DeletedUser.renaming(new Update(), "shorterBans.$[theirs].by")
				.filterArray(Criteria.where("theirs.by._id").is(person)));
		data.indexed("invited-people", "users", "invitedBy").changed((person) -> new Update().unset("invitedBy"));
		// Apps are deleted with the account, after their grants have ended
		data.of("apps", "oauth_clients", "owner").exporting("_id", "terms", "createdAt", "changedAt");
		data.of("app-registration-tokens", "oauth_initial_tokens", "givenBy")
			.exporting("description", "kinds", "scopes", "createdAt", "expiresAt")
			.deleting();
		data.of("app-grants", "oauth_grants", "principal")
			.exporting("client", "scopes", "createdAt", "savedAt")
			.deleting();
		data.withIdPrefix("app-consents", "oauth_consents").exporting("client", "authorities", "since").deleting();
		data.one("known-devices", "known_devices").deleting();
		data.indexed("mailed-links", "mail_tokens", "owner").deleting();
		data.indexed("mailed-codes", "mailed_codes", "owner").deleting();
		data.of("audit", "audit", "userId")
			.exporting("at", "act", "detail")
			.changed((person) -> new Update().unset("address").unset("detail"));
		data.indexed("audited-acts", "audit", "by").changed((person) -> new Update().unset("address"));
		data.one("exports", "exports").deleting();
		data.indexed("export-parts", "export_parts", "userId").deleting();
		return data;
	}

}
