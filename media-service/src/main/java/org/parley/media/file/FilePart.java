package org.parley.media.file;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * The part of a file that a request asks for, as players of videos do. Several ranges in
 * one request, and what is no range, ask for the whole file.
 *
 * @param range the range as in requests; null for the whole file
 * @param start the place of its first byte
 * @param end the place of its last byte
 * @param size the size of the file
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, section
 * 14</a>
 */
record FilePart(@Nullable String range, long start, long end, long size) {

	static FilePart of(@Nullable String header, long size) {
		try {
			var ranges = HttpRange.parseRanges(header);
			if (ranges.size() == 1) {
				var start = ranges.getFirst().getRangeStart(size);
				var end = ranges.getFirst().getRangeEnd(size);
				return new FilePart("bytes=%d-%d".formatted(start, end), start, end, size);
			}
		}
		catch (IllegalArgumentException ex) {
			return whole(size);
		}
		return whole(size);
	}

	private static FilePart whole(long size) {
		return new FilePart(null, 0, size - 1, size);
	}

	/** Whether no byte of the file is in it. */
	boolean isEmpty() {
		return this.start > this.end || this.start >= this.size;
	}

	/** Sets the status and the headers of an answer with this part. */
	void describe(HttpServletResponse response) {
		response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
		if (this.range != null) {
			response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
			response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(this.start, this.end, this.size));
		}
	}

}
