package org.parley.launcher.demo;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.Person;

/** Who and what a story is about, as far as it has been told. */
final class Scene {

	private final Gateway gateway;

	private final Cast cast;

	private final String tale = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

	private final Map<String, Person> people = new TreeMap<>();

	private final Map<String, String> props = new TreeMap<>();

	Scene(Gateway gateway, Cast cast) {
		this.gateway = gateway;
		this.cast = cast;
	}

	/** Makes a name that no other story has. */
	String unique(String name) {
		return name + "-" + this.tale;
	}

	Person guest() {
		return this.gateway.guest();
	}

	Person person(String name) {
		return known(this.people, name);
	}

	/** Somebody signed in: from now on they are known by this name. */
	Person enter(String name, Answer signedIn) {
		var person = guest().signedIn(signedIn.text("/data/accessToken"));
		this.people.put(name, person);
		return person;
	}

	Account account(String name) {
		return known(this.cast.accounts(), name);
	}

	String prop(String name) {
		return known(this.props, name);
	}

	String keep(String name, String value) {
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
