package org.parley.resilience.writers;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** Reads all pages of a list. */
public final class PagedList {

	private static final int PAGE = 50;

	private static final int OK = 200;

	private PagedList() {
	}

	/** Returns all entries; none if a page does not answer. */
	public static List<JsonNode> read(DrillUser user, String path) {
		var all = new ArrayList<JsonNode>();
		var cursor = "";
		do {
			var query = (path.contains("?") ? "&" : "?") + "limit=" + PAGE
					+ (cursor.isEmpty() ? "" : "&cursor=" + cursor);
			var page = RepeatedRequest.once(user, (caller) -> caller.get(path + query));
			if (page.isEmpty() || page.get().status() != OK) {
				return List.of();
			}
			page.get().at("/data").valueStream().forEach(all::add);
			cursor = page.get().text("/meta/pagination/next");
		}
		while (!cursor.isEmpty() && !cursor.equals("null"));
		return all;
	}

}
