package org.parley.platform.events.catalogue;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The catalogue of the tests, which has that of the services in it. */
public final class Catalogues {

	private Catalogues() {
	}

	public static Catalogue ofTests() {
		return Catalogue.read(new PathMatchingResourcePatternResolver());
	}

}
