package org.parley.bench.timing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.parley.launcher.client.GatewayClient;

/**
 * Times OAuth requests of sixteen concurrent apps: keys, client credentials,
 * introspection, authorization code and refresh token; and sign-ins with a password.
 *
 * @param gateway the client of the gateway
 */
public record TokenTiming(GatewayClient gateway) implements TimedWork {

	private static final int CLIENTS = 16;

	/** Three rounds stay below the rate limit per address. */
	private static final int EACH = 25;

	/** Fewer, because hashing a password is slow on purpose. */
	private static final int SIGN_INS = 3;

	private static final Map<String, String> CLIENT_CREDENTIALS = Map.of("grant_type", "client_credentials", "scope",
			"threads:read");

	@Override
	public List<Timings> measure() {
		var people = TimingWriters.register(this.gateway, CLIENTS);
		var service = OAuthApp.register(people.getFirst(),
				Map.of("kind", "service", "scopes", List.of("threads:read")));
		var web = OAuthApp.register(people.getFirst(), Map.of("kind", "web", "scopes",
				List.of("openid", "threads:read"), "redirectUris", List.of(SignedInBrowser.BACK)));
		var signedIn = people.parallelStream().map((person) -> new SignedInBrowser(person, web)).toList();
		round(service, signedIn);
		round(service, signedIn);
		return round(service, signedIn);
	}

	private List<Timings> round(OAuthApp service, List<SignedInBrowser> people) {
		var token = service.token(CLIENT_CREDENTIALS).text("/access_token");
		return List.of(measure("keys", people, (_) -> this.gateway.guest().follow("/oauth2/jwks").is(200)),
				measure("client credentials", people, (_) -> service.token(CLIENT_CREDENTIALS)),
				measure("introspection", people, (_) -> service.introspect(token)),
				measure("browser to code to tokens", people, SignedInBrowser::exchangeCode),
				measure("refresh", people, SignedInBrowser::refresh),
				measure("sign-in with password", SIGN_INS, people, SignedInBrowser::signInWithPassword));
	}

	private static Timings measure(String name, List<SignedInBrowser> people, Consumer<SignedInBrowser> request) {
		return measure(name, EACH, people, request);
	}

	private static Timings measure(String name, int each, List<SignedInBrowser> people,
			Consumer<SignedInBrowser> request) {
		return Stopwatch.runConcurrently(name,
				people.stream()
					.map((person) -> Collections.<Runnable>nCopies(each, () -> request.accept(person)))
					.toList());
	}

}
