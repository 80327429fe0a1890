package org.parley.platform.web;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A place in a distributed trace, as {@code traceparent} says it.
 *
 * @param id of the trace: 32 hex digits
 * @param span of the step: 16 hex digits
 * @param sampled whether whoever was before recorded it
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace
 * Context, traceparent</a>
 */
public record TraceParent(String id, String span, boolean sampled) {

	/** The header, and the name in logs and envelopes. */
	public static final String HEADER = "traceparent";

	/** Of version 00, or of a later one, which may say more after it. */
	private static final Pattern PARENT = Pattern.compile(
			"(?:00(?=.{53}$)|(?!00|ff)[0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?");

	private static final int LONGEST = 256;

	/** Reads what a stranger sent: empty when it is not valid. */
	public static Optional<TraceParent> parse(@Nullable String parent) {
		if (parent == null || parent.length() > LONGEST) {
			return Optional.empty();
		}
		var parts = PARENT.matcher(parent);
		return parts.matches() ? Optional.of(new TraceParent(parts.group(1), parts.group(2), isSampled(parts.group(3))))
				: Optional.empty();
	}

	/** A trace of its own. */
	public static TraceParent begin() {
		return new TraceParent(random() + random(), random(), false);
	}

	/** The next step of the same trace. */
	public TraceParent child() {
		return new TraceParent(this.id, random(), this.sampled);
	}

	/** As the header says it. */
	@Override
	public String toString() {
		return "00-" + this.id + "-" + this.span + (this.sampled ? "-01" : "-00");
	}

	private static boolean isSampled(String flags) {
		return (HexFormat.fromHexDigits(flags) & 1) == 1;
	}

	/** Never all zeros, which means nothing. */
	private static String random() {
		return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
	}

}
