package org.parley.media.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import org.springframework.stereotype.Component;

/**
 * The files of media. Clients write to {@code uploads/} alone; completing an upload
 * copies it to {@code originals/}, where no client can change it; {@code variants/} are
 * served.
 */
@Component
public class MediaStorage {

	private static final String UPLOADS = "uploads/";

	private static final String ORIGINALS = "originals/";

	private static final String VARIANTS = "variants/";

	private static final int NOT_FOUND = 404;

	private final S3Client s3;

	private final S3Presigner presigner;

	private final String bucket;

	MediaStorage(S3Client s3, S3Presigner presigner, StorageSettings settings) {
		this.s3 = s3;
		this.presigner = presigner;
		this.bucket = settings.bucket();
	}

	/**
	 * Signs the upload of a file: its size, type and checksum are part of the signature.
	 */
	public PresignedUpload presign(String mediaId, UploadedFile file, Duration validity) {
		var signed = this.presigner.presignPutObject(file.request(this.bucket, UPLOADS + mediaId, validity));
		var headers = signed.signedHeaders()
			.entrySet()
			.stream()
			.filter((header) -> !Set.of("host", "content-length").contains(header.getKey()))
			.collect(Collectors.toUnmodifiableMap((header) -> header.getKey(),
					(header) -> String.join(",", header.getValue())));
		return new PresignedUpload("PUT", signed.url().toString(), headers);
	}

	/** Writes an uploaded file that comes from no client. */
	public void writeUpload(String mediaId, String contentType, byte[] content) {
		call(() -> this.s3.putObject((put) -> put.bucket(this.bucket).key(UPLOADS + mediaId).contentType(contentType),
				RequestBody.fromBytes(content)));
	}

	/**
	 * Copies an uploaded file to a new key, where it cannot change.
	 * @return the key; empty if nothing was uploaded
	 */
	public Optional<String> keep(String mediaId) {
		var key = ORIGINALS + mediaId + "/" + Ids.next();
		return find(() -> {
			this.s3.copyObject((copy) -> copy.sourceBucket(this.bucket)
				.sourceKey(UPLOADS + mediaId)
				.destinationBucket(this.bucket)
				.destinationKey(key));
			return key;
		});
	}

	/** Reads the first bytes of a file; empty if it does not exist. */
	public Optional<byte[]> read(String key, int limit) {
		return open(key, null).map((file) -> {
			try (var content = file.content()) {
				return content.readNBytes(limit);
			}
			catch (IOException ex) {
				throw new StorageUnavailableException(ex);
			}
		});
	}

	/** Copies a file to the local disk; false if it does not exist. */
	public boolean copy(String key, Path target) {
		return open(key, null).map((file) -> {
			try (var content = file.content()) {
				return Files.copy(content, target);
			}
			catch (IOException ex) {
				throw new StorageUnavailableException(ex);
			}
		}).isPresent();
	}

	/**
	 * Opens a variant by its path; empty if it does not exist.
	 * @param range the range of its bytes as in requests; null for all
	 */
	public Optional<StoredFile> openVariant(String path, @Nullable String range) {
		return open(VARIANTS + path, range);
	}

	private Optional<StoredFile> open(String key, @Nullable String range) {
		return find(() -> {
			var response = this.s3.getObject((get) -> get.bucket(this.bucket).key(key).range(range));
			var found = response.response();
			return new StoredFile(found.contentLength(), response);
		});
	}

	/** Writes a variant. The same path always has the same content. */
	public void writeVariant(String path, String contentType, byte[] content) {
		call(() -> this.s3.putObject((put) -> put.bucket(this.bucket).key(VARIANTS + path).contentType(contentType),
				RequestBody.fromBytes(content)));
	}

	/** Writes a variant from a local file. The same path always has the same content. */
	public void writeVariant(String path, String contentType, Path file) {
		call(() -> this.s3.putObject((put) -> put.bucket(this.bucket).key(VARIANTS + path).contentType(contentType),
				RequestBody.fromFile(file)));
	}

	/** Deletes the uploaded file and its copies. */
	public void deleteOriginals(String mediaId) {
		delete(UPLOADS + mediaId);
		keys(ORIGINALS + mediaId + "/").forEach(this::delete);
	}

	/** Deletes all files of a medium. */
	public void deleteAll(String mediaId) {
		deleteOriginals(mediaId);
		keys(VARIANTS + mediaId + "/").forEach(this::delete);
	}

	/** Deletes a file, if it exists. */
	public void delete(String key) {
		call(() -> this.s3.deleteObject((delete) -> delete.bucket(this.bucket).key(key)));
	}

	/**
	 * Finds the media with uploaded files or copies from before a time. A page of files
	 * is requested when the stream reaches it.
	 */
	public Stream<String> streamOldOriginals(Instant before) {
		return Stream.of(UPLOADS, ORIGINALS)
			.flatMap(this::objects)
			.filter((file) -> file.lastModified().isBefore(before))
			.map((file) -> file.key().split("/", -1)[1])
			.distinct();
	}

	private List<String> keys(String prefix) {
		return call(() -> objects(prefix).map(S3Object::key).toList());
	}

	/** Lists files. A page is requested when the stream reaches it. */
	private Stream<S3Object> objects(String prefix) {
		return this.s3.listObjectsV2Paginator((list) -> list.bucket(this.bucket).prefix(prefix)).contents().stream();
	}

	private static <T> Optional<T> find(Supplier<T> action) {
		try {
			return Optional.of(action.get());
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
		catch (S3Exception ex) {
			if (ex.statusCode() == NOT_FOUND && !isBucketMissing(ex)) {
				return Optional.empty();
			}
			throw new StorageUnavailableException(ex);
		}
		catch (SdkException | UncheckedIOException ex) {
			throw new StorageUnavailableException(ex);
		}
	}

	/** A wrong setting would otherwise refuse media for good, as if they had no file. */
	private static boolean isBucketMissing(S3Exception failure) {
		var details = failure.awsErrorDetails();
		return details != null && "NoSuchBucket".equals(details.errorCode());
	}

	private static <T> T call(Supplier<T> action) {
		try {
			return action.get();
		}
		catch (SdkException | UncheckedIOException ex) {
			throw new StorageUnavailableException(ex);
		}
	}

}
