package org.parley.auth.federation.provider;

import java.net.URI;

import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The secrets and addresses by which providers know this site. */
@Component
public class ProviderCredentials {

	private final AesGcmCipher cipher;

	private final String site;

	ProviderCredentials(AtRestCiphers atRestCiphers, @Value("${parley.public-url}") URI site) {
		this.cipher = atRestCiphers.of("identity-provider");
		this.site = site.toString().replaceFirst("/$", "");
	}

	/** Encrypts the secret of this site at a provider. */
	String seal(String secret, String provider) {
		return this.cipher.seal(secret, provider);
	}

	/** The secret of this site at the provider. */
	public String secret(IdentityProvider provider) {
		return this.cipher.open(provider.sealedSecret(), provider.id());
	}

	/** The address to which the provider returns people. */
	public String redirectUri(IdentityProvider provider) {
		return "%s/oauth2/federation/%s/callback".formatted(this.site, provider.id());
	}

}
