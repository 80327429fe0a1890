package org.parley.platform.media;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where media files are served.
 *
 * @param url the origin of media files, which differs from the origin of the pages
 * @param key the key of signed addresses, 32 random bytes in base64; the same in every
 * service that shows media
 */
@Validated
@ConfigurationProperties("parley.media")
public record MediaAddressSettings(@NotNull(message = "is required") String url,
		@NotBlank(message = "is required: 32 random bytes in base64, as PARLEY_MEDIA_KEY") String key) {
}
