package org.parley.launcher.demo;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;

/** Who and what a story is about, as far as it has been told. */
public final class DemoState {

	private final GatewayClient gatewayClient;

	private final DemoAccounts demoAccounts;

	private final String tale = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

	private final Map<String, ApiUser> people = new TreeMap<>();

	private final Map<String, String> props = new TreeMap<>();

	DemoState(GatewayClient gatewayClient, DemoAccounts demoAccounts) {
		this.gatewayClient = gatewayClient;
		this.demoAccounts = demoAccounts;
	}

	/** Makes a name that no other story has. */
	public String unique(String name) {
		return name + "-" + this.tale;
	}

	public ApiUser guest() {
		return this.gatewayClient.guest();
	}

	public ApiUser person(String name) {
		return known(this.people, name);
	}

	/** Somebody signed in: from now on they are known by this name. */
	public ApiUser enter(String name, GatewayResponse signedIn) {
		var person = guest().signedIn(signedIn.text("/data/accessToken"));
		this.people.put(name, person);
		return person;
	}

	public DemoAccount account(String name) {
		return known(this.demoAccounts.accounts(), name);
	}

	public String prop(String name) {
		return known(this.props, name);
	}

	public String keep(String name, String value) {
		this.props.put(name, value);
		return value;
	}

	private static <T> T known(Map<String, T> things, String name) {
		var thing = things.get(name);
		if (thing == null) {
			throw new IllegalStateException("No '%s' yet: an earlier step of the story failed".formatted(name));
		}
		return thing;
	}

}
