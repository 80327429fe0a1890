package org.parley.platform.runtime.tracing;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A span of a distributed trace, as in {@code traceparent}.
 *
 * @param id of the trace: 32 hex digits
 * @param span the id of the span: 16 hex digits
 * @param sampled whether the parent span is recorded
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace
 * Context, traceparent</a>
 */
public record TraceParent(String id, String span, boolean sampled) {

	/** The name of the header, and of the value in logs and envelopes. */
	public static final String HEADER = "traceparent";

	/** Version 00, or a later version with additional fields. */
	private static final Pattern PARENT = Pattern.compile(
			"(?:00(?=.{53}$)|(?!00|ff)[0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?");

	private static final int LONGEST = 256;

	/** Parses an untrusted header; empty when it is invalid. */
	public static Optional<TraceParent> parse(@Nullable String parent) {
		if (parent == null || parent.length() > LONGEST) {
			return Optional.empty();
		}
		var parts = PARENT.matcher(parent);
		return parts.matches() ? Optional.of(new TraceParent(parts.group(1), parts.group(2), isSampled(parts.group(3))))
				: Optional.empty();
	}

	public static TraceParent begin() {
		return new TraceParent(random() + random(), random(), false);
	}

	/** A child span of the same trace. */
	public TraceParent child() {
		return new TraceParent(this.id, random(), this.sampled);
	}

	/** Formats the header value. */
	@Override
	public String toString() {
		return "00-" + this.id + "-" + this.span + (this.sampled ? "-01" : "-00");
	}

	private static boolean isSampled(String flags) {
		return (HexFormat.fromHexDigits(flags) & 1) == 1;
	}

	/** Generates an id that is never all zeros, which the specification forbids. */
	private static String random() {
		return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
	}

}
