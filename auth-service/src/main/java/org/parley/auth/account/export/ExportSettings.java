package org.parley.auth.account.export;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How copies are made.
 *
 * @param patience after which a copy is given without those that have not answered
 * @param kept how long it can be fetched; until then there is no other
 */
@ConfigurationProperties("parley.export")
record ExportSettings(@DefaultValue("10m") Duration patience, @DefaultValue("24h") Duration kept) {

	ExportSettings {
		Assert.isTrue(patience.isPositive(), "parley.export.patience must be positive");
		Assert.isTrue(kept.compareTo(patience) > 0, "parley.export.kept must be longer than parley.export.patience");
	}

}
