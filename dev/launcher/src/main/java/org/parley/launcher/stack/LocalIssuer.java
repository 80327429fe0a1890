package org.parley.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.OperatingSystemProcesses;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.Readiness;

/**
 * An OpenID Connect issuer that others wrote, with which everybody can sign in to the
 * forum of this checkout. The program is {@code web/scripts/issuer.js}.
 */
public final class LocalIssuer {

	/** The id of the provider, and its client id of the forum. */
	private static final String ID = "local";

	private static final String PROVIDERS = "/admin/identity-providers";

	private static final Duration READY_TIMEOUT = Duration.ofSeconds(30);

	private final Checkout checkout;

	private final int port;

	public LocalIssuer(Checkout checkout, Map<String, Integer> ports) {
		this.checkout = checkout;
		this.port = ports.getOrDefault(Checkout.ISSUER, 0);
	}

	/**
	 * Starts it, and makes it a provider of the forum.
	 * @return its address
	 * @throws LauncherException if it does not become ready
	 */
	public String start(GatewayClient gateway, Accounts.Account admin) throws InterruptedException {
		var daemon = this.checkout.daemon(Checkout.ISSUER);
		if (!daemon.isAlive()) {
			var web = this.checkout.folder(ProcessSpec.WEB);
			daemon.start(List.of("bash", web.resolve("node.sh").toString(), "node", "scripts/issuer.js"),
					Map.of("PORT", String.valueOf(this.port), "REDIRECT_URI",
							gateway.address() + "/oauth2/federation/" + ID + "/callback", "CLIENT_ID", ID,
							"CLIENT_SECRET", secret()));
		}
		var deadline = System.nanoTime() + READY_TIMEOUT.toNanos();
		while (!Readiness.isReady(this.port, "/.well-known/openid-configuration")) {
			var process = daemon.process()
				.filter((_) -> System.nanoTime() < deadline)
				.orElseThrow(() -> new LauncherException("The local issuer did not start; see " + daemon.log()));
			OperatingSystemProcesses.pause(process);
		}
		register(gateway, admin);
		return address();
	}

	/** Tells the forum where the issuer is, once for each address. */
	void register(GatewayClient gateway, Accounts.Account admin) {
		try {
			var known = this.checkout.state().resolve(Checkout.ISSUER);
			if (!Files.exists(known) || !Files.readString(known).equals(address())) {
				register(gateway.signIn(admin.username(), admin.password()));
				Files.writeString(known, address());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void register(ApiUser admin) {
		var provider = PROVIDERS + "/" + ID;
		if (admin.get(provider).status() == 200) {
			admin.patch(provider, Map.of("issuer", address())).is(200);
			return;
		}
		admin
			.post(PROVIDERS, Map.of("id", ID, "kind", "oidc", "name", "Local issuer", "issuer", address(), "clientId",
					ID, "clientSecret", secret(), "trusted", true))
			.is(201);
	}

	private String address() {
		return "http://127.0.0.1:" + this.port;
	}

	private String secret() {
		return this.checkout.secrets().get("issuer-secret");
	}

}
