package org.parley.platform.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

import org.springframework.http.ResponseEntity;

/**
 * Creates responses with an entity tag. The tag of a versioned resource is {@code
 * "<version>.<hash>"}: {@code If-None-Match} compares all of it, so it notices every
 * change. {@link IfMatch} compares only the version, so that a vote does not refuse an
 * edit.
 */
public final class EntityTagResponses {

	private EntityTagResponses() {
	}

	/** 200 with a tag computed from the content; records print all their components. */
	public static <T> ResponseEntity<T> of(T body) {
		return ResponseEntity.ok().eTag(hash(body)).body(body);
	}

	/** 200 with one resource and a tag that contains its version. */
	public static <T> ResponseEntity<Data<T>> of(long version, T body) {
		return ResponseEntity.ok().eTag(tag(version, body)).body(new Data<>(body));
	}

	/** 201 with a new resource at its address and a tag that contains its version. */
	public static <T> ResponseEntity<Data<T>> created(String address, long version, T body) {
		return ResponseEntity.created(URI.create(address)).eTag(tag(version, body)).body(new Data<>(body));
	}

	/** The entity tag of a resource at a version, without quotes. */
	public static String tag(long version, Object body) {
		return version + "." + hash(body);
	}

	private static String hash(Object body) {
		var printed = body.toString();
		var crc = new CRC32C();
		crc.update(printed.getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(crc.getValue()) + Integer.toHexString(printed.hashCode());
	}

}
