package org.parley.launcher.timing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.parley.launcher.client.Gateway;

/**
 * What apps ask of Parley as an OpenID provider, sixteen at a time: its keys, tokens for
 * themselves, whether a token counts, tokens for somebody who agreed before, and a
 * refresh token for another.
 *
 * @param gateway where
 */
public record Tokens(Gateway gateway) implements Subject {

	private static final int CLIENTS = 16;

	/** Thrice as many are less than may be asked from one address in a minute. */
	private static final int EACH = 25;

	private static final Map<String, String> FOR_ITSELF = Map.of("grant_type", "client_credentials");

	@Override
	public List<Timings> measure() {
		var people = Writers.register(this.gateway, CLIENTS);
		var service = App.of(people.getFirst(), Map.of("kind", "service", "scopes", List.of("threads:read")));
		var web = App.of(people.getFirst(), Map.of("kind", "web", "scopes", List.of("openid", "threads:read"),
				"redirectUris", List.of(SignedIn.BACK)));
		var signedIn = people.parallelStream().map((person) -> new SignedIn(person, web)).toList();
		round(service, signedIn);
		round(service, signedIn);
		return round(service, signedIn);
	}

	private List<Timings> round(App service, List<SignedIn> people) {
		var token = service.token(FOR_ITSELF).text("/access_token");
		return List.of(all("keys", people, (_) -> this.gateway.guest().follow("/oauth2/jwks").is(200)),
				all("client credentials", people, (_) -> service.token(FOR_ITSELF)),
				all("introspection", people, (_) -> service.introspect(token)),
				all("browser to code to tokens", people, SignedIn::code), all("refresh", people, SignedIn::refresh));
	}

	private static Timings all(String name, List<SignedIn> people, Consumer<SignedIn> act) {
		return Stopwatch.together(name,
				people.stream()
					.map((person) -> Collections.<Runnable>nCopies(EACH, () -> act.accept(person)))
					.toList());
	}

}
