package org.parley.webhook.provider;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom webhooks are taken from.
 *
 * @param providers by the name in their address
 */
@ConfigurationProperties("parley.webhooks")
record ProvidersSettings(@DefaultValue Map<String, ProviderSettings> providers) {

	/** What else lies at such addresses. */
	private static final Set<String> RESERVED = Set.of("logs", "subscriptions");

	private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

	ProvidersSettings {
		for (var name : providers.keySet()) {
			if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
				throw new IllegalArgumentException(
						"parley.webhooks.providers.%s: a name has up to 40 of a-z, 0-9 and -, and is not logs or subscriptions"
							.formatted(name));
			}
		}
	}

}
