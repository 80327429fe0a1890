package org.parley.webhook.provider;

import java.util.Map;
import java.util.stream.Collectors;

/** The providers that are set up, by name. */
public final class Providers {

	private final Map<String, Provider> byName;

	Providers(ProvidersSettings settings) {
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
	public Provider named(String name) {
		var provider = this.byName.get(name);
		if (provider == null) {
			throw new UnknownProviderException();
		}
		return provider;
	}

}
