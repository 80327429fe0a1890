package org.parley.auth;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.test.database.RecordedQuery;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.database.RecordedQuery.asked;

/** Every query that this service sends uses an index. */
@AuthTest
class IndexesIT {

	@Autowired
	private Api api;

	@Autowired
	private MongoOperations mongo;

	@BeforeEach
	void seedData() {
		this.api.register();
	}

	static Stream<RecordedQuery> queries() {
		var now = Instant.EPOCH;
		return Stream.of(asked("users", "{usernameKey: 'alice'}", "{}"),
				asked("users", "{emailKey: 'alice@example.org'}", "{}"), asked("users", "{role: 'ADMIN'}", "{}"),
				asked("users", "{}", "{usernameKey: 1}"), asked("users", "{}", "{usernameKey: -1}"),
				asked("users", "{$and: [{usernameKey: {$gte: 'a', $lt: 'b'}}, {usernameKey: {$gt: 'ab'}}]}",
						"{usernameKey: 1}"),
				asked("users", "{$and: [{emailKey: {$gte: 'a@', $lt: 'a@b'}}]}", "{emailKey: 1}"),
				asked("users", "{$and: [{role: 'MODERATOR'}]}", "{usernameKey: 1}"),
				asked("users", "{$and: [{role: 'MODERATOR'}, {emailKey: {$gte: 'a@', $lt: 'b'}}]}", "{emailKey: -1}"),
				new RecordedQuery("sessions",
						Document.parse("{userId: 'alice', endedAt: null}")
							.append("expiresAt", new Document("$gt", now)),
						Document.parse("{_id: -1}")),
				asked("users", "{'ban.until': {$lte: ISODate('1970-01-01T00:00:00Z')}}", "{'ban.until': 1}"),
				asked("users",
						"{emailVerified: false, createdAt: {$lt: ISODate('1970-01-01T00:00:00Z')}, role: 'USER', ban: null, erasureAt: null}",
						"{createdAt: 1}"),
				asked("verification_rule", "{_id: 'verification'}", "{}"),
				asked("users", "{role: 'USER', emailKey: {$regex: '^sample'}}", "{emailKey: 1}"),
				asked("users", "{lastSeenAt: {$gt: ISODate('1970-01-01T00:00:00Z')}}", "{lastSeenAt: -1}"),
				asked("users", "{_id: {$gt: ''}}", "{_id: 1}"),
				asked("users", "{_id: {$gt: ''}, awaitsApproval: null}", "{_id: 1}"),
				asked("users", "{$and: [{awaitsApproval: true}]}", "{usernameKey: 1}"),
				asked("users", "{$and: [{awaitsApproval: true}, {emailKey: {$gte: 'a@', $lt: 'b'}}]}", "{emailKey: 1}"),
				asked("users", "{invitedBy: 'alice', _id: {$gt: ''}}", "{_id: 1}"),
				asked("users", "{emailVerified: false, createdAt: {$gt: ISODate('1970-01-01T00:00:00Z')}}", "{}"),
				asked("invitations", "{hash: 'h'}", "{}"), asked("invitations", "{invitedBy: 'alice'}", "{}"),
				asked("invitations", "{invitedBy: 'alice'}", "{_id: -1}"), asked("invitations", "{}", "{_id: -1}"),
				asked("discourse_sites", "{address: {$in: ['a', 'b']}}", "{}"),
				asked("discourse_sites", "{}", "{address: 1}"), asked("spent_challenges", "{_id: 'h'}", "{}"),
				asked("mailed_codes",
						"{_id: 'h', expiresAt: {$gt: ISODate('1970-01-01T00:00:00Z')}, attempts: {$gt: 0}}", "{}"),
				asked("held_registrations", "{_id: 'h', expiresAt: {$gt: ISODate('1970-01-01T00:00:00Z')}}", "{}"),
				asked("held_registrations", "{expiresAt: {$gt: ISODate('1970-01-01T00:00:00Z')}}", "{}"),
				asked("registration_policy", "{_id: 'r'}", "{}"),
				asked("users", "{_id: {$gt: ''}, 'profile.avatarUrl': {$gt: ''}}", "{_id: 1}"),
				asked("personal_tokens", "{userId: 'alice'}", "{}"),
				asked("mail_tokens",
						"{owner: 'alice', purpose: 'EMAIL_CHANGE_UNDO', expiresAt: {$gte: ISODate('1970-01-01T00:00:00Z')}}",
						"{}"),
				asked("sessions", "{lastUsedAt: {$gt: ISODate('1970-01-01T00:00:00Z')}}", "{}"),
				asked("sessions", "{expiresAt: {$lte: ISODate('1970-01-01T00:00:00Z')}}", "{}"),
				asked("personal_tokens", "{expiresAt: {$lte: ISODate('1970-01-01T00:00:00Z')}}", "{}"),
				asked("oauth_grants",
						"{expiresAt: {$lte: ISODate('1970-01-01T00:00:00Z')}, type: {$ne: 'client_credentials'}}",
						"{}"),
				asked("revocations", "{_id: {$gt: ''}}", "{_id: 1}"),
				asked("mail_tokens",
						"{_id: 'hash', purpose: 'PASSWORD_RESET', expiresAt: {$gt: ISODate('1970-01-01T00:00:00Z')}}",
						"{}"),
				asked("mail_tokens",
						"{addressKey: 'a@b', purpose: 'EMAIL_CHANGE_UNDO', expiresAt: {$gt: ISODate('1970-01-01T00:00:00Z')}, owner: {$ne: 'alice'}}",
						"{}"),
				asked("mail_tokens", "{owner: 'alice', purpose: 'PASSWORD_RESET'}", "{}"),
				asked("mail_counts", "{_id: 'alice'}", "{}"), asked("refresh_tokens", "{_id: 'hash'}", "{}"),
				asked("login_failures", "{_id: 'hash'}", "{}"), asked("audit", "{userId: 'alice'}", "{_id: -1}"),
				asked("audit", "{$and: [{userId: 'alice'}, {act: 'BANNED'}, {_id: {$lt: 'b'}}]}", "{_id: -1}"),
				asked("audit", "{$and: [{act: 'BANNED'}, {_id: {$gt: 'b'}}]}", "{_id: 1}"),
				asked("audit", "{_id: {$lt: 'b'}}", "{_id: -1}"), asked("personal_tokens", "{hash: 'h'}", "{}"),
				asked("personal_tokens", "{userId: 'alice', expiresAt: {$gt: ISODate('1970-01-01T00:00:00Z')}}",
						"{_id: -1}"),
				asked("passkeys", "{credentialId: 'c'}", "{}"), asked("passkeys", "{userId: 'alice'}", "{_id: 1}"),
				asked("passkey_challenges",
						"{_id: 'hash', owner: 'anybody', expiresAt: {$gt: ISODate('1970-01-01T00:00:00Z')}}", "{}"),
				asked("users", "{erasureAt: {$lte: ISODate('1970-01-01T00:00:00Z')}}", "{erasureAt: 1}"),
				asked("users", "{role: 'ADMIN', erasureAt: null}", "{}"), asked("setup", "{_id: 'setup'}", "{}"),
				asked("erasures", "{doneAt: null, askedAt: {$lte: ISODate('1970-01-01T00:00:00Z')}}", "{askedAt: 1}"),
				asked("browser_sessions", "{_id: 'hash'}", "{}"),
				asked("browser_sessions", "{$and: [{userId: 'alice'}, {_id: {$gt: 'b'}}]}", "{_id: 1}"),
				asked("erasures", "{_id: {$lt: 'b'}}", "{_id: -1}"), asked("former_names", "{_id: 'hash'}", "{}"),
				asked("former_names", "{_id: 'hash', owner: {$ne: 'alice'}}", "{}"),
				asked("former_names", "{owner: 'alice'}", "{}"),
				asked("sessions", "{$and: [{userId: 'alice'}, {_id: {$gt: 'b'}}]}", "{_id: 1}"),
				asked("mail_tokens", "{$and: [{owner: 'alice'}, {_id: {$gt: 'b'}}]}", "{_id: 1}"),
				asked("audit", "{$and: [{userId: 'alice'}, {_id: {$gt: 'b'}}]}", "{_id: 1}"),
				asked("exports", "{_id: 'alice', id: 'b'}", "{}"),
				asked("export_parts", "{exportId: 'a', service: 'b'}", "{}"),
				asked("export_parts", "{_id: {$gt: 'a:', $lt: 'a;'}}", "{_id: 1}"),
				asked("export_parts", "{$and: [{userId: 'alice'}, {_id: {$gt: 'b'}}]}", "{_id: 1}"),
				asked("second_factors", "{_id: 'alice'}", "{}"), asked("known_devices", "{_id: 'alice'}", "{}"),
				asked("signing_keys", "{_id: 'kid'}", "{}"), asked("oauth_grants", "{keys: {$in: ['code:h']}}", "{}"),
				asked("oauth_grants", "{keys: {$in: ['code:h', 'state:h']}}", "{}"),
				asked("oauth_grants", "{_id: 'a', version: 1}", "{}"), asked("oauth_grants", "{principal: 'a'}", "{}"),
				asked("oauth_grants", "{$and: [{principal: 'a'}, {_id: {$gt: 'b'}}]}", "{_id: 1}"),
				asked("oauth_grants", "{client: 'a'}", "{}"),
				asked("oauth_grants", "{client: 'a', principal: 'b'}", "{}"),
				asked("oauth_clients", "{owner: 'a', state: {$ne: 'REMOVED'}}", "{_id: 1}"),
				asked("oauth_clients", "{$and: [{owner: 'a'}, {_id: {$gt: 'b'}}]}", "{_id: 1}"),
				asked("oauth_clients", "{$and: [{state: {$ne: 'REMOVED'}}, {owner: 'a'}, {_id: {$lt: 'b'}}]}",
						"{_id: -1}"),
				asked("oauth_clients", "{$and: [{state: {$ne: 'REMOVED'}}]}", "{_id: -1}"),
				asked("oauth_clients", "{endingUntil: {$gt: ISODate('1970-01-01T00:00:00Z')}}", "{endingUntil: 1}"),
				asked("oauth_initial_tokens", "{hash: 'h'}", "{}"),
				asked("oauth_initial_tokens", "{givenBy: 'a'}", "{}"), asked("oauth_initial_tokens", "{}", "{_id: -1}"),
				asked("oauth_initial_tokens", "{_id: {$lt: 'b'}}", "{_id: -1}"),
				asked("oauth_initial_tokens", "{$and: [{givenBy: 'a'}, {_id: {$gt: 'b'}}]}", "{_id: 1}"),
				asked("oauth_used_grants", "{_id: 'h'}", "{}"),
				asked("oauth_used_grants", "{_id: 'h', expiresAt: {$lte: ISODate('1970-01-01T00:00:00Z')}}", "{}"),
				asked("oauth_consents", "{_id: 'a:b'}", "{}"), asked("oauth_consents", "{client: 'a'}", "{}"),
				asked("oauth_consents", "{_id: {$gte: 'a:', $lt: 'a;'}}", "{_id: 1}"));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void queryUsesIndexWithoutInMemorySort(RecordedQuery recordedQuery) {
		if (!this.mongo.collectionExists(recordedQuery.collection())) {
			this.mongo.createCollection(recordedQuery.collection());
		}
		var stages = recordedQuery.in(this.mongo).stages();
		assertThat(stages).isNotEmpty().doesNotContain("COLLSCAN", "SORT");
		assertThat(stages).containsAnyOf("IXSCAN", "IDHACK", "EXPRESS_IXSCAN", "EXPRESS_CLUSTERED_IXSCAN");
	}

	@Test
	void unindexedQueryIsDetected() {
		assertThat(asked("users", "{passwordHash: 'x'}", "{}").in(this.mongo).stages()).contains("COLLSCAN");
		assertThat(asked("users", "{}", "{createdAt: 1}").in(this.mongo).stages()).contains("SORT");
	}

	@Test
	void expiringCollectionsHaveTtlIndex() {
		for (var collection : List.of("sessions", "refresh_tokens", "login_failures", "audit", "idempotency",
				"revocations", "mail_tokens", "mail_counts", "second_factors", "personal_tokens", "known_devices",
				"passkey_challenges", "exports", "export_parts", "oauth_grants", "oauth_used_grants",
				"browser_sessions", "oauth_initial_tokens", "invitations", "spent_challenges", "mailed_codes",
				"held_registrations")) {
			assertThat(this.mongo.indexOps(collection).getIndexInfo()).as(collection)
				.anyMatch((index) -> index.getExpireAfter().isPresent());
		}
	}

}
