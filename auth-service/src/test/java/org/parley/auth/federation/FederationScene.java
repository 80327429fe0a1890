package org.parley.auth.federation;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.nimbusds.jwt.JWTClaimsSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.parley.auth.Forgery;
import org.parley.auth.Scene;
import org.parley.auth.oauth.Visitor;
import org.parley.auth.oauth.Visitor.Seen;
import org.parley.auth.signin.passkey.webauthn.FakeAuthenticator;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests with a provider and a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FederationScene extends Scene {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@LocalServerPort
	int port;

	@Autowired
	private Forgery forgery;

	final TestIssuer issuer = new TestIssuer();

	Visitor visitor = new Visitor(0);

	String provider = "";

	@BeforeAll
	void addProvider() {
		this.provider = add("oidc", this.issuer.address(), true);
	}

	@AfterAll
	void stopIssuer() {
		this.mongo.remove(new Query(), "identity_providers");
		this.issuer.close();
	}

	@BeforeEach
	void openBrowser() {
		this.visitor = new Visitor(this.port);
	}

	String add(String kind, String issuerAddress, boolean trusted) {
		var id = "p" + COUNT.incrementAndGet() + "-" + Integer.toString(this.hashCode(), 36).replace("-", "");
		var added = this.api
			.post("/api/v1/admin/identity-providers",
					"""
							{"id": "%s", "kind": "%s", "name": "Example", "issuer": "%s", "clientId": "%s", "clientSecret": "%s",
							"trusted": %s}"""
						.formatted(id, kind, issuerAddress, TestIssuer.CLIENT, TestIssuer.SECRET, trusted))
			.as(this.api.admin())
			.send();
		assertThat(added.status()).as(added.toString()).isEqualTo(201);
		return id;
	}

	static String unique() {
		return "nora" + COUNT.incrementAndGet() + Long.toString(System.nanoTime(), 36);
	}

	/** Leaves for the provider and returns the parameters of the request. */
	Map<String, String> leave() {
		return leave("/oauth2/federation/" + this.provider);
	}

	Map<String, String> leave(String path) {
		var left = this.visitor.get(path);
		assertThat(left.status()).as(left.text()).isEqualTo(303);
		return parameters(left.location());
	}

	static Map<String, String> parameters(String address) {
		return Arrays.stream(URI.create(address).getRawQuery().split("&"))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	/** Returns from the provider with an answer as it should be. */
	Seen arrive(Map<String, String> asked) {
		return arrive("?session_state=unknown&code=a-code&state=" + encode(asked.get("state")) + "&iss="
				+ encode(this.issuer.address()));
	}

	Seen arrive(String query) {
		return this.visitor.get("/oauth2/federation/" + this.provider + "/callback" + query);
	}

	/** Signs in at the provider with these claims, and returns. */
	Seen visit(String subject, Consumer<JWTClaimsSet.Builder> change) {
		return answer(leave(), subject, change);
	}

	/** Signs in at the provider again, as this site has asked, and returns. */
	Seen visitAgain(String subject, Consumer<JWTClaimsSet.Builder> change) {
		return answer(leave("/oauth2/federation/" + this.provider + "?fresh=true"), subject, change);
	}

	Seen answer(Map<String, String> asked, String subject, Consumer<JWTClaimsSet.Builder> change) {
		var claims = this.issuer.claims(subject, asked.get("nonce"), this.clock.instant());
		change.accept(claims);
		this.issuer.grant(claims.build());
		return arrive(asked);
	}

	Seen visit(String subject) {
		return visit(subject, (_) -> {
		});
	}

	/** Opens an account for a new identity, and returns the user's id. */
	String join(String subject) {
		var form = this.visitor.follow(visit(subject));
		var joined = this.visitor.submit(form, "form");
		assertThat(joined.status()).as(joined.text()).isEqualTo(303);
		return owner(subject);
	}

	String owner(String subject) {
		var identity = this.mongo.findOne(Query.query(Criteria.where("subject").is(subject)), Document.class,
				"identities");
		return (identity != null) ? identity.getString("userId") : "";
	}

	Document user(String id) {
		return Objects
			.requireNonNull(this.mongo.findOne(Query.query(Criteria.where("_id").is(id)), Document.class, "users"));
	}

	/** A new token of the user's last session. */
	TestUser tokenOf(String id) {
		var session = this.mongo.findOne(
				Query.query(Criteria.where("userId").is(id)).with(Sort.by(Sort.Direction.DESC, "_id")), Document.class,
				"sessions");
		var user = user(id);
		var token = this.forgery.with((claims) -> claims.subject(id)
			.claim("sid", Objects.requireNonNull(session).getString("_id"))
			.claim("roles",
					user.getString("role").equals("ADMIN") ? List.of("user", "moderator", "admin") : List.of("user"))
			.claim("preferred_username", user.getString("username")));
		return new TestUser(id, user.getString("username"), token);
	}

	FakeAuthenticator addPasskey(TestUser somebody) {
		var path = "/api/v1/auth/passkeys";
		var options = this.api.post(path + "/registration-options", "{}").as(somebody).send().data();
		var device = new FakeAuthenticator();
		var credential = device.create(options.path("challenge").asString(), options.at("/user/id").asString());
		var added = this.api.post(path,
				JSON.createObjectNode().put("name", "key").set("credential", JSON.valueToTree(credential)).toString())
			.as(somebody)
			.send();
		assertThat(added.status()).isEqualTo(201);
		return device;
	}

	TestResponse show(FakeAuthenticator device) {
		var path = "/api/v1/auth/passkeys/sign-in";
		var challenge = this.api.post(path + "-options").send().data().path("challenge").asString();
		return this.api
			.post(path, JSON.createObjectNode().set("credential", JSON.valueToTree(device.sign(challenge))).toString())
			.send();
	}

	static String problem(Seen page) {
		return page.document().select("main").attr("data-problem");
	}

	static String encode(@Nullable String text) {
		return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
	}

}
