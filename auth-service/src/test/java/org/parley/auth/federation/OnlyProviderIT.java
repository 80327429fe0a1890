package org.parley.auth.federation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.auth.oauth.Visitor;
import org.parley.auth.oauth.Visitor.Seen;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** One provider is the only way in. */
@AuthTest
class OnlyProviderIT extends FederationScene {

	/** The form that links an account by its password. */
	private static final String LINK = "form[action$=/join/link]";

	private static final String PROVIDERS = "/api/v1/admin/identity-providers/";

	@Autowired
	private Race race;

	@AfterEach
	void endRestriction() {
		this.mongo.updateMulti(new Query(), Update.update("terms.onlyWayIn", false), "identity_providers");
	}

	@Test
	void pageOffersOnlyTheProvider() {
		var other = add("oidc", this.issuer.address(), true);
		restrict();
		var page = this.visitor.get("/oauth2/login?continue=%2Foauth2%2Fapps");
		assertThat(page.document().select("form")).isEmpty();
		assertThat(page.document().select("main script")).isEmpty();
		assertThat(page.document().select("a[href*=register]")).isEmpty();
		assertThat(page.document().select(".providers a").eachAttr("href"))
			.containsExactly("/oauth2/federation/" + this.provider + "?continue=%2Foauth2%2Fapps");
		var gone = this.visitor.get("/oauth2/federation/" + other);
		assertThat(problem(gone)).isEqualTo("identity-provider.not-found");
		var listed = this.api.get("/api/v1/auth/identity-providers").send().data();
		assertThat(listed).hasSize(1);
		assertThat(listed.at("/0/id").asString()).isEqualTo(this.provider);
		assertThat(listed.at("/0/onlyWayIn").asBoolean()).isTrue();
	}

	@Test
	void administratorSignsInAtTheEmergencyPage() {
		restrict();
		var page = this.visitor.get("/oauth2/login?emergency=true");
		assertThat(page.document().select("a[href^=/register]")).as("newcomers come by the provider").isEmpty();
		page = this.visitor.submit(page, Visitor.SIGN_IN, "login", "admin", "password", "wrong password");
		assertThat(page.status()).isEqualTo(401);
		assertThat(page.document().select("a[href^=/register]")).as("after a wrong password").isEmpty();
		var done = this.visitor.submit(page, Visitor.SIGN_IN, "login", "admin", "password", "the admin's password");
		assertThat(done.status()).as(done.text()).isEqualTo(303);
		assertThat(this.visitor.get("/oauth2/apps").status()).isEqualTo(200);
	}

