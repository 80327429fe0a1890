package org.parley.auth.signin.admission;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.auth.Scene;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** Invitations of newcomers, and who invited whom. */
@AuthTest
class InvitationIT extends Scene {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static final String OWN = "/api/v1/users/me/invitations";

	private static final String ALL = "/api/v1/admin/invitations";

	private static final String GROUPS = "/api/v1/admin/groups";

	@Autowired
	private Race race;

	@BeforeEach
	void registerByInvitation() {
		rules("invitation", "user");
	}

	@AfterEach
	void openRegistration() {
		rules("open", "admin");
	}

	@Test
	void invitedNewcomerRegistersAndIsInTheTree() {
		var alice = verified(register(token(invite(this.api.admin(), "{\"uses\": 2}"))));
		var bob = verified(register(token(invite(alice, "{}"))));
		var carol = register(token(invite(bob, "{\"note\": \"sister\"}")));
		var moderator = this.api.login("mod", "the mod's password");
		var branch = this.api.get("/api/v1/users/" + bob.username() + "/invited").as(moderator).send().data();
		assertThat(names(branch.path("inviters"))).containsExactly(alice.username(), "admin");
		assertThat(names(branch.path("invited"))).containsExactly(carol.username());
		assertThat(acts(alice)).contains("INVITED");
	}

	@Test
	void invitationIsUsedAsOftenAsItSays() {
		var token = token(invite(this.api.admin(), "{\"uses\": 2}"));
		register(token);
		assertThat(isInvited(token)).isTrue();
		register(token);
		assertThat(isInvited(token)).isFalse();
		refused("invitation.invalid", attempt(token, null));
	}

	private boolean isInvited(String token) {
		return this.api.get("/api/v1/auth/registration?invitation=" + token).send().data().path("invited").asBoolean();
	}

	@Test
	void concurrentNewcomersShareTheLastUse() {
		var token = token(invite(this.api.admin(), "{}"));
		var answers = this.race.run("update", "invitations", List.<Callable<TestResponse>>of(() -> attempt(token, null),
				() -> attempt(token, null), () -> attempt(token, null)));
		assertThat(answers.stream().map(TestResponse::status)).containsOnlyOnce(201);
		assertThat(answers.stream().filter((answer) -> answer.status() != 201))
			.allSatisfy((answer) -> refused("invitation.invalid", answer));
	}

	@Test
	void mailedInvitationIsForItsAddressAndProvesIt() {
		var admin = this.api.admin();
		var address = unique() + "@müller.example";
		var sent = this.postbox.all(admin.id(), "invitation.sent").size();
		var invited = invite(admin, "{\"email\": \"%s\"}".formatted(address));
		assertThat(invited.data().has("token")).isFalse();
		var mail = this.postbox.about(admin.id(), "invitation.sent", sent + 1);
		assertThat(this.postbox.open(mail, "/data/address")).isEqualTo(address.replace("müller", "xn--mller-kva"));
		var token = this.postbox.open(mail, "/data/token");
		refused("invitation.other-address", attempt(token, null));
		var newcomer = TestUser.of(attempt(token, address.replace("müller", "MÜLLER")));
		assertThat(this.api.get("/api/v1/users/me").as(newcomer).send().data().path("emailVerified").asBoolean())
			.isTrue();
		assertThat(this.postbox.all(newcomer.id(), "email-verification.requested")).isEmpty();
		assertThat(StoredTexts.collectionsContaining(this.mongo, token)).isEmpty();
	}

	static Stream<List<String>> ends() {
		return Stream.of(List.of("expired"), List.of("withdrawn by its inviter"), List.of("withdrawn by another admin"),
				List.of("inviter banned"), List.of("inviter closed"), List.of("right withdrawn"), List.of("erased"));
	}

	@ParameterizedTest
	@MethodSource("ends")
	void endedInvitationIsInvalid(List<String> how) {
		var inviter = verified(register(token(invite(this.api.admin(), "{}"))));
		var invited = invite(inviter, "{}");
		var id = invited.data().path("id").asString();
		switch (how.getFirst()) {
			case "expired" -> this.clock.move(Duration.ofDays(7));
			case "withdrawn by its inviter" ->
				assertThat(this.api.delete(OWN + "/" + id).as(inviter).send().status()).isEqualTo(204);
			case "withdrawn by another admin" ->
				assertThat(this.api.delete(ALL + "/" + id).as(this.api.admin()).send().status()).isEqualTo(204);
			case "inviter banned" -> assertThat(
					this.api.post("/api/v1/admin/users/" + inviter.id() + "/ban", "{\"reason\": \"Advertising\"}")
						.as(this.api.admin())
						.send()
						.status())
				.isEqualTo(200);
			case "inviter closed" -> assertThat(
					this.api.request("DELETE", "/api/v1/users/me", "{\"password\": \"%s\"}".formatted(Api.PASSWORD))
						.as(inviter)
						.send()
						.status())
				.isEqualTo(202);
			case "right withdrawn" -> rules("invitation", "moderator");
			default -> this.mongo.remove(Query.query(Criteria.where("_id").is(inviter.id())), "users");
		}
		assertThat(isInvited(token(invited))).isFalse();
		refused("invitation.invalid", attempt(token(invited), null));
	}

