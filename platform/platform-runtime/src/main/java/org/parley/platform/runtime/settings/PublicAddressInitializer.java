package org.parley.platform.runtime.settings;

import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Refuses public addresses that are no origins, such as those with a slash at the end:
 * services append paths to them and compare them with what clients send.
 */
final class PublicAddressInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@\\s]+");

	/** The storage may have a path before the name of the bucket. */
	private static final Pattern ENDPOINT = Pattern.compile("https?://[^/?#@\\s][^?#@\\s]*");

	private static final Map<String, Pattern> ADDRESSES = Map.of("parley.public-url", ORIGIN, "parley.media.url",
			ORIGIN, "parley.media.storage.public-endpoint", ENDPOINT);

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ADDRESSES.forEach((key, form) -> check(context.getEnvironment(), key, form));
	}

	private static void check(Environment environment, String key, Pattern form) {
		var address = environment.getProperty(key, "");
		if (!address.isBlank() && !form.matcher(address).matches()) {
			throw new InvalidConfigurationPropertyValueException(key, address, (form == ORIGIN)
					? "It must be an address such as https://forum.example.org, without a path or a slash at the end."
					: "It must be an address such as https://uploads.example.org.");
		}
	}

}
