package org.parley.auth.federation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.auth.AuthTest;
import org.parley.auth.oauth.Visitor;
import org.parley.auth.oauth.Visitor.Seen;
import org.parley.auth.oauth.discourse.DiscourseMessage;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * DiscourseConnect both ways: other sites sign in here, and people of a site come here.
 * {@code DiscourseAnswersTests} has every answer of a site.
 */
@AuthTest
class DiscourseConnectIT extends FederationScene {

	private static final String SITES = "/api/v1/admin/discourse-sites";

	private static final String CONNECT = "/oauth2/discourse-connect?";

	private static final String SHOP = "https://shop.example";

	private String secret = "";

	private String site = "";

	@BeforeAll
	void addSite() {
		var added = add("{\"name\": \"Shop\", \"address\": \"%s\"}".formatted(SHOP));
		assertThat(added.status()).as(added.toString()).isEqualTo(201);
		this.secret = added.data().path("secret").asString();
		this.site = super.add("discourse", "https://site.example/connect", true);
	}

	@Test
	void personSignsInAtAnotherProgram() {
		var subject = unique();
		var id = join(subject);
		var answer = message(this.visitor.get(CONNECT + question(SHOP + "/back?to=cart", this.secret)), this.secret);
		assertThat(answer.values()).containsEntry("nonce", "a-nonce")
			.containsEntry("external_id", id)
			.containsEntry("username", subject)
			.containsEntry("email", subject + "@issuer.example")
			.containsEntry("admin", "false")
			.containsEntry("moderator", "false");
		assertThat(acts(new TestUser(id, subject, ""))).contains("DISCOURSE_SIGNED_IN");
	}

	@Test
	void addressOfDiscourseLeadsToTheSamePage() {
		var query = question(SHOP + "/back", this.secret);
		var seen = this.visitor.get("/session/sso_provider?" + query + "&utm_source=mail");
		assertThat(seen.location()).as(seen.status() + seen.text()).isEqualTo(CONNECT + query);
	}

	@Test
	void guestSignsInFirstUnlessTheSiteAsksSilently() {
		var query = question(SHOP + "/back", this.secret);
		var signIn = this.visitor.get(CONNECT + query);
		assertThat(signIn.location()).startsWith("/oauth2/login?continue=%2Foauth2%2Fdiscourse-connect");
		assertThat(this.visitor.follow(signIn).document().select("input[name=continue]").attr("value"))
			.isEqualTo(CONNECT + query);
		assertThat(askSilently()).isEqualTo(Map.of("nonce", "a-nonce", "failed", "true"));
	}

