package org.parley.platform.web.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;

import org.parley.platform.domain.RefusalException;

/**
 * A cursor of a sorted list: the sort keys of the item at the edge of a page, and a
 * direction. Opaque to clients and validated on input.
 *
 * @param direction forward or backward
 * @param sort the name of the sort order; a cursor is refused in any other order
 * @param keys the sort keys of the edge, the unique one last
 */
public record Cursor(Direction direction, String sort, List<String> keys) {

	private static final String SEPARATOR = "\u001f";

	private static final int LONGEST = 512;

	/** The direction of paging. */
	public enum Direction {

		NEXT, PREV

	}

	/** A cursor to the items after an edge. */
	public static Cursor next(String sort, Object... keys) {
		return of(Direction.NEXT, sort, keys);
	}

	/** A cursor to the items before an edge. */
	public static Cursor prev(String sort, Object... keys) {
		return of(Direction.PREV, sort, keys);
	}

	private static Cursor of(Direction direction, String sort, Object... keys) {
		return new Cursor(direction, sort, List.of(keys).stream().map(Object::toString).toList());
	}

	/**
	 * Parses a client's cursor.
	 * @throws RefusalException 400 {@code cursor.invalid} when it is malformed, or has
	 * another order or number of keys
	 */
	public static Cursor parse(String text, String sort, int keys) {
		try {
			if (text.length() > LONGEST) {
				throw invalid();
			}
			var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			var parts = List.of(decoded.split(SEPARATOR, -1));
			if (parts.size() != keys + 2 || !parts.get(1).equals(sort)) {
				throw invalid();
			}
			return new Cursor(Direction.valueOf(parts.get(0)), sort, parts.subList(2, parts.size()));
		}
		catch (IllegalArgumentException ex) {
			throw invalid();
		}
	}

	/** Encodes the cursor for clients. */
	public String encoded() {
		var text = this.direction + SEPARATOR + this.sort + SEPARATOR + String.join(SEPARATOR, this.keys);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	public boolean backwards() {
		return this.direction == Direction.PREV;
	}

	public String text(int position) {
		return this.keys.get(position);
	}

	/** The key at a position, as a number. */
	public long number(int position) {
		try {
			return Long.parseLong(text(position));
		}
		catch (NumberFormatException ex) {
			throw invalid();
		}
	}

	/** The key at a position, as an instant within the range of the database. */
	public Instant instant(int position) {
		try {
			return Instant.ofEpochMilli(Instant.parse(text(position)).toEpochMilli());
		}
		catch (DateTimeParseException | ArithmeticException ex) {
			throw invalid();
		}
	}

	private static RefusalException invalid() {
		return RefusalException.field("cursor", "cursor.invalid", "The cursor does not belong to this list.");
	}

}
