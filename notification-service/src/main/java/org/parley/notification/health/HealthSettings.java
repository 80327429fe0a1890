package org.parley.notification.health;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which parts are asked how they are.
 *
 * @param parts their addresses, by name; a part without one is not asked
 * @param timeout how long each may take
 * @param kept how long the history goes back
 */
@ConfigurationProperties("parley.health")
record HealthSettings(@DefaultValue Map<String, String> parts, @DefaultValue("3s") Duration timeout,
		@DefaultValue("30d") Duration kept) {

	/** The addresses that are set, without a password that may stand in them. */
	Map<String, URI> addresses() {
		var addresses = new TreeMap<String, URI>();
		this.parts.forEach((name, address) -> {
			if (!address.isBlank()) {
				addresses.put(name, URI.create(address.replaceFirst("//[^/@]*@", "//")));
			}
		});
		return addresses;
	}

}
