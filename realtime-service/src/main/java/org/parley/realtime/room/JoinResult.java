package org.parley.realtime.room;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What came of a wish to join.
 *
 * @param code {@code ok}, or why not
 * @param offset from where on the client hears everything; null when nobody knows
 */
public record JoinResult(String code, @Nullable Long offset) {

	/** The client may not, or asks for nothing that is. */
	public static JoinResult refused(String code) {
		return new JoinResult(code, null);
	}

	public boolean isOk() {
		return this.code.equals("ok");
	}

	/** The acknowledgement. */
	public Map<String, Object> answer() {
		var answer = new LinkedHashMap<String, Object>();
		answer.put("ok", isOk());
		if (!isOk()) {
			answer.put("code", this.code);
		}
		else if (this.offset != null) {
			answer.put("offset", this.offset);
		}
		return answer;
	}

}
