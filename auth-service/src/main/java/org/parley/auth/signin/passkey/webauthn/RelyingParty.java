package org.parley.auth.signin.passkey.webauthn;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import org.parley.auth.signin.setup.SetupStatus;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** This installation as a WebAuthn relying party: its domain and its origins. */
@Component
@EnableConfigurationProperties(PasskeySettings.class)
public class RelyingParty {

	private final PasskeySettings settings;

	private final Supplier<String> name;

	private final String id;

	private final Set<Origin> origins;

	@Autowired
	RelyingParty(PasskeySettings settings, SetupStatus setup, @Value("${parley.public-url}") URI publicUrl) {
		this(settings, setup::forumName, publicUrl);
	}

	RelyingParty(PasskeySettings settings, Supplier<String> name, URI publicUrl) {
		var publicOrigin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
		var pages = settings.origins().isEmpty() ? List.of(publicOrigin) : settings.origins();
		this.settings = settings;
		this.name = name;
		this.id = settings.rpId().isEmpty() ? publicUrl.getHost() : settings.rpId();
		pages.forEach(this::requireOwnDomain);
		this.origins = pages.stream().map(Origin::new).collect(Collectors.toUnmodifiableSet());
	}

	public String id() {
		return this.id;
	}

	/** The name of the forum, as devices show it. */
	public String name() {
		return this.name.get();
	}

	/** Validity of a challenge. */
	public long timeoutMillis() {
		return this.settings.patience().toMillis();
	}

	/** The origins, domain and challenge that an authenticator must have signed. */
	ServerProperty serverProperty(byte[] challenge) {
		return ServerProperty.builder()
			.origins(this.origins)
			.rpId(this.id)
			.challenge(new DefaultChallenge(challenge))
			.build();
	}

	/** Fails at start-up: browsers refuse passkeys to pages of other domains. */
	private void requireOwnDomain(String origin) {
		var host = URI.create(origin).getHost();
		if (host == null || !(host.equals(this.id) || host.endsWith("." + this.id))) {
			throw new IllegalArgumentException(
					"parley.passkeys.origins must be pages of parley.passkeys.rp-id, or of a domain below it");
		}
	}

}
