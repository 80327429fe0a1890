package org.parley.notification.health;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the health check.
 *
 * @param parts addresses by name, with a path if it is not {@code /readyz}; without a
 * host there is no check
 * @param timeout time limit of each check
 * @param kept retention of the history
 */
@ConfigurationProperties("parley.health")
record HealthSettings(@DefaultValue Map<String, String> parts, @DefaultValue("3s") Duration timeout,
		@DefaultValue("30d") Duration kept) {

	/** The addresses to request, without credentials. */
	Map<String, URI> addresses() {
		var addresses = new TreeMap<String, URI>();
		this.parts.forEach((name, address) -> {
			if (address.contains("://")) {
				var plain = URI.create(address.replaceFirst("//[^/@]*@", "//"));
				addresses.put(name, (plain.getPath().length() > 1) ? plain : plain.resolve("/readyz"));
			}
		});
		return addresses;
	}

}