	@Test
	void unverifiedAddressIsToldToNobody() {
		var id = join(unique());
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), new Update().set("emailVerified", false),
				"users");
		var refused = this.visitor.get(CONNECT + question(SHOP + "/back", this.secret));
		assertThat(refused.isLeading()).isFalse();
		assertThat(refused.status()).isEqualTo(403);
		assertThat(askSilently()).isEqualTo(Map.of("nonce", "a-nonce", "failed", "true"));
	}

	private Map<String, String> askSilently() {
		var values = values(SHOP + "/back");
		values.put("prompt", "none");
		return message(this.visitor.get(CONNECT + query(values, this.secret)), this.secret).values();
	}

	static Stream<Arguments> hostileQuestions() {
		return Stream.of(hostile("other site", (test) -> question("https://evil.example/back", test.secret)),
				hostile("other secret", (_) -> question(SHOP + "/back", "not the secret")),
				hostile("no signature", (test) -> question(SHOP + "/back", test.secret).replaceFirst("&sig=.*", "")),
				hostile("empty signature",
						(test) -> question(SHOP + "/back", test.secret).replaceFirst("&sig=.*", "&sig=")),
				hostile("changed payload",
						(test) -> question(SHOP + "/back", test.secret).replaceFirst("sso=.", "sso=x")),
				hostile("no nonce", (test) -> query(Map.of("return_sso_url", SHOP + "/back"), test.secret)),
				hostile("no address", (test) -> query(Map.of("nonce", "a"), test.secret)),
				hostile("nothing", (_) -> ""), hostile("no base64", (_) -> "sso=%FF%00&sig=" + "0".repeat(64)),
				hostile("overlong", (test) -> question(SHOP + "/" + "a".repeat(3500), test.secret)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostileQuestions")
	void hostileQuestionIsRefused(String what, Function<DiscourseConnectIT, String> query) {
		join(unique());
		var refused = this.visitor.get(CONNECT + query.apply(this));
		assertThat(refused.status()).as(what + refused.text()).isEqualTo(400);
		assertThat(refused.location()).isEmpty();
	}

	@Test
	void removedSiteSignsNobodyIn() {
		var added = add("{\"name\": \"Blog\", \"address\": \"https://blog.example\"}");
		var query = question("https://blog.example/back", added.data().path("secret").asString());
		join(unique());
		assertThat(this.visitor.get(CONNECT + query).isLeading()).isTrue();
		assertThat(
				this.api.delete(SITES + "/" + added.data().path("id").asString()).as(this.api.admin()).send().status())
			.isEqualTo(204);
		assertThat(this.visitor.get(CONNECT + query).status()).isEqualTo(400);
		assertThat(StoredTexts.collectionsContaining(this.mongo, added.data().path("secret").asString())).isEmpty();
	}

	@Test
	void unsafeAddressOfSiteIsRefused() {
		var refused = add("{\"name\": \"N\", \"address\": \"https://a.example/?next=b\"}");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("address");
	}

	@Test
	void siteWithOnePageIsReturnedToThatPage() {
		var page = "https://page.example/session/sso_login";
		var added = add("{\"name\": \"Page\", \"address\": \"%s\"}".formatted(page)).data();
		var secret = added.path("secret").asString();
		var returned = this.visitor.get(CONNECT + question(page + "?to=%2Fcart", secret));
		var other = this.visitor.get(CONNECT + question(page + "x", secret));
		this.api.delete(SITES + "/" + added.path("id").asString()).as(this.api.admin()).send();
		assertThat(returned.status()).isEqualTo(303);
		assertThat(other.status()).isEqualTo(400);
	}

	@Test
	void signInPageNamesTheSiteAndMayReturnToIt() {
		var page = this.visitor.follow(this.visitor.get(CONNECT + question(SHOP + "/back?to=cart", this.secret)));
		assertThat(page.text()).contains("Shop");
		assertThat(page.header("Content-Security-Policy")).doesNotContain("form-action");
		var forged = this.visitor.follow(this.visitor
			.get("/oauth2/login?continue=" + encode(CONNECT + question("https://evil.example/back", this.secret))));
		assertThat(forged.header("Content-Security-Policy")).contains("form-action 'self'");
	}

	@Test
	void siteSignsPersonOut() {
		join(unique());
		var values = values(SHOP + "/goodbye");
		values.put("logout", "true");
		var query = query(values, this.secret);
		assertThat(this.visitor.get(CONNECT + query.replaceFirst("sig=.", "sig=x")).status()).isEqualTo(400);
		assertThat(this.visitor.get("/oauth2/apps").status()).as("a forged request signs nobody out").isEqualTo(200);
		assertThat(this.visitor.get(CONNECT + query).location()).isEqualTo(SHOP + "/goodbye");
		assertThat(this.visitor.get("/oauth2/apps").location()).startsWith("/oauth2/login");
		assertThat(this.visitor.get(CONNECT + query).location()).as("again").isEqualTo(SHOP + "/goodbye");
	}

	@Test
	void sitesAreListedWithoutTheirSecrets() {
		assertThat(add("{\"name\": \"Shop\", \"address\": \"%s\"}".formatted(SHOP)).code())
			.isEqualTo("discourse-site.exists");
		var listed = this.api.get(SITES).as(this.api.admin()).send().data();
		assertThat(listed.at("/0/address").asString()).isEqualTo(SHOP);
		assertThat(listed.at("/0").has("secret")).isFalse();
		assertThat(this.api.delete(SITES + "/nobody").as(this.api.admin()).send().code())
			.isEqualTo("discourse-site.not-found");
	}

	@Test
	void personOfASiteJoinsAndSignsIn() {
		var name = unique();
		var form = this.visitor.follow(returned(leaveForSite(), Map.of("external_id", name, "email",
				name + "@site.example", "username", name, "name", "Nora", "admin", "true")));
		assertThat(form.document().select("#username").attr("value")).isEqualTo(name);
		assertThat(this.visitor.submit(form, "form").location()).isEqualTo("/oauth2/apps");
		var user = user(owner(name));
		assertThat(user.getBoolean("emailVerified")).isTrue();
		assertThat(user.getString("role")).as("a site appoints nobody here").isEqualTo("USER");
		this.visitor = new Visitor(this.port);
		assertThat(returned(leaveForSite(), Map.of("external_id", name)).location()).isEqualTo("/oauth2/apps");
	}

	@Test
	void addressThatExistsHereIsNotJoined() {
		var known = unique();
		join(known);
		this.visitor = new Visitor(this.port);
		var refused = returned(leaveForSite(),
				Map.of("external_id", unique(), "email", known.toUpperCase(Locale.ROOT) + "@issuer.example"));
		assertThat(problem(refused)).isEqualTo("identity.email-known");
	}

	@Test
	void siteNeedsNoClientIdAndCannotBeTested() {
		var id = "site-" + Long.toString(System.nanoTime(), 36);
		var added = this.api.post("/api/v1/admin/identity-providers", """
				{"id": "%s", "kind": "discourse", "name": "Site", "issuer": "https://other.example/?do=connect",
				"clientSecret": "known-to-both"}""".formatted(id)).as(this.api.admin()).send();
		assertThat(added.status()).as(added.toString()).isEqualTo(201);
		assertThat(added.data().path("clientId").asString()).isEmpty();
		assertThat(this.visitor.get("/oauth2/federation/" + id).location())
			.startsWith("https://other.example/?do=connect&sso=");
		assertThat(this.api.post("/api/v1/admin/identity-providers/" + id + "/test").as(this.api.admin()).send().code())
			.isEqualTo("federation.untestable");
	}

	@Test
	void addressThatASiteHasNotVerifiedIsNotVerified() {
		var name = unique();
		var form = this.visitor.follow(returned(leaveForSite(), Map.of("external_id", name, "email",
				name + "@site.example", "username", name, "require_activation", "true")));
		this.visitor.submit(form, "form", "name", "Nora");
		assertThat(user(owner(name)).getBoolean("emailVerified")).isFalse();
	}

	static Stream<Arguments> hostileAnswers() {
		return Stream.of(
				answer("other secret", "federation.refused", (asked) -> query(answerTo(asked), "not the secret")),
				answer("signed twice", "federation.refused", (asked) -> {
					var query = query(answerTo(asked), TestIssuer.SECRET);
					return query + "&" + query;
				}), answer("other nonce", "federation.state", (asked) -> {
					var values = answerTo(asked);
					values.put("nonce", "another");
					return query(values, TestIssuer.SECRET);
				}), answer("no nonce", "federation.state", (asked) -> {
					var values = answerTo(asked);
					values.remove("nonce");
					return query(values, TestIssuer.SECRET);
				}), answer("cancelled", "federation.denied", (asked) -> {
					var values = answerTo(asked);
					values.put("failed", "true");
					return query(values, TestIssuer.SECRET);
				}),
				answer("state instead", "federation.refused", (asked) -> "state=" + asked.get("nonce") + "&code=a"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostileAnswers")
	void hostileAnswerIsRefused(String what, String code, Function<Map<String, String>, String> answer) {
		var people = this.mongo.count(new Query(), "identities");
		var refused = arriveFromSite(answer.apply(leaveForSite()));
		assertThat(problem(refused)).as(what).isEqualTo(code);
		assertThat(this.mongo.count(new Query(), "identities")).isEqualTo(people);
		assertThat(this.visitor.cookies()).doesNotContainKey("parley_browser");
	}

	@Test
	void answerIsUsedOnceInTimeAndInItsBrowser() {
		var query = query(answerTo(leaveForSite()), TestIssuer.SECRET);
		var cookies = Map.copyOf(this.visitor.cookies());
		assertThat(arriveFromSite(query).isLeading()).isTrue();
		this.visitor = new Visitor(this.port);
		assertThat(problem(arriveFromSite(query))).as("other browser").isEqualTo("federation.state");
		this.visitor.cookies().putAll(cookies);
		assertThat(problem(arriveFromSite(query))).as("again").isEqualTo("federation.state");
		var late = query(answerTo(leaveForSite()), TestIssuer.SECRET);
		this.clock.move(Duration.ofMinutes(10));
		assertThat(problem(arriveFromSite(late))).as("late").isEqualTo("federation.state");
	}

	private Map<String, String> leaveForSite() {
		var location = this.visitor.get("/oauth2/federation/" + this.site).location();
		assertThat(location).startsWith("https://site.example/connect?sso=");
		var query = parameters(location);
		var asked = DiscourseMessage
			.verify(query.getOrDefault("sso", ""), query.getOrDefault("sig", ""), TestIssuer.SECRET)
			.orElseThrow();
		assertThat(asked.values()).containsEntry("return_sso_url",
				"http://parley.test/oauth2/federation/" + this.site + "/callback");
		return asked.values();
	}

	private Seen returned(Map<String, String> asked, Map<String, String> values) {
		var answer = new LinkedHashMap<>(values);
		answer.put("nonce", String.valueOf(asked.get("nonce")));
		return arriveFromSite(query(answer, TestIssuer.SECRET));
	}

	private Seen arriveFromSite(String query) {
		return this.visitor.get("/oauth2/federation/" + this.site + "/callback?" + query);
	}

	private static Map<String, String> answerTo(Map<String, String> asked) {
		var values = new LinkedHashMap<String, String>();
		values.put("nonce", String.valueOf(asked.get("nonce")));
		values.put("external_id", unique());
		return values;
	}

	private TestResponse add(String body) {
		return this.api.post(SITES, body).as(this.api.admin()).send();
	}

	private static DiscourseMessage message(Seen answer, String secret) {
		assertThat(answer.location()).startsWith(SHOP + "/back");
		var query = parameters(answer.location());
		return DiscourseMessage.verify(query.getOrDefault("sso", ""), query.getOrDefault("sig", ""), secret)
			.orElseThrow();
	}

	private static Map<String, String> values(String address) {
		var values = new LinkedHashMap<String, String>();
		values.put("nonce", "a-nonce");
		values.put("return_sso_url", address);
		return values;
	}

	private static String question(String address, String secret) {
		return query(values(address), secret);
	}

	private static String query(Map<String, String> values, String secret) {
		return new DiscourseMessage(values).sentTo("", secret).substring(1);
	}

	private static Arguments hostile(String what, Function<DiscourseConnectIT, String> query) {
		return Arguments.of(what, query);
	}

	private static Arguments answer(String what, String code, Function<Map<String, String>, String> query) {
		return Arguments.of(what, code, query);
	}

}
