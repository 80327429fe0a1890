package org.parley.platform.ai;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Settings of the provider of models, which has an OpenAI-compatible API.
 *
 * @param url the base URL, such as {@code https://api.openai.com/v1}; empty for no model
 * @param key the API key; empty if the API needs none
 * @param connectTimeout the connect timeout
 */
@ConfigurationProperties("parley.ai")
public record ModelProviderSettings(@DefaultValue("") String url, @DefaultValue("") String key,
		@DefaultValue("2s") Duration connectTimeout) {

	public ModelProviderSettings {
		url = StringUtils.trimTrailingCharacter(url.strip(), '/');
		if (!url.isEmpty() && !isWeb(url)) {
			throw new IllegalArgumentException("parley.ai.url (PARLEY_AI_URL) must be an http or https URL");
		}
	}

	/** Whether a provider is configured. */
	public boolean isPresent() {
		return !this.url.isEmpty();
	}

	@Override
	public String toString() {
		return "ModelProviderSettings[url=" + this.url + ", key=***]";
	}

	private static boolean isWeb(String url) {
		try {
			var address = URI.create(url);
			return address.getHost() != null
					&& ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
