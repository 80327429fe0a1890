package org.parley.platform.readmodels.media;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where media files are served.
 *
 * @param url the origin of media files, which differs from the origin of the pages
 * @param key the key of signed addresses, 32 random bytes in base64; the same in every
 * service that shows media
 */
@ConfigurationProperties("parley.media")
public record MediaAddressSettings(@DefaultValue("") String url, @DefaultValue("") String key) {
}
