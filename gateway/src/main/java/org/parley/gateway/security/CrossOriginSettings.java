package org.parley.gateway.security;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The origins that may call from a browser.
 *
 * @param allowedOrigins exact origins; none by default
 * @param openPaths paths, also with names in braces, for any origin, without cookies
 * @param formPaths exact paths to which pages of any origin may post a form
 * @param maxAge how long browsers may cache the permission
 */
@ConfigurationProperties("parley.gateway.cors")
record CrossOriginSettings(@DefaultValue Set<String> allowedOrigins, @DefaultValue Set<String> openPaths,
		@DefaultValue Set<String> formPaths, @DefaultValue("1h") Duration maxAge) {

	CrossOriginSettings {
		if (allowedOrigins.contains("*")) {
			throw new IllegalArgumentException(
					"parley.gateway.cors.allowed-origins must be a list of origins without '*'");
		}
	}

}
