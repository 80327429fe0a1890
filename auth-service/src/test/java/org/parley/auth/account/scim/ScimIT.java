package org.parley.auth.account.scim;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests in the forms of Entra ID, Okta and Keycloak, from their documents. */
@AuthTest
class ScimIT extends Scene {

	private static final String TOKENS = "/api/v1/admin/directory-tokens";

	private static final String PATCH = """
			{"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [%s]}""";

	/** A name that no other test uses. */
	private final String name = "p" + Ids.next().substring(10).toLowerCase(Locale.ROOT);

	private String token = "";

	private String tokenId = "";

	@BeforeEach
	void createToken() {
		var created = this.api.post(TOKENS, """
				{"description": "A directory", "password": "the admin's password"}""").as(this.api.admin()).send();
		this.token = created.data().path("token").asString();
		this.tokenId = created.data().path("id").asString();
		assertThat(created.status()).isEqualTo(201);
	}

	@AfterEach
	void revokeToken() {
		this.api.delete(TOKENS + "/" + this.tokenId).as(this.api.admin()).send();
	}

	@Test
	void accountIsCreated() {
		var body = """
				{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
				"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"], "externalId": "ext-{name}",
				"userName": "{name}@example.org", "active": true, "displayName": "Jane Doe",
				"emails": [{"primary": true, "type": "work", "value": "{name}@example.org"}],
				"meta": {"resourceType": "User"}, "name": {"formatted": "Jane Doe", "familyName": "Doe",
				"givenName": "Jane"}, "roles": [],
				"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Hats"}}""";
		var created = create(body);
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.header("Content-Type")).startsWith("application/scim+json");
		assertThat(created.body().path("displayName").asString()).isEqualTo("Jane Doe");
		assertThat(created.body().at("/emails/0/value").asString()).isEqualTo(this.name + "@example.org");
		assertThat(created.body().path("active").asBoolean()).isTrue();
		assertThat(created.body().path("externalId").asString()).isEqualTo("ext-" + this.name);
		assertThat(created.header("Location")).isEqualTo(created.body().at("/meta/location").asString());
		var userName = created.body().path("userName").asString();
		Stream
			.of("userName eq \"%s\"".formatted(userName.toUpperCase(Locale.ROOT)),
					"externalId eq \"ext-%s\"".formatted(this.name), "id eq \"%s\"".formatted(id(created)),
					"emails[type eq \"work\"].value eq \"%s@example.org\"".formatted(this.name),
					"userName eq \"nobody\" or externalId eq \"ext-%s\"".formatted(this.name))
			.forEach((filter) -> assertThat(ids(list("/Users", filter))).as(filter).containsExactly(id(created)));
		assertThat(ids(list("/Users", "userName eq \"%s\" and externalId eq \"x\"".formatted(userName)))).isEmpty();
		assertThat(create(body).body().path("scimType").asString()).isEqualTo("uniqueness");
	}

	@Test
	void accountIsPatched() {
		var id = id(createJane());
		var patched = patch("/Users/" + id, """
				{"op": "Replace", "path": "emails[type eq \\"work\\"].value", "value": "{name}@example.net"},
				{"op": "Remove", "path": "emails[type eq \\"other\\"]"},
				{"op": "Replace", "value": {"active": "False"}}""");
		assertThat(patched.status()).as(patched.body().toString()).isEqualTo(200);
		assertThat(patched.body().at("/emails/0/value").asString()).isEqualTo(this.name + "@example.net");
		assertThat(patched.body().path("active").asBoolean(true)).isFalse();
		assertThat(send("GET", "/Users/" + id, null).body()).isEqualTo(patched.body());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "{\"op\": \"Remove\", \"path\": \"userName\"} | invalidValue", "{\"op\": \"Remove\"} | noTarget",
					"{\"op\": \"Replace\", \"path\": \"emails\", \"value\": \"no address\"} | invalidValue",
					"{\"op\": \"Replace\", \"path\": \"displayName\", \"value\": \"\u200b\"} | invalidValue" })
	void invalidPatchesAreRefused(String operation, String type) {
		var jane = createJane();
		var refused = patch("/Users/" + id(jane), operation);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body().path("scimType").asString()).isEqualTo(type);
		assertThat(refused.body().path("status").asString()).isEqualTo("400");
		assertThat(refused.body().at("/schemas/0").asString()).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
		assertThat(send("GET", "/Users/" + id(jane), null).body()).isEqualTo(jane.body());
	}

	@Test
	void bodyOfAnotherMediaTypeIsRefusedWithAnErrorOfTheProtocol() {
		var refused = request("POST", "/Users", "{}").header("Content-Type", "text/plain").send();
		assertThat(refused.status()).isEqualTo(415);
		assertThat(refused.header("Content-Type")).isEqualTo("application/scim+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{}", "{\"userName\": \"\"}", "{\"userName\": \"no-address\"}",
			"{\"userName\": \"a@example.org\", \"displayName\": \"Administrator\"}" })
	void invalidAccountsAreRefused(String body) {
		assertThat(send("POST", "/Users", body).status()).isEqualTo(400);
	}

	@Test
	void inactiveAccountIsSignedOutAtOnceAndCannotSignIn() {
		var person = this.api.register();
		var path = "/Users/" + person.id();
		assertThat(patch(path, "{\"op\": \"Replace\", \"path\": \"active\", \"value\": false}").status())
			.isEqualTo(200);
		assertThat(this.api.get("/api/v1/users/me").as(person).send().code()).isEqualTo("auth.token-invalid");
		assertThat(this.api.refresh(person.refreshToken()).send().status()).isIn(401, 403);
		assertThat(this.api.loginRequest(person.username(), Api.PASSWORD).send().code()).isEqualTo("auth.banned");
		assertThat(ids(list("/Users", "active eq false and id eq \"%s\"".formatted(person.id())))).hasSize(1);
		patch(path, "{\"op\": \"Replace\", \"path\": \"active\", \"value\": true}");
		assertThat(this.api.loginRequest(person.username(), Api.PASSWORD).send().status()).isEqualTo(200);
	}

	@Test
	void administratorOpensInactiveAccount() {
		var person = this.api.register();
		var path = "/Users/" + person.id();
		patch(path, "{\"op\": \"Replace\", \"path\": \"active\", \"value\": false}");
		var account = this.api.get("/api/v1/admin/users/" + person.id()).as(this.api.admin()).send().data();
		assertThat(account.at("/ban/by").asString()).isEqualTo("directory");
		var unbanned = this.api.post("/api/v1/admin/users/%s/unban".formatted(person.id())).as(this.api.admin()).send();
		assertThat(unbanned.data().path("status").asString()).isEqualTo("active");
		assertThat(this.api.loginRequest(person.username(), Api.PASSWORD).send().status()).isEqualTo(200);
		assertThat(ids(list("/Users", "active eq true and id eq \"%s\"".formatted(person.id())))).hasSize(1);
	}

	@Test
	void activatingAccountLiftsNoBan() {
		var person = this.api.register();
		this.api.post("/api/v1/admin/users/%s/ban".formatted(person.id()), "{\"reason\": \"Spam.\"}")
			.as(this.api.admin())
			.send();
		patch("/Users/" + person.id(), "{\"op\": \"Replace\", \"path\": \"active\", \"value\": true}");
		assertThat(this.api.loginRequest(person.username(), Api.PASSWORD).send().code()).isEqualTo("auth.banned");
	}

	@Test
	void administratorsAreNotChanged() {
		var admin = this.api.admin();
		for (var operation : List.of("{\"op\": \"Replace\", \"path\": \"active\", \"value\": false}",
				"{\"op\": \"Replace\", \"path\": \"emails\", \"value\": [{\"value\": \"mine@example.org\"}]}")) {
			assertThat(patch("/Users/" + admin.id(), operation).status()).isEqualTo(403);
		}
		assertThat(send("DELETE", "/Users/" + admin.id(), null).status()).isEqualTo(403);
		assertThat(this.api.get("/api/v1/users/me").as(admin).send().status()).isEqualTo(200);
	}

	@Test
	void deletedAccountIsClosedForGood() {
		var person = this.api.register();
		assertThat(send("DELETE", "/Users/" + person.id(), null).status()).isEqualTo(204);
		assertThat(send("GET", "/Users/" + person.id(), null).status()).isEqualTo(404);
		assertThat(send("DELETE", "/Users/" + person.id(), null).status()).isEqualTo(404);
		assertThat(this.api.loginRequest(person.username(), Api.PASSWORD).send().code()).as("no way back")
			.isEqualTo("auth.banned");
		assertThat(this.api.post("/api/v1/auth/restore-account", """
				{"login": "%s", "password": "%s"}""".formatted(person.username(), Api.PASSWORD)).send().code())
			.isEqualTo("auth.banned");
		assertThat(this.postbox.about(person.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("account-removed");
	}

	@Test
	void mailsAreInTheLanguageOfTheDirectory() {
		var created = create("""
				{"userName": "{name}@example.org", "displayName": "Jane Doe", "preferredLanguage": "fr-CA",
				"emails": [{"value": "{name}@example.org"}]}""");
		assertThat(created.body().path("locale").asString()).isEqualTo("fr");
		assertThat(this.postbox.about(id(created), "password-reset.requested").at("/data/locale").asString())
			.isEqualTo("fr");
	}

	@Test
	void accountThatTheDirectoryDeletedIsKeptWhenItIsCreatedAgain() {
		var body = """
				{"userName": "{name}@example.org", "displayName": "Jane Doe",
				"emails": [{"value": "{name}@example.org"}]}""";
		var first = create(body);
		assertThat(send("DELETE", "/Users/" + id(first), null).status()).isEqualTo(204);
		var again = create(body.replace("Jane Doe", "Jane Roe"));
		assertThat(again.status()).as(again.toString()).isEqualTo(201);
		assertThat(id(again)).isEqualTo(id(first));
		assertThat(again.body().path("active").asBoolean()).isTrue();
		assertThat(again.body().path("displayName").asString()).isEqualTo("Jane Roe");
		assertThat(send("GET", "/Users/" + id(first), null).status()).isEqualTo(200);
		assertThat(create(body).status()).isEqualTo(409);
	}

	@Test
	void correctedAddressReceivesTheInvitation() {
		var id = id(createJane());
		patch("/Users/" + id,
				"{\"op\": \"replace\", \"path\": \"emails\", \"value\": [{\"value\": \"{name}@example.net\"}]}");
		var mail = this.postbox.about(id, "password-reset.requested", 2);
		assertThat(this.postbox.open(mail, "/data/address")).isEqualTo(this.name + "@example.net");
		assertThat(mail.at("/data/accountCreated").asBoolean()).isTrue();
		assertThat(choosePassword(this.postbox.all(id, "password-reset.requested").getFirst())).isEqualTo(400);
		assertThat(choosePassword(mail)).isEqualTo(204);
	}

	@Test
	void changedNameChangesTheDisplayName() {
		var created = create("""
				{"userName": "{name}@example.org", "name": {"givenName": "Maria", "familyName": "Alt"},
				"emails": [{"value": "{name}@example.org"}]}""");
		var married = patch("/Users/" + id(created),
				"{\"op\": \"replace\", \"path\": \"name.familyName\", \"value\": \"Neu\"}");
		assertThat(married.body().path("displayName").asString()).isEqualTo("Maria Neu");
		assertThat(married.body().at("/name/formatted").asString()).isEqualTo("Maria Neu");
	}

	@Test
	void addressInOtherLettersIsNoNewOne() {
		var id = id(createJane());
		var invitation = this.postbox.about(id, "password-reset.requested");
		for (var spelling : List.of("{NAME}@example.org", "{name}@EXAMPLE.org", "{name}@example.org")) {
			var value = spelling.replace("{NAME}", this.name.toUpperCase(Locale.ROOT));
			assertThat(patch("/Users/" + id,
					"{\"op\": \"replace\", \"path\": \"emails\", \"value\": [{\"value\": \"%s\"}]}".formatted(value))
				.status()).isEqualTo(200);
		}
		assertThat(this.postbox.all(id, "password-reset.requested")).hasSize(1);
		assertThat(choosePassword(invitation)).as("the first invitation").isEqualTo(204);
	}

	private int choosePassword(JsonNode mail) {
		return this.api
			.post("/api/v1/auth/reset-password",
					"{\"token\": \"%s\", \"password\": \"%s\"}".formatted(this.postbox.open(mail, "/data/token"),
							Api.PASSWORD))
			.send()
			.status();
	}

	@Test
	void accountOfAMemberIsFoundByItsVerifiedAddressOnly() {
		var member = this.api.register();
		var address = member.username() + "@example.com";
		var byAddress = List.of("userName eq \"%s\"".formatted(address), "emails.value eq \"%s\"".formatted(address));
		assertThat(byAddress).allMatch((filter) -> ids(list("/Users", filter)).isEmpty());
		verify(member);
		assertThat(byAddress).allMatch((filter) -> ids(list("/Users", filter)).equals(List.of(member.id())));
		assertThat(ids(list("/Users", "userName eq \"%s\"".formatted(member.username())))).isEmpty();
	}

	@Test
	void newUserIsTheMemberWithTheVerifiedAddress() {
		var member = this.api.register();
		var body = """
				{"userName": "{name}", "displayName": "Jane Doe", "emails": [{"value": "%s@example.com"}]}"""
			.formatted(member.username());
		assertThat(create(body).body().path("scimType").asString()).isEqualTo("uniqueness");
		verify(member);
		var created = create(body);
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		assertThat(id(created)).isEqualTo(member.id());
		assertThat(created.body().path("userName").asString()).isEqualTo(this.name);
	}

	private void verify(TestUser member) {
		this.api.post("/api/v1/admin/users/%s/verify".formatted(member.id())).as(this.api.admin()).send();
	}

	@Test
	void takenAndFormerUsernamesGetSuffix() {
		var former = this.api.register();
		this.api.patch("/api/v1/admin/users/" + former.id(), "{\"username\": \"x%s\"}".formatted(this.name))
			.as(this.api.admin())
			.send();
		for (var name : List.of(former.username(), this.api.register().username())) {
			var created = create("""
					{"userName": "%s@corp.example", "displayName": "Jane Doe",
					"emails": [{"value": "%s@corp.example"}]}""".formatted(name, name));
			assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
			assertThat(this.api.get("/api/v1/admin/users/" + id(created))
				.as(this.api.admin())
				.send()
				.data()
				.path("username")
				.asString()).startsWith(name + "-");
		}
	}

	@Test
	void accountIsReplaced() {
		var jane = createJane();
		var replaced = send("PUT", "/Users/" + id(jane), """
				{"schemas": [], "id": "%s", "userName": "%s@example.org", "name": {"givenName": "Janet",
				"familyName": "Doe"}, "active": false, "groups": []}""".formatted(id(jane), this.name));
		assertThat(replaced.body().path("displayName").asString()).isEqualTo("Janet Doe");
		assertThat(replaced.body().path("externalId").isMissingNode()).isTrue();
		assertThat(replaced.body().path("active").asBoolean(true)).isFalse();
		assertThat(replaced.body().at("/emails/0/value").asString()).isEqualTo(this.name + "@example.org");
	}

	@Test
	void membersArePatched() {
		var first = this.api.register();
		var second = this.api.register();
		var patched = patch("/Groups/" + id(createGroup(first)), """
				{"op": "Add", "path": "members", "value": [{"value": "%s"}]},
				{"op": "remove", "path": "members[value eq \\"%s\\"]"},
				{"op": "Replace", "path": "displayName", "value": "New {name}"}""".formatted(second.id(), first.id()));
		assertThat(patched.status()).as(patched.body().toString()).isEqualTo(200);
		assertThat(patched.body().path("members").findValuesAsString("value")).containsExactly(second.id());
		assertThat(patched.body().path("displayName").asString()).isEqualTo("New " + this.name);
		for (var person : List.of(first, second)) {
			assertThat(this.api.get("/api/v1/users/me").as(person).send().status()).isEqualTo(401);
		}
	}

	/**
	 * Each claim of the group raises its version; one for each member would take long.
	 */
	@Test
	void membersOfARequestShareTheClaimOfTheirGroup() {
		var group = createGroup(this.api.register());
		var joined = Stream.of(this.api.register(), this.api.register(), this.api.register())
			.map((member) -> "{\"value\": \"%s\"}".formatted(member.id()))
			.collect(Collectors.joining(", "));
		var patched = patch("/Groups/" + id(group),
				"{\"op\": \"add\", \"path\": \"members\", \"value\": [%s]}".formatted(joined));
		assertThat(patched.body().path("members")).hasSize(4);
		assertThat(version(patched)).isEqualTo(version(group) + 1);
	}

	private static int version(TestResponse group) {
		return Integer.parseInt(group.body().at("/meta/version").asString().replaceAll("[^0-9]", ""));
	}

	@Test
	void groupIsCreatedFoundReplacedAndDeleted() {
		var member = this.api.register();
		var group = createGroup(member);
		assertThat(group.status()).isEqualTo(201);
		var found = list("/Groups", "displayName eq \"GROUP %s\"".formatted(this.name), "&excludedAttributes=members");
		assertThat(ids(found)).containsExactly(id(group));
		assertThat(found.body().at("/Resources/0/members").isMissingNode()).isTrue();
		assertThat(ids(list("/Groups", "externalId eq \"ext-%s\"".formatted(this.name)))).containsExactly(id(group));
		assertThat(send("GET", "/Users/" + member.id(), null).body().at("/groups/0/value").asString())
			.isEqualTo(id(group));
		assertThat(createGroup(member).body().path("scimType").asString()).isEqualTo("uniqueness");
		var replaced = send("PUT", "/Groups/" + id(group), "{\"displayName\": \"Other %s\"}".formatted(this.name));
		assertThat(replaced.body().path("members")).isEmpty();
		assertThat(send("DELETE", "/Groups/" + id(group), null).status()).isEqualTo(204);
		assertThat(send("GET", "/Groups/" + id(group), null).status()).isEqualTo(404);
	}

	@Test
	void unknownMembersChangeNothing() {
		var member = this.api.register();
		var group = createGroup(member);
		var refused = patch("/Groups/" + id(group), """
				{"op": "replace", "value": {"displayName": "X %1$s"}}, {"op": "add", "path": "members",
				"value": [{"value": "nobody"}]}""".formatted(this.name));
		assertThat(refused.body().path("scimType").asString()).isEqualTo("invalidValue");
		assertThat(send("GET", "/Groups/" + id(group), null).body()).isEqualTo(group.body());
	}

	@Test
	void answersHaveTheWantedAttributes() {
		var member = this.api.register();
		var group = createGroup(member);
		var change = PATCH.formatted("{\"op\": \"add\", \"path\": \"members\", \"value\": []}");
		var path = "/Groups/" + id(group);
		assertThat(send("PATCH", path, change).body().path("members")).hasSize(1);
		var reduced = send("PATCH", path + "?excludedAttributes=members", change);
		assertThat(reduced.status()).as(reduced.toString()).isEqualTo(200);
		assertThat(reduced.body().has("members")).isFalse();
		assertThat(reduced.body().has("displayName")).isTrue();
		var user = send("PATCH", "/Users/" + member.id() + "?attributes=userName",
				PATCH.formatted("{\"op\": \"replace\", \"path\": \"title\", \"value\": \"Hatter\"}"));
		assertThat(user.body().propertyNames()).containsExactlyInAnyOrder("schemas", "id", "meta", "userName");
		var sorted = list("/Users", "id eq \"%s\"".formatted(member.id()), "&sortBy=userName&sortOrder=ascending");
		assertThat(sorted.status()).isEqualTo(200);
		assertThat(send("GET", "/Users?page=2", null).status()).isEqualTo(400);
	}

	@Test
	void versionsAreRequired() {
		var group = createGroup(this.api.register());
		var tag = group.header("ETag");
		var path = "/Groups/" + id(group);
		assertThat(conditional("GET", path, null, "If-None-Match", tag).status()).isEqualTo(304);
		var change = PATCH.formatted("{\"op\": \"remove\", \"path\": \"members\"}");
		assertThat(conditional("PATCH", path, change, "If-Match", "W/\"77\"").status()).isEqualTo(412);
		assertThat(conditional("PATCH", path, change, "If-Match", tag).status()).isEqualTo(200);
		assertThat(conditional("GET", path, null, "If-None-Match", tag).status()).isEqualTo(200);
		assertThat(conditional("DELETE", path, null, "If-Match", tag).status()).isEqualTo(412);
	}

	@Test
	void listsArePaged() {
		var prefix = "Page " + this.name;
		Stream.of("1", "2", "3").forEach((number) -> createGroup(prefix + number, ""));
		var filter = "displayName eq \"%1$s1\" or displayName eq \"%1$s2\" or displayName eq \"%1$s3\""
			.formatted(prefix);
		var first = list("/Groups", filter, "&startIndex=1&count=2");
		var second = list("/Groups", filter, "&startIndex=3&count=2");
		assertThat(first.body().path("totalResults").asInt()).isEqualTo(3);
		assertThat(first.body().path("itemsPerPage").asInt()).isEqualTo(2);
		assertThat(Stream.of(first, second).flatMap((page) -> ids(page).stream())).hasSize(3).doesNotHaveDuplicates();
		assertThat(ids(list("/Groups", filter, "&startIndex=0&count=-1"))).isEmpty();
		assertThat(ids(list("/Groups", filter, "&startIndex=9"))).isEmpty();
		assertThat(list("/Groups", filter, "&count=many").status()).isEqualTo(400);
		assertThat(list("/Groups", "displayName like \"x\"").body().path("scimType").asString())
			.isEqualTo("invalidFilter");
	}

	@Test
	void tokenIsRequired() {
		var user = "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User";
		var requests = List.of("GET /Users", "POST /Users", "GET /Users/x", "PUT /Users/x", "PATCH /Users/x",
				"DELETE /Users/x", "GET /Groups", "POST /Groups", "GET /Groups/x", "PUT /Groups/x", "PATCH /Groups/x",
				"DELETE /Groups/x", "GET /ServiceProviderConfig", "GET /ResourceTypes", "GET /ResourceTypes/User",
				"GET /Schemas", "GET " + user);
		for (var bearer : List.of("", "parley_scim_unknown", this.api.admin().accessToken())) {
			requests.forEach((request) -> assertUnauthorized(request, bearer));
		}
		this.api.delete(TOKENS + "/" + this.tokenId).as(this.api.admin()).send();
		requests.forEach((request) -> assertUnauthorized(request, this.token));
	}

	private void assertUnauthorized(String line, String bearer) {
		var parts = line.split(" ", 2);
		var request = this.api.request(parts[0], "/scim/v2" + parts[1], parts[0].startsWith("P") ? "{}" : null);
		var refused = (bearer.isEmpty() ? request : request.token(bearer)).send();
		assertThat(refused.status()).as(line).isEqualTo(401);
		assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/Nothing", "/Users/x/groups" })
	void otherPathsDoNotExist(String path) {
		assertThat(this.api.request("GET", "/scim/v2" + path, null).send().status()).isEqualTo(404);
		assertThat(send("GET", path, null).status()).isEqualTo(404);
	}

	@Test
	void directoriesLearnWhatIsSupported() {
		assertThat(send("GET", "/ServiceProviderConfig", null).body().at("/patch/supported").asBoolean()).isTrue();
		assertThat(ids(send("GET", "/ResourceTypes", null))).containsExactly("User", "Group");
		assertThat(ids(send("GET", "/Schemas", null))).hasSize(2);
		assertThat(send("GET", "/ResourceTypes/User", null).body().path("endpoint").asString()).isEqualTo("/Users");
		assertThat(send("GET", "/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group", null).body()
			.at("/attributes/0/name")
			.asString()).isEqualTo("displayName");
		assertThat(send("GET", "/Schemas/urn:x", null).status()).isEqualTo(404);
	}

	@Test
	void onlyAdministratorsCreateTokensAndWithProof() {
		var somebody = this.api.register();
		var body = "{\"description\": \"Mine\", \"password\": \"wrong\"}";
		assertThat(this.api.post(TOKENS, body).as(somebody).send().code()).isEqualTo("auth.forbidden");
		assertThat(this.api.post(TOKENS, body).as(this.api.admin()).send().code()).isEqualTo("auth.password-wrong");
		assertThat(this.api.get(TOKENS).as(this.api.admin()).send().body().toString()).doesNotContain(this.token)
			.contains(this.tokenId);
	}

	private TestResponse createJane() {
		return create("""
				{"userName": "{name}@example.org", "displayName": "Jane Doe", "externalId": "ext-{name}"}""");
	}

	private TestResponse create(String body) {
		return send("POST", "/Users", body.replace("{name}", this.name));
	}

	private TestResponse createGroup(TestUser member) {
		return createGroup("Group " + this.name, "{\"value\": \"%s\"}".formatted(member.id()));
	}

	private TestResponse createGroup(String title, String members) {
		return send("POST", "/Groups", """
				{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "externalId": "ext-%s",
				"displayName": "%s", "members": [%s], "meta": {"resourceType": "Group"}}""".formatted(this.name, title,
				members));
	}

	private TestResponse patch(String path, String operations) {
		return send("PATCH", path, PATCH.formatted(operations).replace("{name}", this.name));
	}

	private TestResponse list(String path, String filter) {
		return list(path, filter, "");
	}

	private TestResponse list(String path, String filter, String more) {
		return send("GET", path + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8) + more, null);
	}

	private TestResponse send(String method, String path, @Nullable String body) {
		return request(method, path, body).send();
	}

	private TestResponse conditional(String method, String path, @Nullable String body, String header, String value) {
		return request(method, path, body).header(header, value).send();
	}

	private Api.Request request(String method, String path, @Nullable String body) {
		var request = this.api.request(method, "/scim/v2" + path, body).token(this.token);
		return (body != null) ? request.header("Content-Type", "application/scim+json") : request;
	}

	private static String id(TestResponse resource) {
		return resource.body().path("id").asString();
	}

	private static List<String> ids(TestResponse list) {
		return list.body().path("Resources").valueStream().map((one) -> one.path("id").asString()).toList();
	}

}
