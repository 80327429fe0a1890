package org.parley.webhook.provider;

import org.parley.webhook.provider.verification.WebhookProvider;
import java.util.Map;
import java.util.Optional;
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
		return find(name).orElseThrow(UnknownProviderException::new);
	}

	public Optional<WebhookProvider> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

}
