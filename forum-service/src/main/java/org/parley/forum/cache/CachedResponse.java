package org.parley.forum.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;

/**
 * The bytes of a response, plain and compressed, with an entity tag. The tag is weak
 * because both forms share it.
 */
public final class CachedResponse {

	private static final int TAG_BYTES = 15;

	private final byte[] json;

	private final byte @Nullable [] gzip;

	private final String tag;

	private CachedResponse(byte[] json, byte @Nullable [] gzip, String tag) {
		this.json = json;
		this.gzip = gzip;
		this.tag = tag;
	}

	/** Creates a cacheable response for an audience. */
	public static CachedResponse of(byte[] json, String audience) {
		return new CachedResponse(json, compress(json), tag(json, audience));
	}

	/** Creates a response that is sent once. It is not compressed. */
	public static CachedResponse uncacheable(byte[] json, String audience) {
		return new CachedResponse(json, null, tag(json, audience));
	}

	/**
	 * Creates the same response with other content for the same readers. It must not be
	 * cached for longer than its content is valid.
	 */
	public CachedResponse with(byte[] other) {
		return new CachedResponse(other, isCacheable() ? compress(other) : null, tag(other, this.tag));
	}

	/** Reads the format of {@link #serialize()}. */
	static CachedResponse deserialize(byte[] stored) {
		var tag = new String(stored, 0, tagLength(), StandardCharsets.US_ASCII);
		var gzip = Arrays.copyOfRange(stored, tagLength(), stored.length);
		return new CachedResponse(expand(gzip), gzip, tag);
	}

	/** Returns the format that instances share. */
	byte[] serialize() {
		var tagged = this.tag.getBytes(StandardCharsets.US_ASCII);
		var compressed = Objects.requireNonNull(this.gzip, "Only cacheable responses are stored");
		return ByteBuffer.allocate(tagged.length + compressed.length).put(tagged).put(compressed).array();
	}

	int size() {
		return this.json.length + ((this.gzip != null) ? this.gzip.length : 0);
	}

	boolean isCacheable() {
		return this.gzip != null;
	}

	/** The response as JSON. Do not modify the array. */
	public byte[] json() {
		return this.json;
	}

	/** The response as compressed JSON, if cacheable. Do not modify the array. */
	byte @Nullable [] gzip() {
		return this.gzip;
	}

	/** The entity tag in the format of the header. */
	public String etag() {
		return "W/\"" + this.tag + "\"";
	}

	private static int tagLength() {
		return TAG_BYTES / 3 * 4;
	}

	private static String tag(byte[] json, String audience) {
		var hash = Sha256.of((audience + '\0').getBytes(StandardCharsets.UTF_8), json);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
	}

	private static byte[] compress(byte[] json) {
		var bytes = new ByteArrayOutputStream(json.length / 4 + 64);
		try (var gzip = new FastGzip(bytes)) {
			gzip.write(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static byte[] expand(byte[] gzip) {
		try (var json = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
			return json.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Compresses three times as fast as by default, to about 6 % more bytes. */
	private static final class FastGzip extends GZIPOutputStream {

		private static final int LEVEL = 3;

		private static final int BUFFER_BYTES = 8 * 1024;

		FastGzip(OutputStream compressed) throws IOException {
			super(compressed, BUFFER_BYTES);
			this.def.setLevel(LEVEL);
		}

	}

}
