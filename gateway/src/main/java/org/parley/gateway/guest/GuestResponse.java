package org.parley.gateway.guest;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.IllegalReferenceCountException;
import org.jspecify.annotations.Nullable;
import org.parley.gateway.compression.GzipCoding;
import org.parley.gateway.security.SecurityHeaders;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/**
 * A service's answer to all guests, in memory that the network reads without a copy. The
 * creator owns the first reference.
 */
final class GuestResponse {

	private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(ByteBufAllocator.DEFAULT);

	/** Headers that describe the content; all others belong to a single request. */
	private static final List<String> DESCRIPTIVE = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_ENCODING,
			HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY, HttpHeaders.LINK,
			SecurityHeaders.CONTENT_SECURITY_POLICY, "X-Robots-Tag");

	/**
	 * The part of a guest's request that it has in common with all others for the same
	 * key.
	 */
	private static final Set<String> VARYING = Set.of("accept-encoding", "authorization", "cookie");

	private static final int SMALLEST_COMPRESSED = 1024;

	/** A longer answer is passed on while it arrives. */
	private static final long LONGEST = 2L * 1024 * 1024;

	private final HttpHeaders headers;

	private final String etag;

	private final ByteBuf body;

	private final long askedAt;

	/**
	 * Keeps an answer.
	 * @param headers the service's headers, without those of other filters
	 * @param body the whole content
	 * @param gzip whether to compress it, unless the service has
	 * @param askedAt when the service was asked, in nanoseconds
	 */
	GuestResponse(HttpHeaders headers, byte[] body, boolean gzip, long askedAt) {
		this.headers = new HttpHeaders();
		for (var name : DESCRIPTIVE) {
			if (headers.containsHeader(name)) {
				this.headers.addAll(name, headers.getOrEmpty(name));
			}
		}
		this.askedAt = askedAt;
		var compress = gzip && body.length >= SMALLEST_COMPRESSED
				&& !headers.containsHeader(HttpHeaders.CONTENT_ENCODING);
		var tag = Objects.requireNonNull(headers.getETag());
		// A strong tag belongs to the bytes of one encoding (RFC 9110, 8.8.3.3).
		this.etag = (compress && !tag.startsWith("W/")) ? "W/" + tag : tag;
		if (compress) {
			this.headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		var bytes = compress ? GzipCoding.compress(body) : body;
		// Buffers of the pool are used again, so a late reader could see another answer.
		this.body = UnpooledByteBufAllocator.DEFAULT.directBuffer(bytes.length).writeBytes(bytes);
	}

	/** Whether a service's answer may be sent to all guests with an equal request. */
	static boolean isShareable(GuestRequest request, @Nullable HttpStatusCode status, HttpHeaders headers) {
		var cacheControl = headers.getFirst(HttpHeaders.CACHE_CONTROL);
		return HttpStatus.OK.equals(status) && headers.getETag() != null && headers.getContentLength() <= LONGEST
				&& !headers.containsHeader(HttpHeaders.SET_COOKIE)
				&& (cacheControl == null || !(cacheControl.contains("private") || cacheControl.contains("no-store")))
				&& headers.getVary().stream().allMatch((name) -> isInCommon(request, name.toLowerCase(Locale.ROOT)));
	}

	private static boolean isInCommon(GuestRequest request, String header) {
		return VARYING.contains(header) || (request.isPage() && header.equals("accept-language"));
	}

	long askedAt() {
		return this.askedAt;
	}

	/** The memory of the content in bytes. */
	int size() {
		return this.body.capacity();
	}

	/** Takes a reference; false when the answer is no longer in memory. */
	boolean retain() {
		try {
			this.body.retain();
			return true;
		}
		catch (IllegalReferenceCountException _) {
			return false;
		}
	}

	void release() {
		this.body.release();
	}

	/** Sends the answer, or that the client has it already, and uses up a reference. */
	Mono<Void> send(ServerWebExchange exchange) {
		var response = exchange.getResponse();
		response.getHeaders().putAll(this.headers);
		if (exchange.checkNotModified(this.etag)) {
			release();
			response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
			response.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
			return response.setComplete();
		}
		response.getHeaders().setContentLength(this.body.readableBytes());
		if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
			release();
			return response.setComplete();
		}
		return response.writeWith(Mono.just(BUFFERS.wrap(this.body.duplicate())));
	}

}
