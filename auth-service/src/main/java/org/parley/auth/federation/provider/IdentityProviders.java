package org.parley.auth.federation.provider;

import java.util.Comparator;
import java.util.List;

import org.parley.platform.domain.RefusalException;

import org.springframework.data.repository.CrudRepository;

/** Repository of identity providers. */
public interface IdentityProviders extends CrudRepository<IdentityProvider, String> {

	@Override
	List<IdentityProvider> findAll();

	/** All providers in the order of their buttons. There are few. */
	default List<IdentityProvider> findInOrder() {
		return findAll().stream()
			.sorted(Comparator.comparingInt((IdentityProvider provider) -> provider.terms().position())
				.thenComparing(IdentityProvider::id))
			.toList();
	}

	/**
	 * The providers with which people can sign in, in the order of their buttons; only
	 * one if it is the only way in.
	 */
	default List<IdentityProvider> findEnabled() {
		var enabled = findInOrder().stream().filter((provider) -> provider.terms().enabled()).toList();
		return enabled.stream().filter(IdentityProvider::isOnlyWayIn).findFirst().map(List::of).orElse(enabled);
	}

	/**
	 * An existing provider.
	 * @throws RefusalException 404 {@code identity-provider.not-found}
	 */
	default IdentityProvider require(String id) {
		return findById(id).orElseThrow(IdentityProviders::unknown);
	}

	/**
	 * A provider with which people can sign in.
	 * @throws RefusalException 404 {@code identity-provider.not-found}
	 */
	default IdentityProvider requireEnabled(String id) {
		return findEnabled().stream()
			.filter((provider) -> provider.id().equals(id))
			.findFirst()
			.orElseThrow(IdentityProviders::unknown);
	}

	private static RefusalException unknown() {
		return RefusalException.notFound("identity-provider.not-found", "The identity provider does not exist.");
	}

}
