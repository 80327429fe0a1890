package org.parley.webhook.provider;

import java.util.Map;
import java.util.stream.Collectors;

/** The enabled providers by name. */
public final class WebhookProviders {

	private final Map<String, WebhookProvider> byName;

	WebhookProviders(ProvidersSettings settings) {
		this.byName = settings.providers()
			.entrySet()
			.stream()
			.filter((provider) -> provider.getValue().isEnabled())
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (provider) -> provider.getValue().provider()));
	}

	/**
	 * Returns a provider.
	 * @throws UnknownProviderException 404 if no provider has this name
	 */
	public WebhookProvider get(String name) {
		var provider = this.byName.get(name);
		if (provider == null) {
			throw new UnknownProviderException();
		}
		return provider;
	}

}
