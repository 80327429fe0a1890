package org.parley.auth.federation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.auth.oauth.Visitor;
import org.parley.auth.oauth.Visitor.Seen;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.PersonalDataKinds;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** Accounts of people who come from other providers. */
@AuthTest
class FederationIT extends FederationScene {

	private static final String IDENTITIES = "/api/v1/users/me/identities";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private Race race;

	@Autowired
	private StartSession startSession;

	@Autowired
	private Users users;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private PersonalDataKinds data;

	@Autowired
	private Job eraseAccounts;

	@Test
	void requestHasStateNonceAndCodeChallenge() {
		var asked = leave();
		assertThat(asked).containsEntry("response_type", "code")
			.containsEntry("client_id", TestIssuer.CLIENT)
			.containsEntry("code_challenge_method", "S256")
			.containsEntry("redirect_uri", "http://parley.test/oauth2/federation/" + this.provider + "/callback")
			.containsKeys("state", "nonce", "code_challenge");
		assertThat(asked.get("scope")).contains("openid", "email");
		var note = String.valueOf(this.visitor.cookies().get("parley_federation"));
		assertThat(note).doesNotContain(String.valueOf(asked.get("state")));
	}

	@Test
	void newPersonGetsAnAccountWithoutPassword() {
		var subject = unique();
		var form = this.visitor.follow(visit(subject));
		assertThat(form.document().select("#username").attr("value")).isEqualTo(subject);
		assertThat(form.document().select("#email").attr("value")).isEqualTo(subject + "@issuer.example");
		var joined = this.visitor.submit(form, "form", "username", "x" + subject.substring(4), "name", "Nora Helmer");
		assertThat(joined.location()).isEqualTo("/oauth2/apps");
		var user = user(owner(subject));
		assertThat(user.getString("username")).isEqualTo("x" + subject.substring(4));
		assertThat(user.getBoolean("emailVerified")).as("verified by a trusted provider").isTrue();
		assertThat(user.containsKey("passwordHash")).isFalse();
		assertThat(this.visitor.get("/oauth2/apps").status()).isEqualTo(200);
		assertThat(this.issuer.server().findAll(postRequestedFor(urlEqualTo("/token"))).getLast().getBodyAsString())
			.contains("code_verifier=");
		assertThat(this.api.loginRequest(subject + "@issuer.example", Api.PASSWORD).send().code())
			.isEqualTo("auth.bad-credentials");
	}

	@Test
	void knownPersonSignsInAndReturnsToTheirPage() {
		var subject = unique();
		join(subject);
		this.visitor = new Visitor(this.port);
		var page = this.visitor.get("/oauth2/login?continue=%2Foauth2%2Fdevice");
		var button = page.document().select(".providers a[href*=" + this.provider + "]");
		assertThat(button.text()).isEqualTo("Continue with Example");
		var asked = leave(button.attr("href"));
		this.issuer.grant(this.issuer.claims(subject, asked.get("nonce"), this.clock.instant()).build());
		assertThat(arrive(asked).location()).isEqualTo("/oauth2/device");
		assertThat(this.visitor.get("/oauth2/apps").status()).isEqualTo(200);
	}

	@Test
	void tabsOfABrowserSignInEach() {
		var subject = unique();
		join(subject);
		this.visitor = new Visitor(this.port);
		var tabs = Stream.of("/oauth2/device", "/oauth2/apps")
			.map((next) -> Map.entry(next, leave("/oauth2/federation/" + this.provider + "?continue=" + encode(next))))
			.toList();
		for (var tab : tabs) {
			this.issuer.grant(this.issuer.claims(subject, tab.getValue().get("nonce"), this.clock.instant()).build());
			var arrived = arrive(tab.getValue());
			assertThat(arrived.location()).as(arrived.text()).isEqualTo(tab.getKey());
		}
		assertThat(problem(arrive(tabs.getFirst().getValue()))).isEqualTo("federation.state");
	}