	@Test
	void memberDoesNotSignInAtTheEmergencyPage() {
		var somebody = this.api.register();
		restrict();
		var page = this.visitor.get("/oauth2/login?emergency=true");
		var wrong = this.visitor.submit(page, Visitor.SIGN_IN, "login", somebody.username(), "password",
				"wrong password");
		assertThat(wrong.status()).as("reveals nothing").isEqualTo(401);
		var refused = this.visitor.signIn(page, somebody);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.error()).contains("another provider");
		assertThat(this.visitor.cookies()).doesNotContainKey("parley_browser");
	}

	@ParameterizedTest
	@CsvSource({ "user, 403", "moderator, 403", "admin, 200" })
	void ownCredentialsAreForAdministrators(String role, int status) {
		var somebody = this.api.register();
		this.api.put("/api/v1/admin/users/" + somebody.id() + "/role", "{\"role\": \"" + role + "\"}")
			.as(this.api.admin())
			.send();
		var device = addPasskey(this.api.login(somebody.username(), Api.PASSWORD));
		restrict();
		var byPassword = this.api.loginRequest(somebody.username(), Api.PASSWORD).send();
		assertThat(byPassword.status()).as(byPassword.toString()).isEqualTo(status);
		var byPasskey = show(device);
		assertThat(byPasskey.status()).as(byPasskey.toString()).isEqualTo(status);
		if (status == 403) {
			assertThat(byPassword.code()).isEqualTo("auth.provider-only");
			assertThat(byPasskey.code()).isEqualTo("auth.provider-only");
		}
		assertThat(this.api.loginRequest(somebody.username(), "wrong password").send().code())
			.isEqualTo("auth.bad-credentials");
	}

	@Test
	void nobodyRegistersWithAPassword() {
		restrict();
		var name = unique();
		var refused = this.api
			.post("/api/v1/auth/register",
					"{\"name\": \"%1$s\", \"email\": \"%1$s@example.com\", \"password\": \"%2$s\"}".formatted(name,
							Api.PASSWORD))
			.send();
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("auth.provider-only");
		var id = join(unique());
		assertThat(user(id).getString("role")).as("registers at the provider").isEqualTo("USER");
	}

	@Test
	void refusedResetUnlinksNothing() {
		var subject = unique();
		var id = join(subject);
		restrict();
		this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"" + subject + "@issuer.example\"}").send();
		var token = this.postbox.open(this.postbox.about(id, "password-reset.requested"), "/data/token");
		var reset = "{\"token\": \"" + token + "\", \"password\": \"another good one\"}";
		assertThat(this.api.post("/api/v1/auth/reset-password", reset).send().code()).isEqualTo("auth.provider-only");
		assertThat(owner(subject)).isEqualTo(id);
		this.visitor = new Visitor(this.port);
		assertThat(visit(subject).location()).isEqualTo("/oauth2/apps");
		endRestriction();
		assertThat(this.api.post("/api/v1/auth/reset-password", reset).send().status()).isEqualTo(204);
	}

	@Test
	void personForWhomAnAccountWasCreatedSignsInAtTheProvider() {
		restrict();
		var subject = unique();
		var id = create(subject);
		assertThat(this.postbox.all(id, "password-reset.requested")).as("its link would be refused").isEmpty();
		assertThat(leadsToLink(visit(subject, (claims) -> claims.claim("email_verified", false)))).isTrue();
		this.visitor = new Visitor(this.port);
		assertThat(visit(subject).location()).isEqualTo("/oauth2/apps");
		assertThat(owner(subject)).isEqualTo(id);
		assertThat(user(id).getBoolean("emailVerified")).isTrue();
		assertThat(user(id)).doesNotContainKey("awaitsOwner");
		assertThat(this.postbox.about(id, "security.alert").at("/data/kind").asString()).isEqualTo("identity-linked");
	}

	@Test
	void accountInUseIsNotJoinedByItsAddress() {
		var subject = unique();
		var id = create(subject);
		var token = this.postbox.open(this.postbox.about(id, "password-reset.requested"), "/data/token");
		this.api
			.post("/api/v1/auth/reset-password", "{\"token\": \"" + token + "\", \"password\": \"another good one\"}")
			.send();
		restrict();
		assertThat(leadsToLink(visit(subject))).isTrue();
	}

	@Test
	void createdAccountIsNotJoinedByItsAddressWhileThereAreOtherWaysIn() {
		var subject = unique();
		create(subject);
		assertThat(problem(visit(subject))).isEqualTo("identity.email-known");
	}

	@Test
	void createdAccountOfAnAdministratorIsNotJoinedByItsAddress() {
		restrict();
		var subject = unique();
		var id = create(subject);
		this.api.put("/api/v1/admin/users/" + id + "/role", "{\"role\": \"admin\"}").as(this.api.admin()).send();
		assertThat(leadsToLink(visit(subject))).isTrue();
	}

	@Test
	void memberLinksTheirAccountByItsPasswordOnce() {
		var member = this.api.register();
		restrict();
		var subject = unique();
		var page = this.visitor
			.follow(visit(subject, (claims) -> claims.claim("email", member.username() + "@example.com")));
		var wrong = this.visitor.submit(page, LINK, "login", member.username(), "password", "wrong password");
		assertThat(wrong.status()).isEqualTo(401);
		assertThat(owner(subject)).isEmpty();
		var linked = this.visitor.submit(wrong, LINK, "login", member.username(), "password", Api.PASSWORD);
		assertThat(linked.location()).as(linked.text()).isEqualTo("/oauth2/apps");
		assertThat(owner(subject)).isEqualTo(member.id());
		assertThat(this.postbox.about(member.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("identity-linked");
		assertThat(this.api.loginRequest(member.username(), Api.PASSWORD).send().code())
			.isEqualTo("auth.provider-only");
		this.visitor = new Visitor(this.port);
		assertThat(visit(subject).location()).isEqualTo("/oauth2/apps");
	}

	@Test
	void secondFactorIsRequiredToLink() {
		var member = this.api.register();
		var device = enableSecondFactor(member);
		restrict();
		var subject = unique();
		var join = this.visitor.follow(visit(subject));
		var page = this.visitor.get(join.document().select("a[href*=link]").attr("href"));
		var refused = this.visitor.submit(page, LINK, "login", member.username(), "password", Api.PASSWORD);
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.error()).contains("second factor");
		this.clock.move(Duration.ofMinutes(1));
		var linked = this.visitor.submit(refused, LINK, "login", member.username(), "password", Api.PASSWORD, "code",
				device.code(this.clock.instant()));
		assertThat(linked.location()).as(linked.text()).isEqualTo("/oauth2/apps");
		assertThat(owner(subject)).isEqualTo(member.id());
	}

	/** Whether a browser is led to the form that links an account by its password. */
	private boolean leadsToLink(Seen visited) {
		return !this.visitor.follow(visited).document().select(LINK).isEmpty();
	}

	/** Creates the account of the person with this subject at the provider. */
	private String create(String subject) {
		var created = this.api
			.post("/api/v1/admin/users", "{\"name\": \"%1$s\", \"email\": \"%1$s@issuer.example\"}".formatted(subject))
			.as(this.api.admin())
			.send();
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		return created.data().path("id").asString();
	}

	@Test
	void passwordIsNoOtherWayIn() {
		var subject = unique();
		var id = join(subject);
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), Update.update("passwordHash", anyHash()),
				"users");
		var identity = this.mongo.findOne(Query.query(Criteria.where("subject").is(subject)), Document.class,
				"identities");
		restrict();
		var path = "/api/v1/users/me/identities/" + ((identity != null) ? identity.getString("_id") : "");
		var somebody = tokenOf(id);
		assertThat(this.api.delete(path).as(somebody).send().code()).isEqualTo("auth.last-way-in");
		endRestriction();
		assertThat(this.api.delete(path).as(somebody).send().status()).isEqualTo(204);
	}

	@Test
	void disabledProviderRestrictsNobody() {
		restrict();
		var somebody = "{\"enabled\": false}";
		assertThat(this.api.patch(PROVIDERS + this.provider, somebody).as(this.api.admin()).send().status())
			.isEqualTo(200);
		try {
			assertThat(this.api.register().username()).isNotEmpty();
			assertThat(this.visitor.get("/oauth2/login").document().select("form")).isNotEmpty();
		}
		finally {
			this.api.patch(PROVIDERS + this.provider, "{\"enabled\": true}").as(this.api.admin()).send();
		}
	}

	@Test
	void oneProviderIsTheOnlyWayIn() {
		var other = add("oidc", this.issuer.address(), true);
		restrict();
		assertThat(setOnly(other, this.api.admin()).code()).isEqualTo("identity-provider.other-only-way-in");
		assertThat(setOnly(this.provider, this.api.admin()).status()).as("again").isEqualTo(200);
	}

	@Test
	void oneOfTwoConcurrentlySetProvidersIsTheOnlyWayIn() {
		var other = add("oidc", this.issuer.address(), true);
		var another = this.api.register();
		this.api.put("/api/v1/admin/users/" + another.id() + "/role", "{\"role\": \"admin\"}")
			.as(this.api.admin())
			.send();
		var admin = this.api.login(another.username(), Api.PASSWORD);
		var answers = this.race.run("update", "identity_providers", List
			.<Callable<TestResponse>>of(() -> setOnly(this.provider, this.api.admin()), () -> setOnly(other, admin)));
		assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(200, 409);
		assertThat(answers).extracting(TestResponse::code).contains("identity-provider.other-only-way-in");
	}

	@Test
	void administratorLocksNobodyOutNorThemselves() {
		var id = join(unique());
		this.api.put("/api/v1/admin/users/" + id + "/role", "{\"role\": \"admin\"}").as(this.api.admin()).send();
		var admin = tokenOf(id);
		var other = add("github", "https://github.com", false);
		assertThat(setOnly(other, admin).code()).isEqualTo("auth.last-way-in");
		assertThat(this.api.register().username()).as("nothing has changed").isNotEmpty();
		assertThat(setOnly(this.provider, admin).status()).isEqualTo(200);
	}

	@Test
	void administratorRemovesNotTheirLastWayIn() {
		var id = join(unique());
		this.api.put("/api/v1/admin/users/" + id + "/role", "{\"role\": \"admin\"}").as(this.api.admin()).send();
		assertThat(this.api.delete(PROVIDERS + this.provider).as(tokenOf(id)).send().code())
			.isEqualTo("auth.last-way-in");
		assertThat(this.api.get(PROVIDERS + this.provider).as(this.api.admin()).send().status()).isEqualTo(200);
	}

	@Test
	void sessionsStay() {
		var somebody = this.api.register();
		restrict();
		assertThat(this.api.get("/api/v1/users/me").as(somebody).send().status()).isEqualTo(200);
		this.clock.move(Duration.ofMinutes(20));
		assertThat(this.api.refresh(somebody.refreshToken()).send().status()).isEqualTo(200);
	}

	private void restrict() {
		var done = setOnly(this.provider, this.api.admin());
		assertThat(done.status()).as(done.toString()).isEqualTo(200);
		assertThat(done.data().path("onlyWayIn").asBoolean()).isTrue();
	}

	private TestResponse setOnly(String id, TestUser admin) {
		return this.api.patch(PROVIDERS + id, "{\"onlyWayIn\": true}").as(admin).send();
	}

	private String anyHash() {
		return user(this.api.register().id()).getString("passwordHash");
	}

}
