package org.parley.demo.account;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;

/**
 * Invitations, passkeys, another provider, and another site that signs people in here by
 * DiscourseConnect.
 */
public final class NewcomerChapter {

	private static final String SITES = "/admin/discourse-sites";

	private static final String PROVIDERS = "/admin/identity-providers";

	private final DemoState demoState;

	public NewcomerChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("The admin invites somebody, who registers with the link", this::invite),
				new DemoStep("A link that is used up brings nobody else", this::again),
				new DemoStep("Moderators see who invited whom", this::tree),
				new DemoStep("A newcomer may register with a passkey instead of a password", this::passkey),
				new DemoStep("The admin adds a provider, and sign-in leads there with a state and a code challenge",
						this::provider),
				new DemoStep("A site asks by DiscourseConnect who is here, and receives a signed answer", this::site));
	}

	private String invite() {
		var invited = this.demoState.user("admin").post("/users/me/invitations", Map.of("uses", 1)).is(201);
		this.demoState.store("invitation", invited.text("/data/token"));
		return register("otto").is(201).text("/data/user/username");
	}

	private String again() {
		return register("pia").refused(400, "request.invalid").refusal();
	}

	private String tree() {
		var path = "/users/%s/invited".formatted(this.demoState.unique("otto"));
		this.demoState.user("bob").get(path).refused(403, "auth.forbidden");
		return this.demoState.user("moderator")
			.get(path)
			.is(200)
			.has("/data/inviters/0/username", this.demoState.account("admin").username())
			.text("/data/inviters/0/username");
	}

	/** A device would sign the challenge; what is not signed is refused. */
	private String passkey() {
		var name = this.demoState.unique("quinn");
		var options = this.demoState.guest()
			.post("/auth/passkeys/newcomer-options", Map.of("name", "Quinn", "username", name))
			.is(200);
		this.demoState.guest()
			.post("/auth/passkeys/register",
					Map.of("name", "Quinn", "username", name, "email", name + "@example.org", "account",
							options.text("/data/user/id"), "device", "laptop", "credential",
							Map.of("id", "AAAA", "response",
									Map.of("clientDataJSON", "e30", "attestationObject", "oA"))))
			.is(400);
		return "for " + options.text("/data/rp/id");
	}

	private String provider() {
		var admin = this.demoState.user("admin");
		var id = this.demoState.unique("hub");
		admin.post(PROVIDERS, Map.of("id", id, "kind", "github", "name", "The Hub", "clientId", "parley",
				"clientSecret", "secret-of-the-hub", "password", this.demoState.account("admin").password()))
			.is(201);
		this.demoState.guest()
			.get("/auth/identity-providers")
			.has("/data", "the provider",
					(all) -> all.valueStream().anyMatch((one) -> one.at("/id").asString().equals(id)));
		var left = get("/oauth2/federation/" + id).header("Location");
		var asked = query(left);
		admin.get(PROVIDERS + "/" + id)
			.expect(left.startsWith("https://github.com/login/oauth/authorize?"), "the address of the provider")
			.expect(asked.containsKey("state") && "S256".equals(asked.get("code_challenge_method")),
					"state and challenge");
		admin.delete(PROVIDERS + "/" + id).is(204);
		return left.substring(0, left.indexOf('?'));
	}

	private GatewayResponse register(String name) {
		var username = this.demoState.unique(name);
		return this.demoState.guest()
			.post("/auth/register", Map.of("name", "Newcomer", "username", username, "email", username + "@example.org",
					"password", "new here in four words", "invitation", this.demoState.value("invitation")));
	}

	private String site() {
		var admin = this.demoState.user("admin");
		var address = "https://%s.example.org".formatted(this.demoState.unique("shop"));
		var site = admin
			.post(SITES,
					Map.of("name", "The shop", "address", address, "password",
							this.demoState.account("admin").password()))
			.is(201);
		var secret = site.text("/data/secret");
		var payload = Base64.getEncoder()
			.encodeToString(
					"nonce=n1&prompt=none&return_sso_url=%s/back".formatted(address).getBytes(StandardCharsets.UTF_8));
		var asked = get("/session/sso_provider?sso=%s&sig=%s"
			.formatted(URLEncoder.encode(payload, StandardCharsets.UTF_8), sign(payload, secret)));
		var answered = get(asked.header("Location"));
		var answer = query(answered.header("Location"));
		answered.expect(sign(answer.getOrDefault("sso", ""), secret).equals(answer.get("sig")),
				"a signature of the forum");
		admin.delete(SITES + "/" + site.text("/data/id")).is(204);
		return new String(Base64.getDecoder().decode(answer.getOrDefault("sso", "")), StandardCharsets.UTF_8);
	}

	/** Requests a page of sign-in, which is not below the API's path. */
	private GatewayResponse get(String path) {
		var guest = this.demoState.guest();
		return guest.send(new GatewayRequest("GET", path, guest.headers(), null)).is(303);
	}

	private static Map<String, String> query(String address) {
		return Arrays.stream(URI.create(address).getRawQuery().split("&"))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	private static String sign(String payload, String secret) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
