package org.parley.e2e;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;
import org.parley.platform.test.endpoint.Endpoint;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;

/** No response of the gateway contains an internal address or port. */
@EndToEnd
class InnerAddressIT {

	private static final List<String> PUBLIC_PATHS = List.of("/", "/nothing", "/docs", "/docs/openapi.json", "/health",
			"/oauth2/jwks", "/oauth2/authorize", "/oauth2/login", "/oauth2/device", "/oauth2/userinfo", "/oauth2/token",
			"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server",
			"/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/api/v1",
			"/.well-known/nothing", "/socket.io/", "/socket.io/?EIO=4&transport=polling");

	private final RunningSystem system;

	private final Pattern internalAddress;

	InnerAddressIT(RunningSystem system) {
		this.system = system;
		this.internalAddress = internalAddress(system);
	}

	@TestFactory
	Stream<DynamicTest> responsesContainNoInternalAddress() {
		var paths = Stream.concat(PUBLIC_PATHS.stream(),
				Endpoint.all()
					.stream()
					.filter((endpoint) -> endpoint.method().equals("GET"))
					.map((endpoint) -> "/api/v1" + endpoint.pathOf("01J00000000000000000000000"))
					.distinct());
		var admin = this.system.signedIn("admin");
		return paths.map((path) -> DynamicTest.dynamicTest(path, () -> {
			check(this.system.gateway().guest(), "GET", path);
			check(this.system.gateway().guest().signedIn("made.up.token"), "GET", path);
			check(admin, "GET", path);
			check(this.system.gateway().guest(), "POST", path);
		}));
	}

	private void check(ApiUser apiUser, String method, String path) {
		var gatewayResponse = this.system.gateway().exchange(new GatewayRequest(method, path, apiUser.headers(), null));
		gatewayResponse.expect(!this.internalAddress.matcher(headers(gatewayResponse)).find(),
				"no internal address in the headers");
		gatewayResponse.expect(!this.internalAddress.matcher(gatewayResponse.body()).find(),
				"no internal address in the body");
	}

	private static String headers(GatewayResponse gatewayResponse) {
		return gatewayResponse.headers()
			.map()
			.entrySet()
			.stream()
			.map(InnerAddressIT::line)
			.collect(Collectors.joining("\n"));
	}

	private static String line(Map.Entry<String, List<String>> header) {
		return header.getKey().toLowerCase(Locale.ROOT) + " = " + String.join(", ", header.getValue());
	}

	/** Matches a host with an internal port, or the name of a service. */
	private static Pattern internalAddress(RunningSystem system) {
		var own = system.gateway().address().getPort();
		var ports = system.status()
			.processes()
			.stream()
			.map((part) -> part.port())
			.filter((port) -> port > 0 && port != own)
			.distinct()
			.map(String::valueOf)
			.collect(Collectors.joining("|"));
		return Pattern.compile("[a-z0-9\\].-]:(?:%s|8096)\\b|//[a-z]+-service\\b|\\b[a-z]+-service:\\d"
			.formatted(ports.isEmpty() ? "0" : ports), Pattern.CASE_INSENSITIVE);
	}

}
