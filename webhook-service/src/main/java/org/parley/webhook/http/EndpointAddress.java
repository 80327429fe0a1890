package org.parley.webhook.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Looks at addresses before anything is sent there, so that mistakes show early. */
@Component
public class EndpointAddress {

	private final WebhookHttpSettings settings;

	EndpointAddress(WebhookHttpSettings settings) {
		this.settings = settings;
	}

	/** What is wrong with an address, in half a sentence; nothing at best. */
	public Optional<String> fault(String text) {
		try {
			return fault(new URI(text));
		}
		catch (URISyntaxException ex) {
			return Optional.of("is not an address");
		}
	}

	private Optional<String> fault(URI uri) {
		var scheme = String.valueOf(uri.getScheme());
		if (!scheme.equals("https") && !(scheme.equals("http") && this.settings.allowHttp())) {
			return Optional.of("begins with https://");
		}
		if (uri.getHost() == null || uri.getHost().isEmpty()) {
			return Optional.of("names a host");
		}
		if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
			return Optional.of("has neither a user nor a fragment");
		}
		if (uri.getPort() == 0 || uri.getPort() > 65_535) {
			return Optional.of("has a port that exists");
		}
		return isForbidden(uri.getHost()) ? Optional.of("is not an address of the public Internet") : Optional.empty();
	}

	/** Names are looked up only when something is sent. */
	private boolean isForbidden(String host) {
		if (this.settings.allowPrivateAddresses()) {
			return false;
		}
		try {
			return !AddressRules.isPublic(InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")));
		}
		catch (IllegalArgumentException ex) {
			return host.equalsIgnoreCase("localhost");
		}
	}

}