	@Test
	void invalidInvitationIsRefused() {
		var inviter = verified(register(token(invite(this.api.admin(), "{}"))));
		assertInvalid(inviter, "{\"uses\": 6}", "uses");
		assertInvalid(inviter, "{\"uses\": 0}", "uses");
		assertInvalid(inviter, "{\"uses\": 101}", "uses");
		assertInvalid(inviter, "{\"uses\": 2, \"email\": \"a@example.org\"}", "uses");
		assertInvalid(inviter, "{\"email\": \"nobody\"}", "email");
		assertInvalid(inviter, "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}", "expiresAt");
		assertInvalid(inviter, "{\"expiresAt\": \"2099-01-01T00:00:00Z\"}", "expiresAt");
		assertInvalid(inviter, "{\"note\": \"two\\u0000\"}", "note");
		assertInvalid(inviter, "{\"category\": \"x\"}", "category");
	}

	private void assertInvalid(TestUser inviter, String body, String field) {
		var refused = invite(inviter, body);
		assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/field").asString()).startsWith(field);
	}

	@Test
	void personWithoutTheRightOrVerifiedAddressInvitesNobody() {
		var newcomer = register(token(invite(this.api.admin(), "{}")));
		assertThat(invite(newcomer, "{}").code()).as("not verified").isEqualTo("invitation.not-permitted");
		verified(newcomer);
		assertThat(invite(newcomer, "{}").status()).isEqualTo(201);
		rules("invitation", "moderator");
		assertThat(invite(newcomer, "{}").code()).isEqualTo("invitation.not-permitted");
		assertThat(invite(this.api.login("mod", "the mod's password"), "{}").status()).isEqualTo(201);
		rules("closed", "user");
		assertThat(invite(this.api.admin(), "{}").code()).isEqualTo("invitation.not-permitted");
	}

	@ParameterizedTest
	@ValueSource(strings = { "link", "mail", "approval" })
	void invitedNewcomerBelongsToTheGroups(String way) {
		var admin = this.api.admin();
		var board = group();
		var friends = group();
		var email = unique() + "@example.com";
		var wish = "\"groups\": [\"%s\", \"%s\", \"%s\"]".formatted(board, friends, board);
		if (way.equals("approval")) {
			rules("approval", "user");
		}
		var sent = this.postbox.all(admin.id(), "invitation.sent").size();
		var invited = invite(admin,
				way.equals("mail") ? "{\"email\": \"%s\", %s}".formatted(email, wish) : "{%s}".formatted(wish));
		assertThat(invited.data().path("groups").valueStream().map(JsonNode::asString)).containsExactly(board, friends);
		var token = way.equals("mail")
				? this.postbox.open(this.postbox.about(admin.id(), "invitation.sent", sent + 1), "/data/token")
				: token(invited);
		var newcomer = TestUser.of(attempt(token, email));
		assertThat(groupsIn(newcomer.accessToken())).as("the first token").contains(board, friends);
		assertThat(this.api.get("/api/v1/users/me").as(newcomer).send().status()).isEqualTo(200);
		assertThat(this.postbox.about(newcomer.id(), "user.registered").at("/data/user/groups").toString())
			.contains(board, friends);
		assertThat(members(board)).containsExactly(newcomer.username());
		assertThat(acts(newcomer)).contains("GROUPS_CHANGED");
	}

	@Test
	void groupThatIsGoneKeepsNobodyFromRegistering() {
		var gone = group();
		var stays = group();
		var token = token(
				invite(this.api.admin(), "{\"groups\": [\"%s\", \"%s\"], \"uses\": 1}".formatted(gone, stays)));
		assertThat(this.api.delete(GROUPS + "/" + gone)
			.header("If-Match", this.api.get(GROUPS + "/" + gone).as(this.api.admin()).send().header("ETag"))
			.as(this.api.admin())
			.send()
			.status()).isEqualTo(204);
		assertThat(groupsIn(register(token).accessToken())).contains(stays).doesNotContain(gone);
	}

	@Test
	void onlyAdministratorsInviteIntoGroups() {
		var group = group();
		var wish = "{\"groups\": [\"%s\"]}".formatted(group);
		for (var person : List.of(verified(register(token(invite(this.api.admin(), "{}")))),
				this.api.login("mod", "the mod's password"))) {
			assertThat(invite(person, wish).code()).isEqualTo("invitation.groups-not-permitted");
			assertThat(invite(person, "{\"groups\": []}").status()).isEqualTo(201);
		}
		var helper = verified(register(token(invite(this.api.admin(), "{}"))));
		role(helper, "admin");
		var token = token(invite(this.api.login(helper.username(), Api.PASSWORD), wish));
		role(helper, "moderator");
		refused("invitation.invalid", attempt(token, null));
		assertThat(members(group)).isEmpty();
	}

