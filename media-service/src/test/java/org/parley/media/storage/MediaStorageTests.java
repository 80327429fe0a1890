package org.parley.media.storage;

import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MediaStorageTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private final LongListing listing = new LongListing();

	@Test
	void oldOriginalsAreFoundWithoutReadingFurtherPages() {
		assertThat(storage(this.listing).streamOldOriginals(NOW).limit(3)).containsExactlyInAnyOrder("0-0", "0-1",
				"1-0");
		assertThat(this.listing.pages).containsExactly("uploads/", "uploads/");
	}

	@Test
	void missingFileIsNotFound() {
		assertThat(storage(new Failing(notFound("NoSuchKey"))).openVariant("a", null)).isEmpty();
	}

	@Test
	void missingBucketIsAnOutage() {
		assertThatExceptionOfType(StorageUnavailableException.class)
			.isThrownBy(() -> storage(new Failing(notFound("NoSuchBucket"))).openVariant("a", null));
	}

	/** The client does not translate this one. */
	@Test
	void connectionThatTheStorageClosesIsAnOutage() {
		var storage = storage(
				new Failing(new UncheckedIOException(new SocketException("Unexpected end of file from server"))));
		assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> storage.openVariant("a", null));
		assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> storage.delete("a"));
	}

	private static S3Exception notFound(String code) {
		return (S3Exception) S3Exception.builder()
			.statusCode(404)
			.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
			.build();
	}

	private static MediaStorage storage(S3Client s3) {
		try (var presigner = S3Presigner.builder().region(Region.US_EAST_1).build()) {
			var address = URI.create("http://localhost");
			return new MediaStorage(s3, presigner,
					new StorageSettings(address, address, "", "media", "", "", Duration.ofSeconds(1)));
		}
	}

	/** A storage that fails. */
	private record Failing(RuntimeException failure) implements S3Client {

		@Override
		public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
			throw this.failure;
		}

		@Override
		public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
			throw this.failure;
		}

		@Override
		public String serviceName() {
			return SERVICE_NAME;
		}

		@Override
		public void close() {
		}

	}

	/** A bucket with ten pages of two old files for each prefix. */
	private static final class LongListing implements S3Client {

		private static final int PAGES = 10;

		private final List<String> pages = new ArrayList<>();

		@Override
		public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
			this.pages.add(request.prefix());
			var page = (request.continuationToken() != null) ? Integer.parseInt(request.continuationToken()) : 0;
			var files = IntStream.range(0, 2)
				.mapToObj((number) -> S3Object.builder()
					.key(request.prefix() + page + "-" + number)
					.lastModified(NOW.minusSeconds(1))
					.build())
				.toList();
			var next = (page + 1 < PAGES) ? String.valueOf(page + 1) : null;
			return ListObjectsV2Response.builder().contents(files).nextContinuationToken(next).build();
		}

		@Override
		public String serviceName() {
			return SERVICE_NAME;
		}

		@Override
		public void close() {
		}

	}

}
