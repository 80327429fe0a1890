package org.parley.media.storage;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The S3 storage.
 *
 * @param endpoint its address for this service
 * @param publicEndpoint its address for clients, who upload there
 * @param region the region that signatures name
 * @param bucket the bucket, which must exist
 * @param accessKey the name of the key
 * @param secretKey the secret that signs requests
 * @param timeout the timeout of a request
 */
@Validated
@ConfigurationProperties("parley.media.storage")
record StorageSettings(@NotNull URI endpoint, @NotNull URI publicEndpoint, @NotBlank String region,
		@NotBlank String bucket, @NotBlank(message = "is required, as PARLEY_S3_ACCESS_KEY") String accessKey,
		@NotBlank(message = "is required, as PARLEY_S3_SECRET_KEY") String secretKey, @NotNull Duration timeout) {
}
