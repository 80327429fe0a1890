package org.parley.auth.account.export;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The timing of exports.
 *
 * @param patience after how long without a further part an export is delivered without
 * missing services
 * @param kept how long an export is stored; a new one starts only after that
 */
@ConfigurationProperties("parley.export")
record ExportSettings(@DefaultValue("10m") Duration patience, @DefaultValue("24h") Duration kept) {

	ExportSettings {
		Assert.isTrue(patience.isPositive(), "parley.export.patience must be positive");
		Assert.isTrue(kept.compareTo(patience) > 0, "parley.export.kept must be longer than parley.export.patience");
	}

}
