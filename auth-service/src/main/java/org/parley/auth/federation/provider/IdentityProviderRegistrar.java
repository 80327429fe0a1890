package org.parley.auth.federation.provider;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.credential.SignInMethods;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Adds, changes and removes providers, in the caller's transactions. Administrators
 * cannot lock themselves out.
 */
@Component
@EnableConfigurationProperties(FederationSettings.class)
class IdentityProviderRegistrar {

	private final IdentityProviders providers;

	private final ProviderCredentials credentials;

	private final FederationSettings settings;

	private final SignInMethods signInMethods;

	private final Audit audit;

	private final InstantSource clock;

	IdentityProviderRegistrar(IdentityProviders providers, ProviderCredentials credentials, FederationSettings settings,
			SignInMethods signInMethods, Audit audit, InstantSource clock) {
		this.providers = providers;
		this.credentials = credentials;
		this.settings = settings;
		this.signInMethods = signInMethods;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Adds a provider.
	 * @throws RefusalException 400 about the invalid property; 409
	 * {@code identity-provider.exists}, {@code identity-provider.too-many},
	 * {@code identity-provider.other-only-way-in}, {@code auth.last-way-in}
	 */
	IdentityProvider add(IdentityProviderRequest request, User admin, ClientDevice clientDevice) {
		var kind = request.parsedKind();
		var terms = request.terms().validated(kind, this.settings.allowPrivateAddresses());
		if (this.providers.existsById(request.id())) {
			throw RefusalException.conflict("identity-provider.exists", "A provider with this id exists.");
		}
		if (this.providers.count() >= IdentityProvider.MAXIMUM) {
			throw RefusalException.conflict("identity-provider.too-many",
					"There are %d providers, the maximum. Remove one first.".formatted(IdentityProvider.MAXIMUM));
		}
		this.audit.record(AuditAction.IDENTITY_PROVIDER_ADDED, admin.id(), request.id(), clientDevice);
		var added = save(new IdentityProvider(request.id(), kind, this.clock.instant(), terms,
				this.credentials.seal(request.clientSecret(), request.id()), 0));
		this.signInMethods.requireOne(admin);
		return added;
	}

	/**
	 * Changes a provider.
	 * @throws RefusalException 400 about the invalid property; 409
	 * {@code identity-provider.other-only-way-in}, {@code auth.last-way-in}
	 */
	IdentityProvider change(IdentityProvider provider, IdentityProviderTerms terms, @Nullable String secret, User admin,
			ClientDevice clientDevice) {
		provider.change(terms.validated(provider.kind(), this.settings.allowPrivateAddresses()));
		if (secret != null) {
			provider.replaceSecret(this.credentials.seal(secret, provider.id()));
		}
		this.audit.record(AuditAction.IDENTITY_PROVIDER_CHANGED, admin.id(), provider.id(), clientDevice);
		var changed = save(provider);
		this.signInMethods.requireOne(admin);
		return changed;
	}

	private IdentityProvider save(IdentityProvider provider) {
		try {
			return this.providers.save(provider);
		}
		catch (DuplicateKeyException ex) {
			throw RefusalException.conflict("identity-provider.other-only-way-in",
					"Another provider is the only way in. Change that one first.");
		}
	}

	/**
	 * Removes a provider. Identities stay, for the day when it is added again.
	 * @throws RefusalException 409 {@code auth.last-way-in}
	 */
	IdentityProvider remove(IdentityProvider provider, User admin, ClientDevice clientDevice) {
		this.audit.record(AuditAction.IDENTITY_PROVIDER_REMOVED, admin.id(), provider.id(), clientDevice);
		this.providers.delete(provider);
		this.signInMethods.requireOne(admin);
		return provider;
	}

}
