package org.parley.platform.web.idempotency;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A completed request and its answer.
 *
 * @param id a fingerprint of caller, path and key
 * @param request a fingerprint of the body, or null when the request contains secrets
 * @param at when the request was completed; the record expires 24 hours later
 * @param status the answer's status, or null when the answer may not be stored
 * @param location the answer's {@code Location}, if any
 * @param etag the answer's {@code ETag}, if any
 * @param body the answer's body as JSON, if any
 */
@Document("idempotency")
record IdempotencyRecord(@Id String id, @Nullable String request, Instant at, @Nullable Integer status,
		@Nullable String location, @Nullable String etag, @Nullable String body) {
}
