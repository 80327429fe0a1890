package org.parley.contracts;

import java.time.Instant;

/**
 * What moderators have decided about a report.
 *
 * @param id the id of the report
 * @param status {@code upheld} or {@code dismissed}
 * @param createdAt the creation time of the report
 */
public record ReportOutcome(String id, String status, Instant createdAt) {

	public static ReportOutcome of(String id, boolean upheld, Instant createdAt) {
		return new ReportOutcome(id, upheld ? "upheld" : "dismissed", createdAt);
	}

}
