package org.parley.launcher.timing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.parley.launcher.client.GatewayClient;

/**
 * What apps ask of Parley as an OpenID provider, sixteen at a time: its keys, tokens for
 * themselves, whether a token counts, tokens for somebody who agreed before, and a
 * refresh token for another.
 *
 * @param gateway where
 */
public record TokenTiming(GatewayClient gateway) implements TimedWork {

	private static final int CLIENTS = 16;

	/** Thrice as many are less than may be asked from one address in a minute. */
	private static final int EACH = 25;

	private static final Map<String, String> FOR_ITSELF = Map.of("grant_type", "client_credentials");

	@Override
	public List<Timings> measure() {
		var people = TimingWriters.register(this.gateway, CLIENTS);
		var service = OAuthApp.of(people.getFirst(), Map.of("kind", "service", "scopes", List.of("threads:read")));
		var web = OAuthApp.of(people.getFirst(), Map.of("kind", "web", "scopes", List.of("openid", "threads:read"),
				"redirectUris", List.of(SignedInBrowser.BACK)));
		var signedIn = people.parallelStream().map((person) -> new SignedInBrowser(person, web)).toList();
		round(service, signedIn);
		round(service, signedIn);
		return round(service, signedIn);
	}

	private List<Timings> round(OAuthApp service, List<SignedInBrowser> people) {
		var token = service.token(FOR_ITSELF).text("/access_token");
		return List.of(all("keys", people, (_) -> this.gateway.guest().follow("/oauth2/jwks").is(200)),
				all("client credentials", people, (_) -> service.token(FOR_ITSELF)),
				all("introspection", people, (_) -> service.introspect(token)),
				all("browser to code to tokens", people, SignedInBrowser::code),
				all("refresh", people, SignedInBrowser::refresh));
	}

	private static Timings all(String name, List<SignedInBrowser> people, Consumer<SignedInBrowser> act) {
		return Stopwatch.together(name,
				people.stream()
					.map((person) -> Collections.<Runnable>nCopies(EACH, () -> act.accept(person)))
					.toList());
	}

}
