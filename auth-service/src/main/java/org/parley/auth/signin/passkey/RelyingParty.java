package org.parley.auth.signin.passkey;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** This place, as devices know it: its domain, and the pages that speak for it. */
@Component
@EnableConfigurationProperties(PasskeySettings.class)
class RelyingParty {

	private final PasskeySettings settings;

	private final String id;

	private final Set<Origin> origins;

	RelyingParty(PasskeySettings settings, @Value("${parley.public-url}") URI publicUrl) {
		var own = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
		var pages = settings.origins().isEmpty() ? List.of(own) : settings.origins();
		this.settings = settings;
		this.id = settings.rpId().isEmpty() ? publicUrl.getHost() : settings.rpId();
		pages.forEach(this::requireOwn);
		this.origins = pages.stream().map(Origin::new).collect(Collectors.toUnmodifiableSet());
	}

	String id() {
		return this.id;
	}

	String name() {
		return this.settings.name();
	}

	long patienceMillis() {
		return this.settings.patience().toMillis();
	}

	/** What a device must have signed. */
	ServerProperty expecting(byte[] challenge) {
		return ServerProperty.builder()
			.origins(this.origins)
			.rpId(this.id)
			.challenge(new DefaultChallenge(challenge))
			.build();
	}

	/** No browser would give such a page a passkey, so better now than then. */
	private void requireOwn(String origin) {
		var host = URI.create(origin).getHost();
		if (host == null || !(host.equals(this.id) || host.endsWith("." + this.id))) {
			throw new IllegalArgumentException(
					"parley.passkeys.origins must be pages of parley.passkeys.rp-id, or of a domain below it");
		}
	}

}
