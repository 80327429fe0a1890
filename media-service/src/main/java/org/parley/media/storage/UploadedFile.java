package org.parley.media.storage;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;

import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PutObjectPresignRequest;

/**
 * A client's declaration of a file.
 *
 * @param size its size in bytes
 * @param sha256 its SHA-256 in lower-case hexadecimal
 */
public record UploadedFile(String contentType, long size, String sha256) {

	PutObjectPresignRequest request(String bucket, String key, Duration validity) {
		var checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(this.sha256));
		return PutObjectPresignRequest.builder()
			.signatureDuration(validity)
			.putObjectRequest(PutObjectRequest.builder()
				.bucket(bucket)
				.key(key)
				.contentType(this.contentType)
				.contentLength(this.size)
				.checksumSHA256(checksum)
				.build())
			.build();
	}

}
