package org.parley.auth.federation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.AuthTest;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** The claim of a provider decides on groups at each sign-in. */
@AuthTest
class ProviderGroupsIT extends FederationScene {

	private String staff = "";

	private String others = "";

	@BeforeEach
	void mapGroups() {
		this.staff = createGroup();
		this.others = createGroup();
		assertThat(change("""
				{"groupsClaim": "groups", "groupRules": [{"value": "staff", "group": "%s"},
				{"value": "old", "group": "%s"}], "password": "the admin's password"}""".formatted(this.staff,
				Ids.next()))
			.status()).isEqualTo(200);
	}

	@Test
	void newPersonJoinsAndLeavesAtTheNextSignIn() {
		var subject = unique();
		var form = this.visitor.follow(visit(subject, (claims) -> groups(claims, "staff", "unknown", "old")));
		assertThat(this.visitor.submit(form, "form").status()).isEqualTo(303);
		assertThat(groupsOf(subject)).containsExactly(this.staff);
		add(subject, this.others);
		assertThat(visit(subject, (claims) -> groups(claims, "staff")).status()).isEqualTo(303);
		assertThat(groupsOf(subject)).containsExactlyInAnyOrder(this.staff, this.others);
		assertThat(visit(subject, (claims) -> groups(claims)).status()).isEqualTo(303);
		assertThat(groupsOf(subject)).as("groups without a rule stay").containsExactly(this.others);
	}

	/** No sign-in with the identity could end the membership any more. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void personWhoseIdentityIsUnlinkedLeavesTheGroupsOfItsProvider(boolean reset) {
		var subject = unique();
		var form = this.visitor.follow(visit(subject, (claims) -> groups(claims, "staff")));
		assertThat(this.visitor.submit(form, "form").status()).isEqualTo(303);
		add(subject, this.others);
		var somebody = tokenOf(owner(subject));
		if (reset) {
			resetPassword(somebody);
		}
		else {
			unlink(somebody);
		}
		assertThat(owner(subject)).isEmpty();
		assertThat(user(somebody.id()).getList("groups", String.class)).containsExactly(this.others);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void groupsOnWhichAnotherIdentityDecidesStayUntilItIsUnlinked(boolean reset) {
		var subject = unique();
		var form = this.visitor.follow(visit(subject, (claims) -> groups(claims, "staff")));
		assertThat(this.visitor.submit(form, "form").status()).isEqualTo(303);
		var somebody = tokenOf(owner(subject));
		var second = Objects.requireNonNull(this.mongo.findOne(Query.query(Criteria.where("userId").is(somebody.id())),
				Document.class, "identities"));
		this.mongo.insert(second.append("_id", Ids.next()).append("subject", unique()), "identities");
		if (reset) {
			resetPassword(somebody);
			assertThat(user(somebody.id()).getList("groups", String.class)).isEmpty();
			return;
		}
		unlink(somebody);
		assertThat(user(somebody.id()).getList("groups", String.class)).containsExactly(this.staff);
		unlink(somebody);
		assertThat(user(somebody.id()).getList("groups", String.class)).isEmpty();
	}

	private void resetPassword(TestUser somebody) {
		this.api
			.post("/api/v1/auth/forgot-password",
					"{\"email\": \"%s\"}".formatted(user(somebody.id()).getString("email")))
			.send();
		var token = this.postbox.open(this.postbox.about(somebody.id(), "password-reset.requested"), "/data/token");
		assertThat(this.api
			.post("/api/v1/auth/reset-password",
					"{\"token\": \"%s\", \"password\": \"off with their heads!\"}".formatted(token))
			.send()
			.status()).isEqualTo(204);
	}

	private void unlink(TestUser somebody) {
		this.api.post("/api/v1/auth/change-password", "{\"newPassword\": \"off with their heads!\"}")
			.as(somebody)
			.send();
		var path = "/api/v1/users/me/identities";
		var id = this.api.get(path).as(somebody).send().data().at("/0/id").asString();
		var unlinked = this.api.delete(path + "/" + id).as(somebody).send();
		assertThat(unlinked.status()).as(unlinked.toString()).isEqualTo(204);
	}

	/** The browser of a newcomer keeps what the provider says in a cookie. */
	@Test
	void newcomerOfManyGroupsRegisters() {
		var rules = Stream.concat(Stream.of(this.staff), Stream.generate(Ids::next).limit(99))
			.map("{\"value\": \"g-%1$s\", \"group\": \"%1$s\"}"::formatted)
			.toList();
		assertThat(change("{\"groupRules\": %s, \"password\": \"the admin's password\"}".formatted(rules)).status())
			.isEqualTo(200);
		var subject = unique();
		var form = this.visitor.follow(visit(subject, (claims) -> {
			groups(claims, "g-" + this.staff);
			claims.claim("picture", "https://pictures.example/" + "p".repeat(470)).claim("name", "n".repeat(100));
		}));
		assertThat(this.visitor.submit(form, "form").status()).isEqualTo(303);
		assertThat(groupsOf(subject)).containsExactly(this.staff);
	}

	@Test
	void providerWithoutClaimChangesNothing() {
		var subject = unique();
		join(subject);
		add(subject, this.staff);
		change("{\"groupsClaim\": \"\", \"password\": \"the admin's password\"}");
		visit(subject, (claims) -> groups(claims));
		assertThat(groupsOf(subject)).containsExactly(this.staff);
	}

	@Test
	void malformedRulesAreRefused() {
		for (var rules : List.of("{\"value\": \"x\"}", "{\"value\": \"x\", \"group\": \"x\"}", "null",
				"{\"value\": \"\", \"group\": \"%s\"}".formatted(this.staff))) {
			assertThat(
					change("{\"groupRules\": [%s], \"password\": \"the admin's password\"}".formatted(rules)).status())
				.isEqualTo(400);
		}
	}

	private TestResponse change(String body) {
		return this.api.patch("/api/v1/admin/identity-providers/" + this.provider, body).as(this.api.admin()).send();
	}

	private String createGroup() {
		return this.api.post("/api/v1/admin/groups", "{\"name\": \"Group %s\"}".formatted(Ids.next()))
			.as(this.api.admin())
			.send()
			.data()
			.path("id")
			.asString();
	}

	private void add(String subject, String group) {
		var path = "/api/v1/admin/groups/%s/members/%s".formatted(group, user(owner(subject)).getString("username"));
		assertThat(this.api.put(path, "").as(this.api.admin()).send().status()).isEqualTo(204);
	}

	private List<String> groupsOf(String subject) {
		return user(owner(subject)).getList("groups", String.class);
	}

	private static void groups(JWTClaimsSet.Builder claims, String... groups) {
		claims.claim("groups", List.of(groups));
	}

}
