package org.parley.webhook.provider;

import java.util.Map;
import java.util.stream.Collectors;

/** The providers that are set up, by name. */
public final class WebhookProviders {

	private final Map<String, WebhookProvider> byName;

	WebhookProviders(ProvidersSettings settings) {
		this.byName = settings.providers()
			.entrySet()
			.stream()
			.filter((provider) -> provider.getValue().isSetUp())
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (provider) -> provider.getValue().provider()));
	}

	/**
	 * The provider of a name.
	 * @throws UnknownProviderException 404
	 */
	public WebhookProvider named(String name) {
		var provider = this.byName.get(name);
		if (provider == null) {
			throw new UnknownProviderException();
		}
		return provider;
	}

}
