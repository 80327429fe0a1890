package org.parley.demo.stage;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;

/** The signed-in users and stored values of a demo run. */
public final class DemoState {

	private final GatewayClient gatewayClient;

	private final DemoLogins demoLogins;

	private final String suffix = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

	private final Map<String, ApiUser> users = new TreeMap<>();

	private final Map<String, String> values = new TreeMap<>();

	public DemoState(GatewayClient gatewayClient, DemoLogins demoLogins) {
		this.gatewayClient = gatewayClient;
		this.demoLogins = demoLogins;
	}

	/** Returns a name that is unique to this run. */
	public String unique(String name) {
		return name + "-" + this.suffix;
	}

	public ApiUser guest() {
		return this.gatewayClient.guest();
	}

	public ApiUser user(String name) {
		return require(this.users, name);
	}

	/** Stores a signed-in user by name. */
	public ApiUser signIn(String name, GatewayResponse signedIn) {
		var person = guest().signedIn(signedIn.text("/data/accessToken"));
		this.users.put(name, person);
		return person;
	}

	public DemoAccount account(String name) {
		return require(this.demoLogins.accounts(), name);
	}

	public String value(String name) {
		return require(this.values, name);
	}

	public String store(String name, String value) {
		this.values.put(name, value);
		return value;
	}

	private static <T> T require(Map<String, T> entries, String name) {
		var entry = entries.get(name);
		if (entry == null) {
			throw new IllegalStateException("There is no '%s': an earlier step failed".formatted(name));
		}
		return entry;
	}

}
