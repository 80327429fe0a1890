package org.parley.webhook.provider;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configured providers.
 *
 * @param providers providers by the name in their path
 */
@ConfigurationProperties("parley.webhooks")
record ProvidersSettings(@DefaultValue Map<String, ProviderSettings> providers) {

	/** Names of other paths. */
	private static final Set<String> RESERVED = Set.of("logs", "subscriptions");

	private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

	ProvidersSettings {
		for (var name : providers.keySet()) {
			if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
				throw new IllegalArgumentException(
						"parley.webhooks.providers.%s: a name must have 1 to 40 of a-z, 0-9 and -, and must not be logs or subscriptions"
							.formatted(name));
			}
		}
	}

}
