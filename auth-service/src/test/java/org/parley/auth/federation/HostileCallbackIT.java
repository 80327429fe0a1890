package org.parley.auth.federation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.auth.oauth.Visitor;
import org.parley.auth.oauth.Visitor.Seen;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Answers that attackers, broken providers and impatient people bring: each is refused
 * with a problem, and changes nothing. {@code ReceiveProviderAnswerTests} and
 * {@code RedeemCodeTests} have every answer, ID token and failure.
 */
@AuthTest
class HostileCallbackIT extends FederationScene {

	@Autowired
	private Race race;

	private String otherProvider = "";

	static Stream<Arguments> answers() {
		return Stream.of(arguments("replayed", "federation.state", (Attack) (scene, asked) -> {
			var note = String.valueOf(scene.visitor.cookies().get("parley_federation"));
			scene.arrive(asked);
			scene.visitor.cookies().put("parley_federation", note);
			scene.visitor.cookies().remove("parley_joining");
			return scene.arrive(asked);
		}), arguments("another browser's", "federation.state", (Attack) (scene, asked) -> {
			scene.visitor = new Visitor(scene.port);
			return scene.arrive(asked);
		}), arguments("state of another browser's request", "federation.state", (Attack) (scene, _) -> {
			var own = scene.visitor;
			scene.visitor = new Visitor(scene.port);
			var other = scene.leave();
			scene.visitor = own;
			return scene.arrive(other);
		}), arguments("no state", "federation.state", (Attack) (scene, _) -> scene.arrive("?code=a-code")),
				arguments("two states", "federation.state",
						(Attack) (scene, asked) -> scene
							.arrive("?code=a&state=" + encode(asked.get("state")) + "&state=other")),
				arguments("another provider's path", "federation.state", (Attack) (scene, asked) -> {
					scene.provider = scene.otherProvider;
					return scene.arrive(asked);
				}), arguments("forged note", "federation.state", (Attack) (scene, asked) -> {
					scene.visitor.cookies().compute("parley_federation", (_, note) -> note + "A");
					return scene.arrive(asked);
				}), arguments("note of another kind", "federation.state", (Attack) (scene, asked) -> {
					scene.arrive(asked);
					scene.visitor.cookies()
						.put("parley_federation", String.valueOf(scene.visitor.cookies().remove("parley_joining")));
					return scene.arrive(asked);
				}), arguments("late", "federation.state", (Attack) (scene, asked) -> {
					scene.clock.move(Duration.ofMinutes(10));
					return scene.arrive(asked);
				}),
				arguments("other issuer in the answer", "federation.refused", answer("&iss=https%3A%2F%2Fevil.test")),
				arguments("cancelled", "federation.denied",
						(Attack) (scene,
								asked) -> scene.arrive("?error=access_denied&state=" + encode(asked.get("state"))
										+ "&iss=" + encode(scene.issuer.address()))),
				arguments("failed", "federation.refused",
						(Attack) (scene,
								asked) -> scene.arrive("?error=%3Cscript%3E&state=" + encode(asked.get("state"))
										+ "&iss=" + encode(scene.issuer.address()))),
				token("other nonce", (claims) -> claims.claim("nonce", "another")),
				signed("other key", TestIssuer::signedByStranger),
				arguments("code of another client", "federation.refused", (Attack) (scene, asked) -> {
					scene.issuer.refuse();
					return scene.arrive(asked);
				}), arguments("dead provider", "federation.unavailable", (Attack) (scene, asked) -> {
					scene.issuer.fail();
					return scene.arrive(asked);
				}));
	}

	@BeforeAll
	void addOtherProvider() {
		this.otherProvider = add("oidc", this.issuer.address(), true);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("answers")
	void hostileAnswerIsRefusedAndChangesNothing(String name, String code, Attack attack) {
		var provider = this.provider;
		var subject = unique();
		var asked = leave();
		this.issuer.grant(this.issuer.claims(subject, asked.get("nonce"), this.clock.instant()).build());
		var before = stored();
		try {
			var seen = attack.answer(this, withSubject(asked, subject));
			assertThat(problem(seen)).as(name).isEqualTo(code);
			assertThat(seen.status()).isEqualTo(code.equals("federation.unavailable") ? 503 : 400);
			assertThat(seen.document().select("h1").text()).isEqualTo("You are not signed in");
			assertThat(seen.text()).doesNotContain("??", "<script>", TestIssuer.SECRET);
			assertThat(this.visitor.cookies()).doesNotContainKeys("parley_browser", "parley_joining");
			assertThat(stored()).isEqualTo(before);
		}
		finally {
			this.provider = provider;
		}
	}

	@Test
	void answerIsAcceptedOnceOfTwoAtOnce() {
		var subject = unique();
		var asked = leave();
		this.issuer.grant(this.issuer.claims(subject, asked.get("nonce"), this.clock.instant()).build());
		var query = "?code=a-code&state=" + encode(asked.get("state")) + "&iss=" + encode(this.issuer.address());
		var racers = Stream.generate(() -> {
			var browser = new Visitor(this.port);
			browser.cookies().putAll(this.visitor.cookies());
			return (Callable<Integer>) () -> browser.get("/oauth2/federation/" + this.provider + "/callback" + query)
				.status();
		}).limit(2).toList();
		assertThat(this.race.run("insert", "oauth_used_grants", racers)).containsExactlyInAnyOrder(303, 400);
	}

	@Test
	void overlongNamesOfAProviderDoNotKeepAPersonOut() {
		var overlong = "n".repeat(20_000);
		var form = this.visitor.follow(visit(unique(),
				(claims) -> claims.claim("name", overlong)
					.claim("preferred_username", overlong)
					.claim("email", overlong)));
		assertThat(form.status()).as(form.text()).isEqualTo(200);
		assertThat(form.document().select("form [name=username]")).hasSize(1);
	}

	private Map<String, Long> stored() {
		var counts = new HashMap<String, Long>();
		for (var collection : List.of("users", "identities", "sessions", "browser_sessions")) {
			counts.put(collection, this.mongo.count(new Query(), collection));
		}
		return counts;
	}

	private static Map<String, String> withSubject(Map<String, String> asked, String subject) {
		var all = new HashMap<>(asked);
		all.put("subject", subject);
		return all;
	}

	private static Attack answer(String issuer) {
		return (scene, asked) -> scene.arrive("?code=a-code&state=" + encode(asked.get("state")) + issuer);
	}

	private static Arguments token(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
		return arguments(name, "federation.refused", (Attack) (scene, asked) -> {
			var claims = scene.issuer.claims(String.valueOf(asked.get("subject")), String.valueOf(asked.get("nonce")),
					scene.clock.instant());
			scene.issuer.grant(change.apply(claims).build());
			return scene.arrive(asked);
		});
	}

	private static Arguments signed(String name, BiFunction<TestIssuer, JWTClaimsSet, String> sign) {
		return arguments(name, "federation.refused", (Attack) (scene, asked) -> {
			var claims = scene.issuer.claims(String.valueOf(asked.get("subject")), String.valueOf(asked.get("nonce")),
					scene.clock.instant());
			scene.issuer.grant(sign.apply(scene.issuer, claims.build()));
			return scene.arrive(asked);
		});
	}

	/** What an attacker makes of a request for this subject. */
	@FunctionalInterface
	interface Attack {

		Seen answer(HostileCallbackIT scene, Map<String, String> asked);

	}

}