	@Test
	void invitationForManyEndsWithTheRoleThatPermittedIt() {
		var helper = verified(register(token(invite(this.api.admin(), "{}"))));
		role(helper, "moderator");
		var moderator = this.api.login(helper.username(), Api.PASSWORD);
		var many = token(invite(moderator, "{\"uses\": 6}"));
		var few = token(invite(moderator, "{\"uses\": 5}"));
		role(helper, "user");
		refused("invitation.invalid", attempt(many, null));
		assertThat(attempt(few, null).status()).isEqualTo(201);
	}

	@Test
	void unknownGroupsAreRefused() {
		var admin = this.api.admin();
		for (var groups : List.of("[\"01KAG2V7Q8X4M6T0N3R5W9YZAB\"]", "[\"board\"]", "[null]", "[\"\"]", "[[]]", "{}",
				"7", "\"board\"")) {
			assertInvalid(admin, "{\"groups\": %s}".formatted(groups), "groups");
		}
	}

	private String group() {
		var created = this.api.post(GROUPS, "{\"name\": \"%s\"}".formatted(unique())).as(this.api.admin()).send();
		return created.data().path("id").asString();
	}

	private List<String> members(String group) {
		return names(this.api.get(GROUPS + "/" + group + "/members").as(this.api.admin()).send().data());
	}

	private void role(TestUser person, String role) {
		this.api.put("/api/v1/admin/users/" + person.id() + "/role", "{\"role\": \"%s\"}".formatted(role))
			.as(this.api.admin())
			.send();
	}

	private static String groupsIn(String token) {
		return new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), StandardCharsets.UTF_8);
	}

	@Test
	void mailsOfOneInviterAreLimited() {
		var inviter = verified(register(token(invite(this.api.admin(), "{}"))));
		var answers = Stream.generate(() -> invite(inviter, "{\"email\": \"%s@example.org\"}".formatted(unique())))
			.limit(21)
			.toList();
		assertThat(answers.subList(0, 20)).extracting(TestResponse::status).containsOnly(201);
		assertThat(answers.getLast().status()).isEqualTo(429);
		assertThat(answers.getLast().code()).isEqualTo("invitation.mail-limit");
		assertThat(invite(inviter, "{}").status()).as("without a mail").isEqualTo(201);
	}

	@Test
	void invitationsBelongToTheirInviter() {
		var one = verified(register(token(invite(this.api.admin(), "{}"))));
		var other = verified(register(token(invite(this.api.admin(), "{}"))));
		var id = invite(one, "{\"note\": \"mine\"}").data().path("id").asString();
		assertThat(this.api.get(OWN).as(one).send().data()).hasSize(1);
		assertThat(this.api.get(OWN).as(one).send().data().at("/0/note").asString()).isEqualTo("mine");
		assertThat(this.api.get(OWN).as(other).send().data()).isEmpty();
		assertThat(this.api.delete(OWN + "/" + id).as(other).send().code()).isEqualTo("invitation.not-found");
		var newest = this.api.get(ALL).as(this.api.admin()).send().data().path(0);
		assertThat(newest.path("id").asString()).isEqualTo(id);
		assertThat(newest.path("inviter").asString()).isEqualTo(one.username());
	}

	private TestUser verified(TestUser user) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(user.id())),
				new Update().set("emailVerified", true), "users");
		return user;
	}

	private void rules(String mode, String inviters) {
		assertThat(this.api
			.put("/api/v1/admin/registration", "{\"mode\": \"%s\", \"inviters\": \"%s\"}".formatted(mode, inviters))
			.as(this.api.admin())
			.send()
			.status()).isEqualTo(200);
	}

	private TestResponse invite(TestUser inviter, String body) {
		return this.api.post(OWN, body).as(inviter).send();
	}

	private static String token(TestResponse invited) {
		assertThat(invited.status()).as(invited.toString()).isEqualTo(201);
		return invited.data().path("token").asString();
	}

	private TestUser register(String token) {
		return TestUser.of(attempt(token, null));
	}

	private TestResponse attempt(String token, @Nullable String address) {
		var name = unique();
		return this.api
			.post("/api/v1/auth/register",
					"""
							{"name": "%1$s", "username": "%1$s", "email": "%2$s", "password": "%3$s", "invitation": "%4$s"}"""
						.formatted(name, (address != null) ? address : name + "@example.com", Api.PASSWORD, token))
			.send();
	}

	private static void refused(String code, TestResponse answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo(code);
	}

	private static List<String> names(JsonNode people) {
		return people.valueStream().map((person) -> person.path("username").asString()).toList();
	}

	private static String unique() {
		return "guest" + COUNT.incrementAndGet() + Long.toString(System.nanoTime(), 36);
	}

}
