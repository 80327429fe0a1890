package org.parley.gateway.security;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call from a browser on another origin.
 *
 * @param allowedOrigins exact origins; none by default
 * @param openPaths exact paths where any page may call, without cookies
 * @param maxAge how long a browser may remember the permission
 */
@ConfigurationProperties("parley.gateway.cors")
record CrossOriginSettings(@DefaultValue Set<String> allowedOrigins, @DefaultValue Set<String> openPaths,
		@DefaultValue("1h") Duration maxAge) {

	CrossOriginSettings {
		if (allowedOrigins.contains("*")) {
			throw new IllegalArgumentException("parley.gateway.cors.allowed-origins: name the origins, '*' is none");
		}
	}

}
