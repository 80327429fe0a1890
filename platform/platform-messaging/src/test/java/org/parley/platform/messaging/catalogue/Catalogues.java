package org.parley.platform.messaging.catalogue;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The catalogue of the tests, which includes that of the services. */
public final class Catalogues {

	private Catalogues() {
	}

	public static Catalogue ofTests() {
		return Catalogue.read(new PathMatchingResourcePatternResolver());
	}

}
