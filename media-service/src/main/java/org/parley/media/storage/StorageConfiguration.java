package org.parley.media.storage;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the storage, whose bucket is part of the path. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {

	/** Not every S3 storage knows the newer checksums of the SDK. */
	@Bean
	S3Client s3(StorageSettings settings) {
		return S3Client.builder()
			.endpointOverride(settings.endpoint())
			.region(Region.of(settings.region()))
			.credentialsProvider(credentials(settings))
			.forcePathStyle(true)
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.httpClientBuilder(UrlConnectionHttpClient.builder()
				.connectionTimeout(settings.timeout())
				.socketTimeout(settings.timeout()))
			.overrideConfiguration((client) -> client.apiCallTimeout(settings.timeout().multipliedBy(2))
				.retryStrategy((retries) -> retries.maxAttempts(2)))
			.build();
	}

	@Bean
	S3Presigner presigner(StorageSettings settings) {
		return S3Presigner.builder()
			.endpointOverride(settings.publicEndpoint())
			.region(Region.of(settings.region()))
			.credentialsProvider(credentials(settings))
			.serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
			.build();
	}

	@Bean
	HealthIndicator objectStorageHealthIndicator(S3Client s3, StorageSettings settings) {
		return () -> {
			s3.headBucket((bucket) -> bucket.bucket(settings.bucket()));
			return Health.up().build();
		};
	}

	private static AwsCredentialsProvider credentials(StorageSettings settings) {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
	}

}