	@Test
	void browserKeepsFewRequests() {
		for (int i = 0; i < 9; i++) {
			leave();
		}
		assertThat(this.visitor.cookies().keySet().stream().filter((name) -> name.startsWith("parley_federation")))
			.hasSize(4);
		assertThat(visit(unique()).status()).isEqualTo(303);
	}

	@Test
	void requestThatNoCookieHoldsIsRefused() {
		var state = new Random(1).ints(5_800, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
		var path = "/oauth2/federation/" + this.provider + "?continue=";
		var kept = this.visitor.get(path + encode("/oauth2/authorize?state=" + state.substring(0, 2_000)));
		assertThat(kept.status()).isEqualTo(303);
		var refused = this.visitor.get(path + encode("/oauth2/authorize?state=" + state));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(problem(refused)).isEqualTo("federation.too-long");
		assertThat(refused.text()).contains("Sign in here first");
	}

	@Test
	void tabsOfABrowserJoinEach() {
		var tabs = Stream.generate(FederationScene::unique)
			.limit(2)
			.map((subject) -> Map.entry(subject, visit(subject).location()))
			.toList();
		for (var tab : tabs) {
			this.visitor.submit(this.visitor.get(tab.getValue()), "form");
			var owner = owner(tab.getKey());
			assertThat(owner).isNotEmpty();
			assertThat(user(owner).getString("email")).isEqualTo(tab.getKey() + "@issuer.example");
			assertThat(problem(this.visitor.get(tab.getValue()))).isEqualTo("federation.state");
		}
	}

	@Test
	void browserKeepsFewPersonsWhoJoin() {
		for (int i = 0; i < 9; i++) {
			visit(unique());
		}
		assertThat(this.visitor.cookies().keySet().stream().filter((name) -> name.startsWith("parley_joining")))
			.hasSize(4);
		assertThat(this.visitor.follow(visit(unique())).status()).isEqualTo(200);
	}

	@Test
	void foreignAddressIsNotReturnedTo() {
		var subject = unique();
		join(subject);
		var asked = leave("/oauth2/federation/" + this.provider + "?continue=" + encode("//evil.test"));
		this.issuer.grant(this.issuer.claims(subject, asked.get("nonce"), this.clock.instant()).build());
		assertThat(arrive(asked).location()).isEqualTo("/oauth2/apps");
	}

	@ParameterizedTest
	@CsvSource({ "true, false, true", "false, true, false", "false, false, false" })
	void addressIsVerifiedOnlyByATrustedProvider(boolean trusted, boolean verified, boolean changed) {
		this.provider = add("oidc", this.issuer.address(), trusted);
		var subject = unique();
		var form = this.visitor.follow(visit(subject, (claims) -> claims.claim("email_verified", verified)));
		if (changed) {
			this.visitor.submit(form, "form", "email", "other-" + subject + "@example.org");
		}
		else {
			this.visitor.submit(form, "form");
		}
		assertThat(user(owner(subject)).getBoolean("emailVerified")).isFalse();
	}

	@Test
	void existingAddressIsNeverJoined() {
		var somebody = this.api.register();
		var address = somebody.username() + "@example.com";
		var subject = unique();
		var refused = visit(subject, (claims) -> claims.claim("email", address.toUpperCase(Locale.ROOT)));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(problem(refused)).isEqualTo("identity.email-known");
		assertThat(refused.document().select("a[href='/sign-in?back=%2Fsettings%2Fsecurity']")).hasSize(1);
		var form = this.visitor.follow(visit(subject));
		var again = this.visitor.submit(form, "form", "email", address);
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.error()).contains("There is an account with this mail address");
		assertThat(owner(subject)).isEmpty();
	}

	@Test
	void proposedNameMayBeChosen() {
		var form = this.visitor.follow(
				visit(unique(), (claims) -> claims.claim("name", "Parley Team").claim("preferred_username", "nora")));
		assertThat(form.document().select("#name").attr("value")).isEqualTo("nora");
	}

