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
 * @param parts addresses of services by name; an empty address disables the check
 * @param timeout time limit of each check
 * @param kept retention of the history
 */
@ConfigurationProperties("parley.health")
record HealthSettings(@DefaultValue Map<String, String> parts, @DefaultValue("3s") Duration timeout,
		@DefaultValue("30d") Duration kept) {

	/** The non-empty addresses, without credentials. */
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
