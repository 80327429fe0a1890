package org.parley.webhook.provider;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.webhook.mail.MailReports;
import org.parley.webhook.mail.inbound.InboundMails;
import org.parley.webhook.provider.verification.WebhookProvider;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The enabled providers by name. */
@Component
@EnableConfigurationProperties(ProvidersSettings.class)
public final class WebhookProviders {

	private final Map<String, WebhookProvider> byName;

	private final Map<String, ProviderSettings> settings;

	WebhookProviders(ProvidersSettings settings) {
		this.settings = settings.providers();
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

	/** The format in which a provider reports about mails, if it does. */
	public Optional<MailReports> mailReports(String name) {
		return Optional.ofNullable(this.settings.get(name)).map(ProviderSettings::mailReports);
	}

	/** The format in which a provider passes mails on, if it does. */
	public Optional<InboundMails> inboundMails(String name) {
		return Optional.ofNullable(this.settings.get(name)).map(ProviderSettings::inboundMails);
	}

	/** No provider of this name is configured. */
	public static final class UnknownProviderException extends RefusalException {

		UnknownProviderException() {
			super(RefusalKind.NOT_FOUND, "webhook.unknown-provider", "The provider is not configured.");
		}

	}

}