	@ParameterizedTest
	@CsvSource({ "username, admin", "name, ' '" })
	void invalidFieldIsShownAgain(String field, String value) {
		var subject = unique();
		var form = this.visitor.follow(visit(subject));
		var refused = this.visitor.submit(form, "form", field, value);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.document().select("#" + field).attr("aria-invalid")).isEqualTo("true");
		assertThat(refused.error()).isNotEmpty().doesNotContain("??");
		assertThat(owner(subject)).isEmpty();
		assertThat(this.visitor
			.submit(refused, "form", "username", "u" + subject.substring(4), "name", "Nora", "email",
					subject + "@example.org")
			.status()).isEqualTo(303);
	}

	@Test
	void twoCallbacksAtOnceMakeOneAccount() {
		var subject = unique();
		var racers = Stream.generate(() -> {
			this.visitor = new Visitor(this.port);
			var browser = this.visitor;
			var form = browser.follow(visit(subject));
			return (Callable<Integer>) () -> browser
				.submit(form, "form", "username", unique(), "email", unique() + "@example.org")
				.status();
		}).limit(2).toList();
		assertThat(this.race.run("insert", "identities", racers)).containsExactlyInAnyOrder(303, 409);
		assertThat(this.mongo.count(Query.query(Criteria.where("subject").is(subject)), "identities")).isEqualTo(1);
		assertThat(this.mongo.count(Query.query(Criteria.where("profile.displayName").is("Nora " + subject)), "users"))
			.isEqualTo(1);
	}

	@Test
	void secondFactorHolds() {
		var somebody = this.api.register();
		var subject = unique();
		link(somebody, subject);
		var device = enableSecondFactor(somebody);
		this.visitor = new Visitor(this.port);
		var asked = visit(subject);
		assertThat(asked.location()).isEqualTo("/oauth2/login/code");
		assertThat(this.visitor.cookies()).doesNotContainKey("parley_browser");
		var page = this.visitor.get(asked.location());
		assertThat(this.visitor.submit(page, "form[action=/oauth2/login/code]", "code", "000000").status())
			.isEqualTo(401);
		this.clock.move(Duration.ofSeconds(60));
		var code = device.code(this.clock.instant());
		assertThat(this.visitor.submit(page, "form[action=/oauth2/login/code]", "code", code).status()).isEqualTo(303);
		assertThat(this.visitor.get("/oauth2/apps").status()).isEqualTo(200);
	}

	@Test
	void pendingSecondFactorEndsWithTheIdentity() {
		var somebody = this.api.register();
		var subject = unique();
		link(somebody, subject);
		enableSecondFactor(somebody);
		this.visitor = new Visitor(this.port);
		visit(subject);
		unlink(somebody);
		assertThat(this.visitor.get("/oauth2/login/code").location()).isEqualTo("/oauth2/login");
	}

	@Test
	void bannedPersonIsRefused() {
		var subject = unique();
		var id = join(subject);
		this.api.post("/api/v1/admin/users/" + id + "/ban", "{\"reason\": \"Advertising.\"}")
			.as(this.api.admin())
			.send();
		this.visitor = new Visitor(this.port);
		var refused = visit(subject);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(problem(refused)).isEqualTo("auth.banned");
		assertThat(refused.document().select("main").text()).contains("Advertising.");
		assertThat(this.visitor.cookies()).doesNotContainKey("parley_browser");
	}

	@Test
	void ownerLinksAndUnlinksAnIdentity() {
		var somebody = this.api.register();
		var subject = unique();
		var linked = link(somebody, subject);
		assertThat(linked.location()).isEqualTo("/settings/security?linked=true");
		assertThat(owner(subject)).isEqualTo(somebody.id());
		var shown = this.api.get(IDENTITIES).as(somebody).send().data();
		assertThat(shown.at("/0/label").asString()).isEqualTo(subject + "@issuer.example");
		assertThat(shown.at("/0/provider").asString()).isEqualTo(this.provider);
		assertThat(this.postbox.about(somebody.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("identity-linked");
		assertThat(acts(somebody)).contains("IDENTITY_LINKED");
		assertThat(unlink(somebody)).isEqualTo(204);
		assertThat(owner(subject)).isEmpty();
		assertThat(acts(somebody)).endsWith("IDENTITY_UNLINKED");
		assertThat(this.postbox.about(somebody.id(), "security.alert", 2).at("/data/kind").asString())
			.isEqualTo("identity-unlinked");
	}

	@Test
	void outcomesAreCountedByProvider() {
		this.provider = add("oidc", this.issuer.address(), true);
		var subject = unique();
		join(subject);
		this.visitor = new Visitor(this.port);
		visit(subject);
		arrive("?code=a&state=guessed");
		link(this.api.register(), unique());
		var dead = add("oidc", "http://127.0.0.1:1", false);
		this.visitor.get("/oauth2/federation/" + dead);
		for (var outcome : List.of("registered", "signed-in", "linked", "federation.state")) {
			assertThat(count(this.provider, outcome)).as(outcome).isEqualTo(1);
		}
		assertThat(count(dead, "federation.unavailable")).isEqualTo(1);
	}

	private double count(String id, String outcome) {
		return this.meters.counter("parley.federation", "provider", id, "outcome", outcome).count();
	}

	@Test
	void identityIsInTheExportAndGoesWithTheAccount() {
		var somebody = this.api.register();
		var subject = unique();
		link(somebody, subject);
		var exported = this.data.find("identities").orElseThrow().show(somebody.id(), null, 10);
		assertThat(exported).singleElement()
			.satisfies(
					(one) -> assertThat(one.value().toString()).contains(subject + "@issuer.example", this.provider));
		this.api.request("DELETE", "/api/v1/users/me", "{\"password\": \"%s\"}".formatted(Api.PASSWORD))
			.as(somebody)
			.send();
		assertThat(visit(subject).status()).as("a closed account").isEqualTo(403);
		this.clock.move(Duration.ofDays(14));
		this.eraseAccounts.run();
		assertThat(owner(subject)).isEmpty();
	}

	@Test
	void personWithoutPasswordRestoresAClosedAccount() {
		var subject = unique();
		var id = join(subject);
		assertThat(this.api.request("DELETE", "/api/v1/users/me", "{}").as(signedIn(id)).send().status())
			.isEqualTo(202);
		this.visitor = new Visitor(this.port);
		var refused = visit(subject);
		assertThat(problem(refused)).isEqualTo("account.deleting");
		var restored = this.visitor.submit(refused, "form[action=/oauth2/login/restore]");
		assertThat(restored.status()).as(restored.text()).isEqualTo(200);
		assertThat(visit(subject).status()).isEqualTo(303);
		assertThat(this.visitor.cookies()).containsKey("parley_browser");
	}

	@Test
	void lastWayInStays() {
		var subject = unique();
		var id = join(subject);
		var identity = this.mongo.findOne(Query.query(Criteria.where("subject").is(subject)), Document.class,
				"identities");
		var me = signedIn(id);
		var path = IDENTITIES + "/" + Objects.requireNonNull(identity).getString("_id");
		assertThat(this.api.delete(path).as(me).send().code()).isEqualTo("auth.last-way-in");
		assertThat(owner(subject)).isEqualTo(id);
	}

	@Test
	void linkOfAnotherAccountIsRefused() {
		var attacker = this.api.register();
		var victim = this.api.register();
		var path = startLink(attacker);
		signInAtPages(victim);
		var refused = this.visitor.get(path);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(problem(refused)).isEqualTo("federation.other-account");
		var own = startLink(victim);
		var subject = unique();
		var asked = leave(own);
		this.issuer.grant(this.issuer.claims(subject, asked.get("nonce"), this.clock.instant()).build());
		this.visitor.cookies().remove("parley_browser");
		signInAtPages(attacker);
		assertThat(problem(arrive(asked))).as("somebody else is signed in on return")
			.isEqualTo("federation.other-account");
		assertThat(owner(subject)).isEmpty();
	}

	@Test
	void linkNeedsASignedInBrowserAndExpires() {
		var somebody = this.api.register();
		var path = startLink(somebody);
		var later = path + "&ask=true";
		assertThat(this.visitor.get(path).location()).isEqualTo("/oauth2/login?continue=" + encode(later));
		signInAtPages(somebody);
		var page = this.visitor.get(later);
		assertThat(page.status()).as("A redirect of the sign-in form must not end at another site").isEqualTo(200);
		assertThat(page.document().select("main a").attr("href")).isEqualTo(path);
		this.clock.move(Duration.ofMinutes(10));
		assertThat(problem(this.visitor.get(path))).isEqualTo("federation.state");
		assertThat(problem(this.visitor.get("/oauth2/federation/" + this.provider + "?link=forged")))
			.isEqualTo("federation.state");
	}

	@Test
	void permissionToLinkIsUsedOnce() {
		var somebody = this.api.register();
		signInAtPages(somebody);
		var path = startLink(somebody);
		var slow = leave(path);
		var quick = leave(path);
		var refused = this.race.holding("update users", () -> problem(arriveAs("slow" + somebody.id(), slow)),
				() -> assertThat(arriveAs("quick" + somebody.id(), quick).status()).isEqualTo(303));
		assertThat(refused).isEqualTo("federation.state");
		assertThat(problem(this.visitor.get(path))).isEqualTo("federation.state");
		assertThat(owner("quick" + somebody.id())).isEqualTo(somebody.id());
		assertThat(owner("slow" + somebody.id())).isEmpty();
	}

	@Test
	void permissionToLinkEndsWithAChangeOfCredentials() {
		var somebody = this.api.register();
		signInAtPages(somebody);
		var path = startLink(somebody);
		enableSecondFactor(somebody);
		assertThat(problem(this.visitor.get(path))).isEqualTo("federation.state");
	}

	@Test
	void linkNeedsAPasswordOrARecentSignIn() {
		var somebody = this.api.register();
		this.clock.move(Duration.ofMinutes(11));
		var body = "{\"provider\": \"" + this.provider + "\"}";
		assertThat(this.api.post(IDENTITIES, body).as(somebody).send().code())
			.isEqualTo("auth.recent-sign-in-required");
		var wrong = "{\"provider\": \"" + this.provider + "\", \"password\": \"wrong password\"}";
		assertThat(this.api.post(IDENTITIES, wrong).as(somebody).send().code()).isEqualTo("auth.password-wrong");
		assertThat(startLink(somebody)).startsWith("/oauth2/federation/");
	}

	@Test
	void identityBelongsToOneAccount() {
		var subject = unique();
		join(subject);
		this.visitor = new Visitor(this.port);
		var refused = link(this.api.register(), subject);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(problem(refused)).isEqualTo("identity.taken");
		assertThat(refused.document().select("h1").text()).isEqualTo("This did not work");
		assertThat(refused.document().select("main a").attr("href")).isEqualTo("/settings/security");
	}

	@Test
	void identityThatIsLinkedToAnotherAccountMeanwhileDoesNotSignIn() {
		var subject = unique();
		join(subject);
		var other = this.api.register();
		this.visitor = new Visitor(this.port);
		var asked = leave();
		var refused = this.race.holding("find users", () -> problem(arriveAs(subject, asked)),
				() -> this.mongo.updateFirst(Query.query(Criteria.where("subject").is(subject)),
						Update.update("userId", other.id()), "identities"));
		assertThat(refused).isEqualTo("identity.email-known");
	}

	@Test
	void identityGoesWithARecovery() {
		var somebody = this.api.register();
		var subject = unique();
		link(somebody, subject);
		this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"" + somebody.username() + "@example.com\"}")
			.send();
		var token = this.postbox.open(this.postbox.about(somebody.id(), "password-reset.requested"), "/data/token");
		assertThat(this.api
			.post("/api/v1/auth/reset-password", "{\"token\": \"" + token + "\", \"password\": \"another good one\"}")
			.send()
			.status()).isEqualTo(204);
		assertThat(owner(subject)).isEmpty();
	}

	@Test
	void rotatedKeysAreFetched() {
		var subject = unique();
		join(subject);
		this.issuer.rotateKeys();
		assertThat(visit(subject).location()).isEqualTo("/oauth2/apps");
	}

	@Test
	void deadProviderIsNotAskedForAWhileAndLeavesTheOthers() {
		var good = this.provider;
		try (var dead = new TestIssuer()) {
			this.provider = add("oidc", dead.address(), false);
			leave();
			dead.server().resetAll();
			dead.server()
				.stubFor(get("/.well-known/openid-configuration")
					.willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
			this.clock.move(Duration.ofHours(1));
			for (int i = 0; i < 10; i++) {
				var refused = this.visitor.get("/oauth2/federation/" + this.provider);
				assertThat(refused.status()).isEqualTo(503);
				assertThat(refused.header("Retry-After")).isEqualTo("30");
				assertThat(problem(refused)).isEqualTo("federation.unavailable");
			}
			assertThat(dead.server().getAllServeEvents()).as("requests before the circuit opened").hasSizeLessThan(10);
		}
		this.provider = good;
		assertThat(visit(unique()).location()).contains("/join?state=");
	}

	@Test
	void providersAreOrderedDisabledTestedAndRemoved() {
		var admin = this.api.admin();
		var path = "/api/v1/admin/identity-providers/";
		var id = add("oidc", this.issuer.address(), true);
		assertThat(this.api.get("/api/v1/auth/identity-providers").send().data().toString()).contains(id)
			.doesNotContain(TestIssuer.SECRET, TestIssuer.CLIENT);
		assertThat(this.api.post(path + id + "/test").as(admin).send().status()).isEqualTo(204);
		var changed = this.api.patch(path + id, "{\"enabled\": false, \"position\": 7, \"name\": \"Second\"}")
			.as(admin)
			.send();
		assertThat(changed.data().path("position").asInt()).isEqualTo(7);
		assertThat(changed.toString()).doesNotContain(TestIssuer.SECRET);
		assertThat(this.api.get("/api/v1/auth/identity-providers").send().data().toString()).doesNotContain(id);
		var gone = this.visitor.get("/oauth2/federation/" + id);
		assertThat(gone.status()).isEqualTo(404);
		assertThat(problem(gone)).isEqualTo("identity-provider.not-found");
		this.api.patch(path + id, "{\"issuer\": \"" + this.issuer.address() + "/other\"}").as(admin).send();
		assertThat(this.api.post(path + id + "/test").as(admin).send().code()).isEqualTo("federation.misconfigured");
		assertThat(this.api.delete(path + id).as(admin).send().status()).isEqualTo(204);
		assertThat(this.api.get(path + id).as(admin).send().code()).isEqualTo("identity-provider.not-found");
		assertThat(this.mongo.find(new Query(), Document.class, "identity_providers").toString())
			.doesNotContain(TestIssuer.SECRET);
	}

	private Seen link(TestUser somebody, String subject) {
		signInAtPages(somebody);
		return arriveAs(subject, leave(startLink(somebody)));
	}

	private Seen arriveAs(String subject, Map<String, String> asked) {
		this.issuer.grant(this.issuer.claims(subject, asked.get("nonce"), this.clock.instant()).build());
		return arrive(asked);
	}

	private String startLink(TestUser somebody) {
		return this.api
			.post(IDENTITIES,
					JSON.createObjectNode().put("provider", this.provider).put("password", Api.PASSWORD).toString())
			.as(somebody)
			.send()
			.data()
			.path("path")
			.asString();
	}

	private void signInAtPages(TestUser somebody) {
		var done = this.visitor.signIn(this.visitor.get("/oauth2/login?fresh=true"), somebody);
		assertThat(done.status()).isEqualTo(303);
	}

	private int unlink(TestUser somebody) {
		var id = this.api.get(IDENTITIES).as(somebody).send().data().at("/0/id").asString();
		return this.api.delete(IDENTITIES + "/" + id).as(somebody).send().status();
	}

	/** Signs a user without a password in to the API. */
	private TestUser signedIn(String id) {
		var tokens = this.unitOfWork.run(() -> this.startSession.signIn(this.users.findById(id).orElseThrow(),
				new ClientDevice("192.0.2.1", "")));
		return new TestUser(id, tokens.user().username(), tokens.accessToken());
	}

}
